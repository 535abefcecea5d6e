#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::year;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "rebels", "2000 homes": what a number counts; not "was", "this".
bool is_counted(std::string_view next) {
  if (next == "people" || next == "men" || next == "women" || next == "children") return true;
  return next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") && next != "this" && next != "does" &&
         next != "whereas" && next != "clashes" && next != "onwards" && next != "levels";
}

/// Whom or what reports count in figures without a comma.
bool counts_people(std::string_view next) {
  static constexpr std::string_view counted[] = {
      "people",   "men",       "women",     "children", "civilians", "homes",   "houses",   "families",  "residents",
      "fighters", "soldiers",  "troops",    "refugees", "rebels",    "deaths",  "dead",     "wounded",   "injured",
      "cases",    "prisoners", "detainees", "victims",  "villagers", "persons", "migrants", "militants", "households"};
  return std::ranges::find(counted, next) != std::end(counted);
}

/// What a number behind it numbers: "Resolution 1970", "Flight 1549".
bool is_numbered(std::string_view word) {
  static constexpr std::string_view numbered[] = {
      "resolution", "resolutions", "res",      "unscr", "flight", "no",      "no.",      "number", "article", "unit",
      "room",       "highway",     "route",    "road",  "force",  "brigade", "regiment", "decree", "law",     "page",
      "channel",    "section",     "tribunal", "order", "case",   "chapter", "boeing",   "airbus", "docket",  "bill"};
  return std::ranges::find(numbered, word) != std::end(numbered);
}

}  // namespace

/// "in 2014", "(2014)", "the 2014 protests", "Expo 2016", "between 1656 and 1662"; not "2014 people".
TimeReader::Reading TimeReader::bare_year(std::uint32_t i, std::uint32_t& end) const {
  if (Reading early = year_of_era(i, end)) return early;
  if (Reading shortened = end_of_years(i, end)) return shortened;
  const auto y = year_at(i);
  if (!y) return std::nullopt;
  const std::string_view next = word(i + 1);
  const Found found = stated(Date{year{*y} / 1 / 1}, Grain::year, "time.year");
  const bool counts = is_counted(next);
  const bool round = *y % 10 == 0;  // a count as well as a year
  const bool modern = *y >= 1900;
  const bool ends = i + 1 >= last_ || is_one_of(i + 1, {".", ",", ";", ":", ")", "]", "-", "–"});
  const auto as_year = [&]() -> Reading { return end = i + 1, found; };
  const bool opened = i > first_ && is_one_of(i - 1, {"(", ",", ";", "["});
  const auto last = is_one_of(i + 1, {"-", "–", "—", "to"}) ? year_at(i + 2) : std::nullopt;
  if (last && *last > *y && !is_counted(word(i + 3))) return as_year();  // "1990-94" has no second year
  if (i == first_ && ends && (modern || !round)) return as_year();       // a heading, a legend, "2014, after …"
  if (next == ")" || next == "]" || (opened && is_one_of(i + 1, {";", ":", ","})) ||
      (before(i) == "(" && is_one_of(i + 1, {"-", "–"})))
    return as_year();
  if (i > first_ &&
      is_one_of(i - 1, {"in", "since", "during", "until", "throughout", "before", "after", "early", "late", "mid", "by",
                        "from", "around", "year", "till", "circa", "ca", "ca.", "c."}) &&
      !(counts && is_one_of(i - 1, {"from", "around", "by", "after", "before", "ca", "ca.", "c.", "circa"})))
    return as_year();
  if (is_one_of_two_years(i)) return as_year();
  if (is_one_of(i + 1, {"census", "election", "elections", "olympics", "season", "vintage"}) && modern)
    return as_year();
  if (i == first_) return std::nullopt;
  const bool of_noun = is_one_of(i - 1, {"the", "this", "that", "'s", "’s"});
  if (of_noun && !ends && !round && *y >= 1500 && !counts_people(next)) return as_year();  // "the 2014 protests"
  if (!modern) return std::nullopt;
  if (is_one_of(i - 1, {"of", "-", "–", "a", "the", "between", "and", "to", "than", "through", "'s", "’s", "his", "her",
                        "its", "their", "or", "opened", "ended"}) &&
      !counts && !is_one_of(i + 1, {"of"}))
    return as_year();
  if (before(i) == "," && ends && capital(i - 2)) return as_year();  // "Aberdeen, 1859."
  if (capital(i - 1) && i > first_ + 1 && !counts && !is_numbered(before(i)) && (ends || !round) &&
      !is_one_of(i + 1, {"were", "was", "have", "had", "of"}))
    return as_year();  // "Expo Canada 2016"
  return std::nullopt;
}

/// "94" of "1892-94".
TimeReader::Reading TimeReader::end_of_years(std::uint32_t i, std::uint32_t& end) const {
  const std::string_view w = word(i);
  if (w.size() != 2 || !is_digit(w[0]) || !is_digit(w[1]) || i < first_ + 2 || !is_one_of(i - 1, {"-", "–"}))
    return std::nullopt;
  const auto first = year_at(i - 2);
  if (!first || !(i + 1 >= last_ || is_one_of(i + 1, {")", ",", ".", ";"}))) return std::nullopt;
  const int y = *first / 100 * 100 + (w[0] - '0') * 10 + (w[1] - '0');
  if (y <= *first) return std::nullopt;
  end = i + 1;
  return stated(Date{year{y} / 1 / 1}, Grain::year, "time.year");
}

/// "1687 and 1689", "from 1598 to 1722": years that stand together; not "1200 to 1500 men".
bool TimeReader::is_one_of_two_years(std::uint32_t i) const {
  const auto pair = [&](std::uint32_t first, std::uint32_t second) {
    const auto a = year_at(first), b = year_at(second);
    if (!a || !b || *a >= *b || *b - *a > 500 || is_counted(word(second + 1))) return false;
    if (*a % 50 == 0 && *b % 50 == 0) return false;
    return is_one_of(first - 1, {"in", "from", "between", "of", "during", "the", "reigned", "about"}) && first > first_;
  };
  const auto links = [&](std::uint32_t at) {
    return is_one_of(at, {"and", "to", "or", "until", "through", "-", "–", "—"});
  };
  return (links(i + 1) && pair(i, i + 2)) || (i > first_ + 2 && links(i - 1) && pair(i - 2, i));
}

/// "347 AD", "AD 842", "400 BCE", "(837 – 908)": years that only an era or a companion shows to be years.
TimeReader::Reading TimeReader::year_of_era(std::uint32_t i, std::uint32_t& end) const {
  const auto figures = [](std::string_view w) -> int {
    int value = 0;
    const auto [at, error] = std::from_chars(w.data(), w.data() + w.size(), value);
    return w.empty() || w.size() > 4 || error != std::errc{} || at != w.data() + w.size() ? 0 : value;
  };
  const auto of = [&](int y, std::uint32_t after) {
    end = after;
    return stated(Date{year{y} / 1 / 1}, Grain::year, "time.year");
  };
  const auto is_era = [&](std::uint32_t at) { return is_one_of(at, {"ad", "ce", "a.d.", "c.e."}); };
  std::string_view w = word(i);
  if (w == "ad" || w == "a.d.") {
    const int y = figures(word(i + 1));
    return y > 0 && capital(i) ? Reading(of(y, i + 2)) : std::nullopt;
  }
  if (w.starts_with("ad") && capital(i) && figures(w.substr(2)) > 99) return of(figures(w.substr(2)), i + 1);
  const int y = figures(w);
  if (y == 0) return std::nullopt;
  if (is_era(i + 1) && capital(i + 1)) return of(y, i + 2);
  if (is_one_of(i + 1, {"bc", "bce", "b.c.", "b.c.e."}) && capital(i + 1)) {
    end = i + 2;
    return unknown(fmt::format("BC{:04}", y), "time.year");
  }
  if (w.size() != 3) return std::nullopt;
  const bool dash_after = is_one_of(i + 1, {"-", "–"}), dash_before = i > first_ + 1 && is_one_of(i - 1, {"-", "–"});
  const bool about = is_one_of(i - 1, {"c.", "ca.", "circa"}) && i > first_;
  if (about) return of(y, i + 1);
  if (dash_after && before(i) == "(" && figures(word(i + 2)) > y && word(i + 3) == ")") return of(y, i + 1);
  if (dash_before && word(i + 1) == ")" && figures(word(i - 2)) > 99 && figures(word(i - 2)) < y && i > first_ + 2 &&
      is_one_of(i - 3, {"(", "c.", "ca.", "circa"}))
    return of(y, i + 1);
  return std::nullopt;
}

/// "the 1990s", "the nineties", "the '90s".
TimeReader::Reading TimeReader::decade(std::uint32_t i, std::uint32_t& end) const {
  const auto of = [&](int from, std::uint32_t n) {  // "the 1800s" are a century
    end = i + n;
    const bool hundred = from % 100 == 0 && from < 2000;
    return stated(Date{year{from} / 1 / 1}, hundred ? Grain::century : Grain::decade,
                  hundred ? "time.century" : "time.decade");
  };
  const std::string_view w = word(i);
  int first = 0;
  if (w.size() > 6 && (w.ends_with("'s") || w.ends_with("’s")) &&  // one token, as some write it
      std::from_chars(w.data(), w.data() + 4, first).ptr == w.data() + 4 && w.find_first_of("’'") == 4 &&
      first % 10 == 0 && first >= 1000 && first < 2010)
    return of(first, 1);
  if (w.size() == 3 && w.ends_with("0s") && w[0] >= '2' && is_digit(w[0]) &&
      is_one_of(i - 1, {"the", "early", "late", "-", "'", "’", "and"}) && i > first_)
    return of(1900 + (w[0] - '0') * 10, 1);
  if (w.size() == 5 && w.ends_with("0s") && std::from_chars(w.data(), w.data() + 4, first).ptr == w.data() + 4 &&
      first >= 1000 && first < 2100)
    return of(first, 1);
  if (const auto y = year_at(i); y && *y % 10 == 0) {
    if (word(i + 1) == "s" || ((word(i + 1) == "'s" || word(i + 1) == "’s") && before(i) == "the")) return of(*y, 2);
  }
  static constexpr std::pair<std::string_view, int> names[] = {
      {"twenties", 1920}, {"thirties", 1930},  {"forties", 1940},  {"fifties", 1950},
      {"sixties", 1960},  {"seventies", 1970}, {"eighties", 1980}, {"nineties", 1990}};
  if (before(i) == "the" || is_one_of(i - 1, {"early", "late", "mid", "-"}))
    for (const auto& [name, from] : names)
      if (w == name) return of(from, 1);
  return std::nullopt;
}

/// "the 19th century", "17th-century", "the twentieth century".
TimeReader::Reading TimeReader::century(std::uint32_t i, std::uint32_t& end) const {
  std::uint32_t at = i + 1;
  if (word(at) == "-") ++at;
  if (word(at) != "century") return std::nullopt;
  static constexpr std::string_view ordinals[] = {"thirteenth",  "fourteenth", "fifteenth",  "sixteenth",
                                                  "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  unsigned n = 0;
  if (const auto* named = std::ranges::find(ordinals, word(i)); named != std::end(ordinals))
    n = 13 + static_cast<unsigned>(named - std::begin(ordinals));
  else if (phrase_at(i - 1, "twenty-first") != 0 || word(i) == "twenty-first")
    n = 21;
  else if (const auto day = day_at(i); day && word(i).size() > 2)
    n = *day;
  if (n < 1 || n > 21) return std::nullopt;
  end = at + 1;
  return stated(Date{year{static_cast<int>(n - 1) * 100} / 1 / 1}, Grain::century, "time.century");
}

}  // namespace attest
