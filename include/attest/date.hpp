// Calendar dates without time of day: a report's claims are dated to the day at best.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

using Date = std::chrono::sys_days;

/// Reads "2017-03-09" (ISO 8601, calendar date only, years 1000-9999); nothing if it is not a real day.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

/// "2017-03-09".
[[nodiscard]] std::string to_iso(Date date);

}  // namespace attest
