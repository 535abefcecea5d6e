#include "annotate/timex.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/date_precision.hpp"

namespace attest {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr auto kSeasons = std::to_array<std::string_view>({"SP", "SU", "FA", "WI"});

Date monday_of(Date day) { return day - days{(std::chrono::weekday{day} - std::chrono::Monday).count()}; }

/// `count` whole months from the `first` of a year; counts on into the next year.
Interval months_of(year y, int first, int count) {
  const year_month start = year_month{y, std::chrono::January} + months{first};
  return {Date{start / 1}, month_interval(start + months{count - 1}).to};
}

/// Winter goes by the year in which it begins.
year year_of_season(year_month_day day) { return unsigned{day.month()} < 3 ? day.year() - years{1} : day.year(); }

int season_of(year_month_day day) { return static_cast<int>((unsigned{day.month()} + 9) % 12 / 3); }

/// ISO 8601: the year of a week is that of its Thursday.
std::string iso_week(Date monday) {
  const Date thursday = monday + days{3};
  const year y = year_month_day{thursday}.year();
  return fmt::format("{:04}-W{:02}", int{y}, (thursday - Date{y / 1 / 1}).count() / 7 + 1);
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool digits_or_x(std::string_view text, std::size_t size) {
  return text.size() == size && std::ranges::all_of(text, [](char c) { return c == 'X' || (c >= '0' && c <= '9'); });
}

bool is_clock(std::string_view text) {
  for (std::string_view part : {"MO", "MI", "AF", "EV", "NI", "DT"})
    if (text == part) return true;
  return text.size() >= 2 && digits_or_x(text.substr(0, 2), 2) && std::ranges::all_of(text, [](char c) {
           return c == 'X' || c == ':' || c == 'Z' || c == '+' || c == '-' || (c >= '0' && c <= '9');
         });
}

bool is_duration(std::string_view text) {  // "P2W", "PXD", "PT24H", "P1Y6M"
  if (!text.starts_with('P')) return false;
  text.remove_prefix(1);
  if (text.starts_with('T')) text.remove_prefix(1);
  bool any = false, amount = false;
  for (char c : text) {
    const bool digit = (c >= '0' && c <= '9') || c == 'X' || c == '.';
    if (!digit && (!amount || std::string_view("YMWDHSCE").find(c) == std::string_view::npos) && c != 'T') return false;
    amount = digit;
    any = any || !digit;
  }
  return any && !amount;
}

/// "BC0400": before our era, which no Date reaches.
bool is_before_christ(std::string_view text) {
  return text.size() == 6 && text.starts_with("BC") && digits_or_x(text.substr(2), 4);
}

bool is_date(std::string_view text) {
  if (is_before_christ(text)) return true;
  if (digits_or_x(text, 2) || digits_or_x(text, 3) || digits_or_x(text, 4)) return true;
  if (text.size() < 7 || !digits_or_x(text.substr(0, 4), 4) || text[4] != '-') return false;
  const std::string_view rest = text.substr(5);
  if (rest.starts_with('Q')) return digits_or_x(rest.substr(1), 1);
  if (rest.starts_with('H')) return digits_or_x(rest.substr(1), 1);
  if (rest.starts_with('W') && rest != "WI") {
    if (rest.size() < 3 || !digits_or_x(rest.substr(1, 2), 2)) return false;
    const std::string_view day = rest.substr(3);
    return day.empty() || day == "-WE" || (day.size() == 2 && day[0] == '-' && digits_or_x(day.substr(1), 1));
  }
  if (std::ranges::find(kSeasons, rest) != kSeasons.end()) return true;
  if (!digits_or_x(rest.substr(0, 2), 2)) return false;
  return rest.size() == 2 || (rest.size() == 5 && rest[2] == '-' && digits_or_x(rest.substr(3), 2));
}

}  // namespace

Interval around(Date day, Grain grain) {
  const year_month_day ymd{day};
  const year y = ymd.year();
  const int month = static_cast<int>(unsigned{ymd.month()}) - 1;
  switch (grain) {
    case Grain::day:
      return {day, day};
    case Grain::week:
      return {monday_of(day), monday_of(day) + days{6}};
    case Grain::weekend:
      return {monday_of(day) + days{5}, monday_of(day) + days{6}};
    case Grain::month:
      return months_of(y, month, 1);
    case Grain::quarter:
      return months_of(y, month / 3 * 3, 3);
    case Grain::half:
      return months_of(y, month / 6 * 6, 6);
    case Grain::season:
      return months_of(year_of_season(ymd), 2 + 3 * season_of(ymd), 3);
    case Grain::year:
      return year_interval(y);
    case Grain::decade: {
      const int first = int{y} / 10 * 10;
      return {year_interval(year{first}).from, year_interval(year{first + 9}).to};
    }
    case Grain::century: {
      const int first = int{y} / 100 * 100;
      return {year_interval(year{first}).from, year_interval(year{first + 99}).to};
    }
  }
  return {day, day};
}

std::string timex(Date day, Grain grain) {
  const year_month_day ymd{day};
  const int y = int{ymd.year()};
  const unsigned month = unsigned{ymd.month()};
  switch (grain) {
    case Grain::day:
      return to_iso(day);
    case Grain::week:
      return iso_week(monday_of(day));
    case Grain::weekend:
      return iso_week(monday_of(day)) + "-WE";
    case Grain::month:
      return fmt::format("{:04}-{:02}", y, month);
    case Grain::quarter:
      return fmt::format("{:04}-Q{}", y, (month - 1) / 3 + 1);
    case Grain::half:
      return fmt::format("{:04}-H{}", y, (month - 1) / 6 + 1);
    case Grain::season:
      return fmt::format("{:04}-{}", int{year_of_season(ymd)}, kSeasons.at(static_cast<std::size_t>(season_of(ymd))));
    case Grain::year:
      return fmt::format("{:04}", y);
    case Grain::decade:
      return fmt::format("{:03}", y / 10);
    case Grain::century:
      return fmt::format("{:02}", y / 100);
  }
  return {};
}

std::string_view unknown_timex(Grain grain) {
  switch (grain) {
    case Grain::day:
      return "XXXX-XX-XX";
    case Grain::week:
      return "XXXX-WXX";
    case Grain::weekend:
      return "XXXX-WXX-WE";
    case Grain::month:
      return "XXXX-XX";
    case Grain::quarter:
      return "XXXX-QX";
    case Grain::half:
      return "XXXX-HX";
    case Grain::season:
    case Grain::year:
      return "XXXX";
    case Grain::decade:
      return std::string_view("XXXX").substr(1);
    case Grain::century:
      return "XX";
  }
  return "XXXX";
}

std::string timex(Interval range) {
  for (const Grain grain : {Grain::year, Grain::month})
    if (around(range.from, grain).from == range.from && around(range.to, grain).to == range.to)
      return timex(range.from, grain) + "/" + timex(range.to, grain);
  return to_iso(range.from) + "/" + to_iso(range.to);
}

std::optional<Interval> timex_interval(std::string_view value) {
  if (const std::size_t slash = value.find('/'); slash != std::string_view::npos) {
    const auto first = timex_interval(value.substr(0, slash)), last = timex_interval(value.substr(slash + 1));
    if (!first || !last || first->from > last->to) return std::nullopt;
    return Interval{first->from, last->to};
  }
  if (const std::size_t clock = value.find('T'); clock != std::string_view::npos && !value.ends_with("REF")) {
    if (!is_clock(value.substr(clock + 1))) return std::nullopt;
    value = value.substr(0, clock);
  }
  if (!is_date(value) || is_before_christ(value) || value.find('X') != std::string_view::npos) return std::nullopt;
  const int first = *number(value.substr(0, std::min<std::size_t>(value.size(), 4)));
  const auto whole = [&](int y, Grain grain) { return around(Date{year{y} / 1 / 1}, grain); };
  if (value.size() == 2) return whole(first * 100, Grain::century);
  if (value.size() == 3) return whole(first * 10, Grain::decade);
  const year y{first};
  if (value.size() == 4) return whole(first, Grain::year);
  const std::string_view rest = value.substr(5);
  if (rest[0] == 'Q' || rest[0] == 'H') {
    const int length = rest[0] == 'Q' ? 3 : 6, n = *number(rest.substr(1));
    return n < 1 || n > 12 / length ? std::nullopt : std::optional(months_of(y, (n - 1) * length, length));
  }
  if (const auto* season = std::ranges::find(kSeasons, rest); season != kSeasons.end())
    return months_of(y, 2 + 3 * static_cast<int>(season - kSeasons.begin()), 3);
  if (rest[0] == 'W') {
    const int week = *number(rest.substr(1, 2));
    const Date monday = monday_of(Date{y / 1 / 4}) + days{7L * (week - 1)};
    if (week < 1 || iso_week(monday) != value.substr(0, 8)) return std::nullopt;
    if (rest.size() == 3) return around(monday, Grain::week);
    if (rest.ends_with("WE")) return around(monday, Grain::weekend);
    const int day = *number(rest.substr(4));
    return day < 1 || day > 7 ? std::nullopt : std::optional(around(monday + days{day - 1}, Grain::day));
  }
  const year_month ym{y, std::chrono::month{static_cast<unsigned>(*number(rest.substr(0, 2)))}};
  if (!ym.ok()) return std::nullopt;
  if (rest.size() == 2) return month_interval(ym);
  const year_month_day day = ym / static_cast<int>(*number(rest.substr(3)));
  return day.ok() ? std::optional(Interval{Date{day}, Date{day}}) : std::nullopt;
}

bool is_timex(std::string_view value) {
  if (const std::size_t slash = value.find('/'); slash != std::string_view::npos)
    return is_timex(value.substr(0, slash)) && is_timex(value.substr(slash + 1)) &&
           value.find('/', slash + 1) == std::string_view::npos;
  if (value == "PAST_REF" || value == "PRESENT_REF" || value == "FUTURE_REF" || is_duration(value)) return true;
  if (const std::size_t clock = value.find('T'); clock != std::string_view::npos)
    return is_date(value.substr(0, clock)) && is_clock(value.substr(clock + 1));
  return is_date(value);
}

int date_precision(Interval interval) { return date_precision(interval.from, interval.to); }

}  // namespace attest
