// Times as feeds write them: RFC 822 and RFC 3339, and what is sent in their place.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "attest/date.hpp"

namespace attest {

struct FeedTime {
  Date day;                          // where it was written: the day that its readers call "today"
  std::chrono::sys_seconds instant;  // UTC; without a zone it is taken for UTC
  bool operator==(const FeedTime&) const = default;
};

/// Reads "Thu, 09 Mar 2017 10:15:00 +0300", "2017-03-09T10:15:00Z", "9 March 2017", "Mar 9, 2017 10:15 PM EST".
/// Nothing if no full date of the years 1900 to 2199 is there. Weekdays and unknown zones are passed over.
[[nodiscard]] std::optional<FeedTime> read_feed_time(std::string_view text);

}  // namespace attest
