#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include "annotate/mentions.hpp"
#include "annotate/numbers.hpp"
#include "annotate/phrase.hpp"

namespace attest {

namespace {

/// Words whose number is an interval by convention (docs/output.md, "Counts").
struct Vague {
  std::int64_t min, max;
};
const std::unordered_map<std::string_view, Vague>& vague_words() {
  static const std::unordered_map<std::string_view, Vague> words = {
      {"dozens", {24, 99}},        {"scores", {40, 99}}, {"hundreds", {200, 999}},
      {"thousands", {2000, 9999}}, {"several", {3, 9}},  {"millions", {2'000'000, 9'999'999}}};
  return words;
}

enum class Bound { exact, at_least, at_most };

struct Approximator {
  std::string_view words;  // space separated
  Bound bound;
};
constexpr auto kApproximators = std::to_array<Approximator>({
    {"at least", Bound::at_least},
    {"more than", Bound::at_least},
    {"over", Bound::at_least},
    {"no fewer than", Bound::at_least},
    {"no less than", Bound::at_least},
    {"not less than", Bound::at_least},
    {"upwards of", Bound::at_least},
    {"in excess of", Bound::at_least},
    {"a minimum of", Bound::at_least},
    {"up to", Bound::at_most},
    {"fewer than", Bound::at_most},
    {"less than", Bound::at_most},
    {"as many as", Bound::at_most},
    {"no more than", Bound::at_most},
    {"at most", Bound::at_most},
    {"about", Bound::exact},
    {"around", Bound::exact},
    {"nearly", Bound::exact},
    {"almost", Bound::exact},
    {"approximately", Bound::exact},
    {"roughly", Bound::exact},
    {"some", Bound::exact},
    {"an estimated", Bound::exact},
    {"the estimated", Bound::exact},
    {"estimated", Bound::exact},
    {"close to", Bound::exact},
    {"an additional", Bound::exact},
    {"a total of", Bound::exact},
    {"another", Bound::exact},
    {"just over", Bound::at_least},
    {"well over", Bound::at_least},
    {"slightly more than", Bound::at_least},
    {"a little over", Bound::at_least},
    {"upward of", Bound::at_least},
    {"at the very least", Bound::at_least},
    {"as few as", Bound::at_least},
    {"a maximum of", Bound::at_most},
    {"not more than", Bound::at_most},
    {"just under", Bound::at_most},
    {"as much as", Bound::at_most},
    {"a further", Bound::exact},
    {"a reported", Bound::exact},
    {"a record", Bound::exact},
    {"the remaining", Bound::exact},
    {"just", Bound::exact},
    {"exactly", Bound::exact},
    {"only", Bound::exact},
});

/// Phrases that quantify people without a number.
constexpr auto kOpen = std::to_array<std::string_view>(
    {"many",         "a large number", "large numbers",    "a number", "an unknown number", "most",      "two thirds",
     "two - thirds", "three quarters", "three - quarters", "half",     "a third",           "one third", "one - third",
     "a quarter",    "a majority",     "the majority",     "a fifth",  "countless",         "numerous"});

/// Words before a number that make it a name or a measure of something else.
constexpr auto kNamedByNumber = std::to_array<std::string_view>(
    {"$",      "us$",     "€",          "£",       "#",       "/",      "no.",     "nos.",      "aged",
     "age",    "ages",    "resolution", "article", "chapter", "page",   "pages",   "paragraph", "section",
     "annex",  "phase",   "day",        "room",    "unit",    "route",  "highway", "flight",    "channel",
     "boeing", "airbus",  "figure",     "table",   "part",    "zone",   "type",    "model",     "version",
     "number", "numbers", "item",       "point",   "rule",    "under-", "g"});

/// A number before one of these names a formation or counts votes.
constexpr auto kAfterName =
    std::to_array<std::string_view>({"brigade", "division", "battalion", "regiment", "corps", "squadron", "votes",
                                     "seats", "rounds", "calibre", "caliber"});

/// A number before one of these is an age, a duration, a distance, a share or money.
bool is_measure(std::string_view word) {
  static constexpr auto measures = std::to_array<std::string_view>(
      {"%",         "percent",    "per",       "year",       "years",    "month",       "months",  "week",    "weeks",
       "day",       "days",       "hour",      "hours",      "minute",   "minutes",     "second",  "seconds", "km",
       "kilometre", "kilometres", "kilometer", "kilometers", "mile",     "miles",       "metre",   "metres",  "meter",
       "meters",    "m",          "mm",        "cm",         "kg",       "tonnes",      "tons",    "ton",     "tonne",
       "dollars",   "euros",      "pounds",    "am",         "pm",       "a.m.",        "p.m.",    "gmt",     "degrees",
       "hectares",  "acres",      "square",    "barrels",    "times",    "th",          "st",      "nd",      "rd",
       "o'clock",   "lashes",     "points",    "goals",      "minutes'", "centimetres", "feet",    "inches",  "calibre",
       "caliber",   "litres",     "liters",    "megawatts",  "mw",       "nights",      "decades", "lines"});
  for (std::string_view measure : measures)
    if (word == measure) return true;
  return false;
}

bool is_month(std::string_view word) {
  static constexpr auto months = std::to_array<std::string_view>(
      {"january", "february", "march",    "april", "may",  "june", "july", "august", "september",
       "october", "november", "december", "jan.",  "feb.", "mar.", "apr.", "jun.",   "jul.",
       "aug.",    "sept.",    "sep.",     "oct.",  "nov.", "dec.", "jan",  "feb",    "mar",
       "apr",     "jun",      "jul",      "aug",   "sep",  "sept", "oct",  "nov",    "dec"});
  for (std::string_view month : months)
    if (word == month) return true;
  return false;
}

class Reader {
 public:
  Reader(const Document& document, const Analysis& analysis) : text_(document.text), analysis_(analysis) {}

  std::vector<Quantity> all() {
    for (const Sentence& sentence : analysis_.sentences) {
      last_ = sentence.last;
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        first_ = sentence.first;
        const std::uint32_t next = read(i);
        i = next > i ? next : i + 1;
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < last_ ? analysis_.word(i) : std::string_view();
  }

  /// Tokens of `phrase` at `i`: how many, or 0.
  [[nodiscard]] std::uint32_t phrase_at(std::uint32_t i, std::string_view phrase) const {
    return phrase_length(analysis_, i, last_, phrase);
  }

  std::optional<std::int64_t> number(std::uint32_t& i, bool& bare_year) const {
    const auto match = number_at(analysis_, i, last_);
    if (!match) return std::nullopt;
    i = match->end;
    bare_year = match->bare_year;
    return match->value;
  }

  /// "20 or more", "20+", "100-odd", "20 or so": moves `i` past it.
  void trailing_bound(std::uint32_t& i, Bound& bound) const {
    for (std::string_view more : {"or more", "or so", "at least"}) {
      if (const auto n = phrase_at(i, more)) {
        if (more != "or so") bound = Bound::at_least;
        i += n;
        return;
      }
    }
    if (phrase_at(i, "or fewer") != 0 || phrase_at(i, "or less") != 0) {
      bound = Bound::at_most;
      i += 2;
    } else if (word(i) == "+" || phrase_at(i, "- plus") != 0) {
      bound = Bound::at_least;
      i += word(i) == "+" ? 1 : 2;
    } else if (phrase_at(i, "- odd") != 0) {
      i += 2;
    }
  }

  /// A vague number word at `i`: "dozens", "tens of thousands", "a few".
  std::optional<Vague> vague(std::uint32_t& i) const {
    if (const auto n = phrase_at(i, "hundreds of thousands")) return i += n, Vague{200'000, 999'999};
    if (const auto n = phrase_at(i, "tens of thousands")) return i += n, Vague{20'000, 99'999};
    if (const auto n = phrase_at(i, "a few hundred")) return i += n, Vague{200, 999};
    if (const auto n = phrase_at(i, "a few dozen")) return i += n, Vague{24, 99};
    if (const auto n = phrase_at(i, "several hundred")) return i += n, Vague{200, 999};
    if (const auto n = phrase_at(i, "several dozen")) return i += n, Vague{24, 99};
    if (const auto n = phrase_at(i, "several thousand")) return i += n, Vague{2000, 9999};
    if (const auto n = phrase_at(i, "a few thousand")) return i += n, Vague{2000, 9999};
    if (const auto n = phrase_at(i, "a couple of")) return i += n, Vague{2, 2};
    if (const auto n = phrase_at(i, "a few")) return i += n, Vague{3, 9};
    const auto found = vague_words().find(word(i));
    if (found == vague_words().end()) return std::nullopt;
    ++i;
    return found->second;
  }

  /// "a third soldier", not "a third of the soldiers": one more.
  [[nodiscard]] std::uint32_t ordinal(std::uint32_t start) {
    for (const std::string_view words : {"a second", "a third", "a fourth", "a fifth", "a sixth", "a seventh"}) {
      const std::uint32_t length = phrase_at(start, words);
      if (length == 0 || word(start + length) == "of") continue;
      found_.push_back({.tokens = {start, start + length}, .min = 1, .max = 1});
      return start + length;
    }
    return start;
  }

  /// "many", "two-thirds of them", "the majority": people without a number.
  [[nodiscard]] std::uint32_t open_quantity(std::uint32_t start) {
    if (const std::uint32_t end = ordinal(start); end > start) return end;
    std::string_view longest;
    for (std::string_view open : kOpen)
      if (open.size() > longest.size() && phrase_at(start, open) != 0) longest = open;
    if (longest.empty()) return start;
    std::uint32_t end = start + phrase_at(start, longest);
    if ((longest == "half" || longest == "a quarter") && !(word(end) == "of" && word(end + 1) != "a") &&
        word(end) != "the" && word(end) != "were")
      return start;  // "half a million", "a quarter of a million"
    if (word(end) == "of" && (word(end + 1) == "them" || word(end + 1) == "whom" || word(end + 1) == "those")) end += 2;
    found_.push_back({.tokens = {start, end}, .min = {}, .max = {}});
    return end;
  }

  std::uint32_t read(std::uint32_t start) {
    if (const std::uint32_t end = open_quantity(start); end > start) return end;
    std::uint32_t i = start;
    Bound bound = Bound::exact;
    for (const Approximator& approximator : kApproximators) {
      if (const std::uint32_t n = phrase_at(i, approximator.words)) {
        bound = approximator.bound;
        i += n;
        break;
      }
    }
    if (const auto between = range(start, i)) return *between;
    Quantity quantity;
    if (const auto interval = vague(i)) {
      quantity.min = interval->min;
      if (bound != Bound::at_least) quantity.max = interval->max;
    } else if (const auto value = number(i, quantity.bare_year)) {
      if (const auto next = finish_range(start, i, *value, bound)) return *next;
      if (not_a_count(start, i) || is_age(start, i, *value) || is_pronoun_one(start, i)) return i;
      if (const auto next = and_as_many_as(start, i, *value, bound)) return *next;
      trailing_bound(i, bound);
      if (bound != Bound::at_most) quantity.min = *value;
      if (bound != Bound::at_least) quantity.max = *value;
    } else {
      return start;
    }
    quantity.tokens = {start, i};
    found_.push_back(quantity);
    return i;
  }

  /// "between 40 and 60".
  std::optional<std::uint32_t> range(std::uint32_t start, std::uint32_t i) {
    if (word(i) != "between") return std::nullopt;
    ++i;
    bool year = false;
    const auto low = number(i, year);
    if (!low || word(i) != "and") return std::nullopt;
    ++i;
    const auto high = number(i, year);
    if (!high || *high < *low || not_a_count(start, i)) return std::nullopt;
    found_.push_back({.tokens = {start, i}, .min = scaled_like(*low, *high, i), .max = *high});
    return i;
  }

  /// "3,000-5,000", "10 to 16": the rest after the first number.
  std::optional<std::uint32_t> finish_range(std::uint32_t start, std::uint32_t i, std::int64_t low, Bound bound) {
    const std::string_view dash = word(i);
    if (bound != Bound::exact || (dash != "-" && dash != "–" && dash != "to" && dash != "or")) return std::nullopt;
    ++i;
    bool year = false;
    const auto high = number(i, year);
    if (high && *high <= low && dash == "-") return i;  // "won 2-1", "a 14-1 vote"
    if (!high || *high <= low || year || not_a_count(start, i)) return std::nullopt;
    found_.push_back({.tokens = {start, i}, .min = scaled_like(low, *high, i), .max = *high});
    return i;
  }

  /// "at least 13 and as many as 46": one figure from both.
  std::optional<std::uint32_t> and_as_many_as(std::uint32_t start, std::uint32_t i, std::int64_t low, Bound bound) {
    if (bound != Bound::at_least || word(i) != "and") return std::nullopt;
    const std::uint32_t at = word(i + 1) == "possibly" || word(i + 1) == "perhaps" ? i + 2 : i + 1;
    for (std::string_view most : {"as many as", "up to", "at most"}) {
      const std::uint32_t n = phrase_at(at, most);
      if (n == 0) continue;
      std::uint32_t end = at + n;
      bool year = false;
      const auto high = number(end, year);
      if (!high || *high < low || not_a_count(start, end)) return std::nullopt;
      found_.push_back({.tokens = {start, end}, .min = low, .max = *high});
      return end;
    }
    return std::nullopt;
  }

  /// "two to three million": the scale stands once.
  [[nodiscard]] std::int64_t scaled_like(std::int64_t low, std::int64_t high, std::uint32_t end) const {
    const std::string_view last = word(end - 1);
    const std::int64_t scale = last == "million" ? 1'000'000 : last == "thousand" ? 1000 : last == "hundred" ? 100 : 1;
    return low < 1000 && low * scale <= high ? low * scale : low;
  }

  [[nodiscard]] bool not_a_count(std::uint32_t start, std::uint32_t end) const {
    const std::string_view next = word(end);
    // "five-storey", "25-year-old", "20-foot": part of an adjective, unless the adjective counts: "20-odd".
    if (next == "-" && end + 1 < last_ && analysis_.tokens[end + 1].joined && !word(end + 1).empty() &&
        std::isalpha(static_cast<unsigned char>(word(end + 1)[0])) != 0 && word(end + 1) != "odd" &&
        word(end + 1) != "plus")
      return true;
    if (is_measure(next) || is_month(next) || next == "/" || next == ":" || contains(kAfterName, next)) return true;
    if (start == first_) return next == "." || next == ")";  // "1. The …": the number of a paragraph
    const std::string_view before = analysis_.word(start - 1);
    if (before == "-" && analysis_.tokens[start].joined && analysis_.tokens[start - 1].joined) return true;  // "T-72"
    return is_month(before) || contains(kNamedByNumber, before);
  }

  template <class List>
  [[nodiscard]] static bool contains(const List& list, std::string_view w) {
    return std::ranges::find(list, w) != list.end();
  }

  /// "A. Name, 42, of …", "Name (42)", "children under five".
  [[nodiscard]] bool is_age(std::uint32_t start, std::uint32_t end, std::int64_t value) const {
    if (value > 110 || start < first_ + 1) return false;
    const std::string_view before = word(start - 1), next = word(end);
    if (before == "under" || before == "below") return value <= 18;
    if (before == "of" && start >= first_ + 2 && word(start - 2) == "age") return true;  // "under the age of 15"
    if (start < first_ + 3) return false;
    for (std::uint32_t i = start - 1; i > first_ && (word(i) == "and" || word(i) == "," || is_figure(i)); --i)
      if (word(i - 1) == "aged" || word(i - 1) == "ages") return true;  // "aged 26 and 31"
    const bool enclosed = (before == "," && (next == "," || next == ".")) || (before == "(" && next == ")");
    return enclosed && is_capital(start - 2) && is_capital(start - 3);
  }
  [[nodiscard]] bool is_figure(std::uint32_t i) const {
    return !word(i).empty() && std::isdigit(static_cast<unsigned char>(word(i)[0])) != 0;
  }
  [[nodiscard]] bool is_capital(std::uint32_t i) const {
    return analysis_.tokens[i].span.begin < text_.size() && text_[analysis_.tokens[i].span.begin] >= 'A' &&
           text_[analysis_.tokens[i].span.begin] <= 'Z';
  }

  /// "no one", "this one", "one another", "at one point": counts nobody.
  [[nodiscard]] bool is_pronoun_one(std::uint32_t start, std::uint32_t end) const {
    if (end != start + 1 || word(start) != "one") return false;
    const std::string_view before = start > first_ ? word(start - 1) : std::string_view(), next = word(end);
    if (next == "of") return false;
    return before == "no" || before == "this" || before == "that" || before == "every" || before == "any" ||
           before == "each" || before == "which" || next == "another" || next == "point" || next == "side" ||
           next == "thing" || next == "way";
  }

  std::string_view text_;
  const Analysis& analysis_;
  std::uint32_t first_ = 0, last_ = 0;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Document& document, const Analysis& analysis) {
  return Reader(document, analysis).all();
}

}  // namespace attest
