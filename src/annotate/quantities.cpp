#include <array>
#include <cctype>
#include <cmath>
#include <unordered_map>

#include "annotate/mentions.hpp"

namespace attest {

namespace {

using Number = std::int64_t;
constexpr Number kLargest = 1'000'000'000;

const std::unordered_map<std::string_view, Number>& number_words() {
  static const std::unordered_map<std::string_view, Number> words = {
      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
      {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
      {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
      {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
      {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
  return words;
}

const std::unordered_map<std::string_view, Number>& multipliers() {
  static const std::unordered_map<std::string_view, Number> words = {{"hundred", 100},       {"thousand", 1000},
                                                                     {"million", 1'000'000}, {"m", 1'000'000},
                                                                     {"billion", kLargest},  {"dozen", 12}};
  return words;
}

/// Words whose number is an interval by convention (docs/output.md, "Counts").
struct Vague {
  Number min, max;
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
    {"exactly", Bound::exact},
    {"only", Bound::exact},
});

/// Phrases that quantify people without a number.
constexpr auto kOpen =
    std::to_array<std::string_view>({"many", "a large number", "large numbers", "a number", "an unknown number", "most",
                                     "two thirds", "half", "a third", "countless", "numerous"});

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
  explicit Reader(const Analysis& analysis) : analysis_(analysis) {}

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
    std::uint32_t at = i;
    while (!phrase.empty()) {
      const std::size_t end = std::min(phrase.find(' '), phrase.size());
      if (word(at) != phrase.substr(0, end)) return 0;
      phrase.remove_prefix(std::min(end + 1, phrase.size()));
      ++at;
    }
    return at - i;
  }

  /// A number at `i`, digits or words with multipliers; moves `i` past it.
  std::optional<Number> number(std::uint32_t& i, bool& bare_year) const {
    bare_year = false;
    std::uint32_t at = i;
    double value = 0;
    const std::string_view first = word(at);
    if (first.empty()) return std::nullopt;
    if (std::isdigit(static_cast<unsigned char>(first[0])) != 0) {
      std::string digits;
      for (char c : first) {
        if (c == ',') continue;
        if (c != '.' && std::isdigit(static_cast<unsigned char>(c)) == 0) return std::nullopt;
        digits += c;
      }
      if (digits.size() > 12 || std::count(digits.begin(), digits.end(), '.') > 1) return std::nullopt;
      value = std::stod(digits);
      bare_year = first.size() == 4 && first.find(',') == std::string_view::npos && value >= 1900 && value < 2100;
      ++at;
    } else if (const auto units = number_words().find(first); units != number_words().end()) {
      value = static_cast<double>(units->second);
      ++at;
      if (value >= 20 && word(at) == "-") {
        if (const auto ones = number_words().find(word(at + 1)); ones != number_words().end() && ones->second < 10) {
          value += static_cast<double>(ones->second);
          at += 2;
        }
      }
    } else if ((first == "a" || first == "half") && multipliers().contains(word(at + 1)) && word(at + 1) != "m") {
      value = 1;
      ++at;
    } else if (first == "half" && word(at + 1) == "a" && multipliers().contains(word(at + 2))) {
      value = 0.5;
      at += 2;
    } else if (first == "dozen") {
      value = 1;
    } else {
      return std::nullopt;
    }
    for (auto factor = multipliers().find(word(at)); factor != multipliers().end();
         factor = multipliers().find(word(at))) {
      value *= static_cast<double>(factor->second);
      bare_year = false;
      ++at;
      if (word(at) == "and" && number_words().contains(word(at + 1)) && factor->second == 100) {
        std::uint32_t rest = at + 1;
        bool year = false;
        if (const auto ones = number(rest, year); ones && *ones < 100) {
          value += static_cast<double>(*ones);
          at = rest;
        }
      }
    }
    if (value != std::floor(value) || value > static_cast<double>(kLargest)) return std::nullopt;
    i = at;
    return static_cast<Number>(value);
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

  std::uint32_t read(std::uint32_t start) {
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
      if (not_a_count(start, i)) return i;
      if (bound != Bound::at_most) quantity.min = *value;
      if (bound != Bound::at_least) quantity.max = *value;
    } else if (i > start) {
      return start;
    } else {
      for (std::string_view open : kOpen) {
        if (const std::uint32_t n = phrase_at(i, open)) {
          std::uint32_t end = i + n;
          if (word(end) == "of" && (word(end + 1) == "them" || word(end + 1) == "whom")) end += 2;
          found_.push_back({.tokens = {start, end}, .min = {}, .max = {}});
          return end;
        }
      }
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
    found_.push_back({.tokens = {start, i}, .min = *low, .max = *high});
    return i;
  }

  /// "3,000-5,000", "10 to 16": the rest after the first number.
  std::optional<std::uint32_t> finish_range(std::uint32_t start, std::uint32_t i, Number low, Bound bound) {
    const std::string_view dash = word(i);
    if (bound != Bound::exact || (dash != "-" && dash != "–" && dash != "to" && dash != "or")) return std::nullopt;
    ++i;
    bool year = false;
    const auto high = number(i, year);
    if (!high || *high <= low || year || not_a_count(start, i)) return std::nullopt;
    found_.push_back({.tokens = {start, i}, .min = low, .max = *high});
    return i;
  }

  [[nodiscard]] bool not_a_count(std::uint32_t start, std::uint32_t end) const {
    const std::string_view next = word(end);
    if (next == "-" && (is_measure(word(end + 1)) || word(end + 1) == "member" || word(end + 1) == "point" ||
                        word(end + 1) == "nation"))
      return true;
    if (is_measure(next) || is_month(next) || next == "/" || next == ":") return true;
    if (start == first_) return false;
    const std::string_view before = analysis_.word(start - 1);
    return is_month(before) || before == "$" || before == "€" || before == "£" || before == "#" || before == "/" ||
           before == "no." || before == "aged" || before == "age" || before == "resolution" || before == "article" ||
           before == "chapter" || before == "page";
  }

  const Analysis& analysis_;
  std::uint32_t first_ = 0, last_ = 0;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Analysis& analysis) { return Reader(analysis).all(); }

}  // namespace attest
