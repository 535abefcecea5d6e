#include <algorithm>
#include <charconv>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

namespace {

std::optional<Date> real_day(int y, unsigned month, unsigned day) {
  const year_month_day date = year{y} / std::chrono::month{month} / std::chrono::day{day};
  return date.ok() ? std::optional(Date{date}) : std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "rebels", "2000 homes": what a number counts; not "was", "this".
bool is_counted(std::string_view next) {
  if (next == "people" || next == "men" || next == "women" || next == "children") return true;
  return next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") && next != "this" && next != "does" &&
         next != "whereas" && next != "clashes";
}

}  // namespace

/// "2017-03-14", "14.03.2017", "14/3/2017", "31/12/99". Where day and month could stand either way round, the reading
/// that is not after publication, if only one is within the year before it; else nothing says which.
TimeReader::Reading TimeReader::numeric(std::uint32_t i, std::uint32_t& end) const {
  if (phrase_at(i, "9/11") != 0)
    return end = i + phrase_at(i, "9/11"), stated(*real_day(2001, 9, 11), Grain::day, "time.feast");
  std::string joined;
  std::uint32_t at = i;
  for (; at < last_ && at < i + 5; ++at) {
    if (at > i && !analysis_.tokens[at].joined) break;
    const std::string_view w = word(at);
    if (w.empty() || w == "." ||
        !std::ranges::all_of(w, [](char c) { return is_digit(c) || c == '.' || c == '/' || c == '-'; }))
      break;
    joined += w;
  }
  while (joined.ends_with('.')) joined.pop_back();
  if (joined.size() < 6 || joined.size() > 10 || !is_digit(joined.front()) || !is_digit(joined.back()))
    return std::nullopt;
  if (const auto iso = parse_iso_date(joined)) return end = at, stated(*iso, Grain::day, "time.date");
  int parts[3] = {0, 0, 0}, sizes[3] = {0, 0, 0};
  int n = 0;
  char mark = 0;
  for (char c : joined) {
    if (is_digit(c)) {
      parts[n] = parts[n] * 10 + (c - '0');
      if (++sizes[n] > 4) return std::nullopt;
      continue;
    }
    if (n == 2 || sizes[n] == 0 || (mark != 0 && c != mark)) return std::nullopt;
    mark = c;
    ++n;
  }
  if (n != 2) return std::nullopt;
  if (sizes[0] == 4 && mark == '-') return end = at, unknown("XXXX-XX-XX", "time.no-such-day");  // "2017-02-30"
  if (sizes[0] > 2 || sizes[1] > 2 || (sizes[2] != 4 && (sizes[2] != 2 || mark != '/'))) return std::nullopt;
  if (sizes[2] == 4 && (parts[2] < 1000 || parts[2] > 2999)) return std::nullopt;
  end = at;
  std::vector<Date> readings;  // day first, month first
  for (const auto& [day, month] : {std::pair(parts[0], parts[1]), std::pair(parts[1], parts[0])}) {
    int y = parts[2];
    if (sizes[2] == 2) {  // of the hundred years up to publication
      if (!published_) continue;
      const int now = int{year_month_day{*published_}.year()};
      y += now / 100 * 100;
      if (y > now) y -= 100;
    }
    const auto date = real_day(y, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (date && std::ranges::find(readings, *date) == readings.end()) readings.push_back(*date);
    if (mark != '/') break;  // dots and dashes: the day comes first
  }
  if (readings.empty()) return unknown("XXXX-XX-XX", "time.no-such-day");
  if (readings.size() == 1) {
    Found only = stated(readings.front(), Grain::day, "time.date");
    if (sizes[2] == 2) only.stated = false, only.rule = "time.two-digit-year";
    return only;
  }
  std::vector<Date> fitting;
  for (const Date date : readings)
    if (published_ && date <= *published_ && date > *published_ - days{366}) fitting.push_back(date);
  if (fitting.size() == 1) return whole(fitting.front(), Grain::day, "time.figures-before-publication");
  return unknown("XXXX-XX-XX", "time.day-or-month-first");
}

/// "in 2014", "(2014)", "between 2014 and 2016"; not "2014 people".
TimeReader::Reading TimeReader::bare_year(std::uint32_t i, std::uint32_t& end) const {
  const auto y = year_at(i);
  if (!y) return std::nullopt;
  const std::string_view next = word(i + 1);
  const Found found = stated(Date{year{*y} / 1 / 1}, Grain::year, "time.year");
  const bool opened = i > first_ && is_one_of(i - 1, {"(", ",", ";", "["});
  const auto last = is_one_of(i + 1, {"-", "–", "—", "to"}) ? year_at(i + 2) : std::nullopt;
  if (last && *last > *y && !is_counted(word(i + 3))) return end = i + 1, found;  // "1990-94" has no second year
  if (i == first_ && i + 1 == last_) return end = i + 1, found;                   // a heading
  if (next == ")" || next == "]" || (opened && is_one_of(i + 1, {";", ":", ","})) ||
      (before(i) == "(" && is_one_of(i + 1, {"-", "–"})))
    return end = i + 1, found;
  if (i > first_ &&
      is_one_of(i - 1, {"in", "since", "during", "until", "throughout", "before", "after", "early", "late", "mid", "by",
                        "from", "around", "year", "till", "circa"}) &&
      !(is_counted(next) && is_one_of(i - 1, {"from", "around", "by", "after", "before"})))
    return end = i + 1, found;
  if (*y < 1900 || i == first_) return std::nullopt;
  if (is_one_of(i - 1, {"of", "-", "–", "a", "the", "between", "and", "to", "than", "through", "'s", "’s", "his", "her",
                        "its", "their", "or", "opened", "ended"}) &&
      !is_counted(next) && !is_one_of(i + 1, {"of"}))
    return end = i + 1, found;
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
  if (n < 11 || n > 21) return std::nullopt;
  end = at + 1;
  return stated(Date{year{static_cast<int>(n - 1) * 100} / 1 / 1}, Grain::century, "time.century");
}

}  // namespace attest
