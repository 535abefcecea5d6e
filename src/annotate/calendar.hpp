// Months, weekdays, seasons and feasts: what calendar words mean, apart from any sentence. All dates are Gregorian.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "attest/date.hpp"

namespace attest {

/// First and last day.
struct Interval {
  Date from, to;
  bool operator==(const Interval&) const = default;
};

[[nodiscard]] Interval month_interval(std::chrono::year_month month);
[[nodiscard]] Interval year_interval(std::chrono::year year);

/// "early", "mid", "late" of a month: 1-10, 10-20, 20 to the end. Of a year: January to April, June to August,
/// September to December. Of a decade or century: its first, middle and last part of four, two and four tenths.
/// Anything else: the whole.
[[nodiscard]] Interval part_of(Interval whole, std::string_view part);

/// Of lower-cased words; an abbreviation may end in a full stop.
[[nodiscard]] std::optional<unsigned> month_number(std::string_view word);
[[nodiscard]] std::optional<std::chrono::weekday> weekday_of(std::string_view word);
/// "a", "three", "twelve", "24": up to 400.
[[nodiscard]] std::optional<int> small_number(std::string_view word);
/// "spring" to "winter" of a year, three whole months; winter begins in December of that year.
[[nodiscard]] std::optional<Interval> season_interval(std::string_view word, std::chrono::year year);

/// A day of the Islamic calendar of Umm al-Qura (ICU's tables, from 1300 AH), which newspapers' dates come near to
/// within a day: elsewhere the sighted moon decides.
[[nodiscard]] Date islamic_day(int hijri_year, unsigned month, unsigned day);
/// How many days the Julian calendar is behind on a date of its own, written as if it were Gregorian.
[[nodiscard]] int julian_lag_days(Date date);

/// A feast whose rule is known, by its first words ("thanksgiving", "eid al fitr") and year. Islamic ones can lie a day
/// off where the moon is sighted: Eid al-Fitr counts as three days, Eid al-Adha as four, Ramadan as 30.
[[nodiscard]] std::optional<Interval> feast_interval(std::string_view name, std::chrono::year year);

}  // namespace attest
