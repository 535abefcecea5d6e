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

}  // namespace attest
