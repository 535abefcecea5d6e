#include "annotate/calendar.hpp"

#include <array>
#include <charconv>

namespace attest {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::year;

/// Sunday of Easter by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
Date easter(year y) {
  const int n = static_cast<int>(y);
  const int a = n % 19, b = n / 100, c = n % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month_of = (h + l - 7 * m + 114) / 31, day_of = (h + l - 7 * m + 114) % 31 + 1;
  return Date{y / month{static_cast<unsigned>(month_of)} / std::chrono::day{static_cast<unsigned>(day_of)}};
}

/// First day of a month of the tabular Islamic calendar (astronomical epoch, 15 July 622 Julian; leap years 2, 5, 7, 10 …).
Date islamic(int hijri_year, int hijri_month) {
  const int before = hijri_year - 1;
  const long day_number = 354L * before + (3 + 11 * hijri_year) / 30 + 29L * (hijri_month - 1) + hijri_month / 2;
  return Date{days{-492149}} + days{day_number};  // the epoch is 18 July 622 Gregorian
}

/// A day of the Islamic year that begins in, or reaches into, a Gregorian year; the first one that lies in it.
std::optional<Date> islamic_day(year y, int hijri_month, int day_of_month) {
  const int about = (static_cast<int>(y) - 622) * 33 / 32;
  for (int hijri = about - 1; hijri <= about + 2; ++hijri) {
    const Date date = islamic(hijri, hijri_month) + days{day_of_month - 1};
    if (std::chrono::year_month_day{date}.year() == y) return date;
  }
  return std::nullopt;
}

Interval one(Date date) { return {date, date}; }

}  // namespace

Interval month_interval(std::chrono::year_month ym) { return {Date{ym / 1}, Date{ym / std::chrono::last}}; }

Interval year_interval(year y) { return {Date{y / 1 / 1}, Date{y / 12 / 31}}; }

Interval part_of(Interval whole, std::string_view part) {
  const Date start = whole.from;
  const bool of_month = (whole.to - start).count() < 31;
  const auto month_start = [&](int later) {
    const std::chrono::year_month_day ymd{start};
    return Date{(std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{later}) / 1};
  };
  if (part == "early" || part == "beginning" || part == "start")
    return {start, of_month ? start + days{9} : month_start(4) - days{1}};
  if (part == "mid" || part == "middle")
    return of_month ? Interval{start + days{9}, start + days{19}} : Interval{month_start(5), whole.to};
  if (part == "late" || part == "end") return {of_month ? start + days{20} : month_start(8), whole.to};
  return whole;
}

std::optional<unsigned> month_number(std::string_view word) {
  static constexpr auto names =
      std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                       "september", "october", "november", "december"});
  if (word.ends_with('.')) word.remove_suffix(1);
  for (unsigned i = 0; i < 12; ++i)
    if (word == names[i] || (word.size() == 3 && names[i].starts_with(word)) || (i == 8 && word == "sept"))
      return i + 1;
  return std::nullopt;
}

std::optional<std::chrono::weekday> weekday_of(std::string_view word) {
  static constexpr auto names =
      std::to_array<std::string_view>({"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});
  static constexpr auto shorts =
      std::to_array<std::string_view>({"sun.", "mon.", "tue.", "wed.", "thu.", "fri.", "sat."});
  for (unsigned i = 0; i < 7; ++i)
    if (word == names[i] || word == shorts[i] || (i == 2 && word == "tues.") || (i == 4 && word == "thurs."))
      return std::chrono::weekday{i};
  return std::nullopt;
}

std::optional<int> small_number(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"zero",     "one",     "two",     "three",     "four",     "five",     "six",
       "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
       "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"});
  for (std::size_t i = 0; i < words.size(); ++i)
    if (word == words[i]) return static_cast<int>(i);
  if (word == "a" || word == "an") return 1;
  if (word == "thirty") return 30;
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc{} || end != word.data() + word.size() || value > 400) return std::nullopt;
  return value;
}

std::optional<Interval> season_interval(std::string_view word, year y) {
  const auto quarter = [&](unsigned first) {
    const std::chrono::year_month start{y, month{first}};
    return Interval{Date{start / 1}, Date{(start + std::chrono::months{2}) / std::chrono::last}};
  };
  if (word == "spring") return quarter(3);
  if (word == "summer") return quarter(6);
  if (word == "autumn" || word == "fall") return quarter(9);
  if (word == "winter") return quarter(12);
  return std::nullopt;
}

std::optional<Interval> feast_interval(std::string_view name, year y) {
  if (name == "thanksgiving") return one(Date{y / 11 / std::chrono::Thursday[4]});
  if (name == "christmas eve") return one(Date{y / 12 / 24});
  if (name == "christmas") return one(Date{y / 12 / 25});
  if (name == "boxing day") return one(Date{y / 12 / 26});
  if (name == "new year's eve") return one(Date{y / 12 / 31});
  if (name == "new year's day" || name == "new year") return one(Date{y / 1 / 1});
  if (name == "valentine's day") return one(Date{y / 2 / 14});
  if (name == "nowruz") return one(Date{y / 3 / 21});
  if (name == "good friday") return one(easter(y) - days{2});
  if (name == "easter monday") return one(easter(y) + days{1});
  if (name == "easter" || name == "easter sunday") return one(easter(y));
  const auto islamic_feast = [&](int hijri_month, int day_of_month, int length) -> std::optional<Interval> {
    const auto first = islamic_day(y, hijri_month, day_of_month);
    return first ? std::optional(Interval{*first, *first + days{length - 1}}) : std::nullopt;
  };
  if (name == "ramadan") return islamic_feast(9, 1, 30);
  if (name == "eid al fitr") return islamic_feast(10, 1, 3);
  if (name == "eid al adha") return islamic_feast(12, 10, 4);
  if (name == "ashura") return islamic_feast(1, 10, 1);
  return std::nullopt;
}

}  // namespace attest
