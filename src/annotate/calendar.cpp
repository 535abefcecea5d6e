#include "annotate/calendar.hpp"

#include <unicode/calendar.h>

#include <array>
#include <charconv>
#include <cmath>
#include <memory>

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

/// Sunday of Easter in the Orthodox churches: by the Julian calendar (Meeus), as a Gregorian date.
Date orthodox_easter(year y) {
  const int n = static_cast<int>(y);
  const int d = (19 * (n % 19) + 15) % 30, e = (2 * (n % 4) + 4 * (n % 7) - d + 34) % 7;
  const int month_of = (d + e + 114) / 31, day_of = (d + e + 114) % 31 + 1;
  const Date julian{y / month{static_cast<unsigned>(month_of)} / std::chrono::day{static_cast<unsigned>(day_of)}};
  return julian + days{julian_lag_days(julian)};
}

/// The first day of an Islamic month and day that lies in a Gregorian year.
std::optional<Date> islamic_in(year y, unsigned hijri_month, unsigned day_of_month) {
  const int about = (static_cast<int>(y) - 622) * 33 / 32;
  for (int hijri = about - 1; hijri <= about + 2; ++hijri) {
    const Date date = islamic_day(hijri, hijri_month, day_of_month);
    if (std::chrono::year_month_day{date}.year() == y) return date;
  }
  return std::nullopt;
}

/// A day of another calendar, as ICU knows it; months from 0.
Date in_calendar(const char* name, int calendar_year, int calendar_month, int day_of_month) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale("en");
  locale.setKeywordValue("calendar", name, status);
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::createTimeZone("GMT"), locale, status));
  calendar->clear();
  calendar->set(calendar_year, calendar_month, day_of_month);
  constexpr double kDay = 24.0 * 60 * 60 * 1000;
  return Date{days{static_cast<int>(std::floor(calendar->getTime(status) / kDay))}};
}

/// 15 Nisan, the first day of Passover: other feasts of the Hebrew year lie at fixed distances from it.
Date passover(year y) {
  constexpr int kNisan = 7;
  return in_calendar("hebrew", static_cast<int>(y) + 3760, kNisan, 15);
}

Interval one(Date date) { return {date, date}; }

}  // namespace

Date islamic_day(int hijri_year, unsigned hijri_month, unsigned day_of_month) {
  const unsigned months_on = hijri_month - 1;
  return in_calendar("islamic-umalqura", hijri_year + static_cast<int>(months_on / 12),
                     static_cast<int>(months_on % 12), static_cast<int>(day_of_month));
}

int julian_lag_days(Date date) {
  const std::chrono::year_month_day day{date};
  const int y = int{day.year()} - (unsigned{day.month()} < 3 ? 1 : 0);
  return y / 100 - y / 400 - 2;
}

Interval month_interval(std::chrono::year_month ym) { return {Date{ym / 1}, Date{ym / std::chrono::last}}; }

Interval year_interval(year y) { return {Date{y / 1 / 1}, Date{y / 12 / 31}}; }

Interval part_of(Interval whole, std::string_view part) {
  const Date start = whole.from;
  const long length = (whole.to - start).count() + 1;
  const bool early = part == "early" || part == "beginning" || part == "start";
  const bool mid = part == "mid" || part == "middle", late = part == "late" || part == "end";
  const auto month_start = [&](int later) {
    const std::chrono::year_month_day ymd{start};
    return Date{(std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{later}) / 1};
  };
  const auto between = [&](int from_month, int to_month) {
    return Interval{month_start(from_month), std::min(month_start(to_month) - days{1}, whole.to)};
  };
  if (length <= 31) {
    if (early) return {start, start + days{9}};
    if (mid) return {start + days{9}, start + days{19}};
    if (late) return {start + days{19}, whole.to};
    return whole;
  }
  const int months = static_cast<int>(length / 30);
  if (months == 12) {
    if (early) return between(0, 4);
    if (mid) return between(5, 8);
    if (late) return between(8, 12);
    return whole;
  }
  if (months < 12) {  // of a season or a quarter: a third
    if (early) return between(0, months / 3);
    if (mid) return between(months / 3, 2 * months / 3);
    if (late) return between(2 * months / 3, months + 1);
    return whole;
  }
  const int tenth = static_cast<int>(length / 365) * 12 / 10;
  if (early) return between(0, 4 * tenth);
  if (mid) return between(4 * tenth, 6 * tenth);
  if (late) return between(6 * tenth, 11 * tenth);
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
  if (name == "palm sunday") return one(easter(y) - days{7});
  if (name == "good friday") return one(easter(y) - days{2});
  if (name == "easter monday") return one(easter(y) + days{1});
  if (name == "easter") return one(easter(y));
  if (name == "orthodox easter") return one(orthodox_easter(y));
  if (name == "orthodox christmas") return one(Date{y / 1 / 7});
  if (name == "may day") return one(Date{y / 5 / 1});
  if (name == "passover") return Interval{passover(y), passover(y) + days{7}};
  if (name == "rosh hashanah") return Interval{passover(y) + days{163}, passover(y) + days{164}};
  if (name == "yom kippur") return one(passover(y) + days{172});
  if (name == "sukkot") return Interval{passover(y) + days{177}, passover(y) + days{183}};
  if (name == "simchat torah") return one(passover(y) + days{184});
  const auto islamic_feast = [&](unsigned hijri_month, unsigned day_of_month, int length) -> std::optional<Interval> {
    const auto first = islamic_in(y, hijri_month, day_of_month);
    return first ? std::optional(Interval{*first, *first + days{length - 1}}) : std::nullopt;
  };
  if (name == "ramadan") return islamic_feast(9, 1, 30);
  if (name == "eid al fitr") return islamic_feast(10, 1, 3);
  if (name == "eid al adha") return islamic_feast(12, 10, 4);
  if (name == "ashura") return islamic_feast(1, 10, 1);
  if (name == "arbaeen") return islamic_feast(2, 20, 1);
  if (name == "mawlid") return islamic_feast(3, 12, 1);
  return std::nullopt;
}

}  // namespace attest
