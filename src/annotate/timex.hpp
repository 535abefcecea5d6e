// TIMEX3 values (TimeML 1.2.1): how an expression of time is written down apart from the words, "2017-03-08",
// "2017-W10-WE", "XXXX-WXX-3", "P2W". A value says what the words say; the days that they cover are an Interval.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "annotate/calendar.hpp"

namespace attest {

/// What an expression is as long as: "in March" is a month.
enum class Grain : std::uint8_t { day, week, weekend, month, quarter, half, season, year, decade, century };

/// The day, week, month … in which `day` lies. Weeks begin on Monday; a season is three whole months, winter from
/// December; a weekend is the Saturday and Sunday of the week.
[[nodiscard]] Interval around(Date day, Grain grain);

/// The value of the day, week, month … in which `day` lies.
[[nodiscard]] std::string timex(Date day, Grain grain);
/// The value where only the length is known: "XXXX-XX-XX", "XXXX-WXX".
[[nodiscard]] std::string_view unknown_timex(Grain grain);
/// The value of a range: the shared grain of its ends, "2017-03-06/2017-03-09".
[[nodiscard]] std::string timex(Interval range);

/// The days that a value denotes: nothing for durations, references ("PAST_REF") and what is not known in full.
[[nodiscard]] std::optional<Interval> timex_interval(std::string_view value);

/// Is this a value by the grammar of TIMEX3 (or two of them, joined by "/")?
[[nodiscard]] bool is_timex(std::string_view value);

/// How exactly UCDP would say that an interval dates something (GED codebook, date_prec): 1 a day, 2 up to six days,
/// 3 a week, whether or not both its ends are counted, 4 up to a month, 5 more.
[[nodiscard]] int date_precision(Interval interval);

}  // namespace attest
