#include "read/feed_time.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>

namespace attest {
namespace {

/// "2017-03-09 2017-03-09T07:15:00": the day as written, the moment in UTC.
std::string shown(std::string_view text) {
  const auto time = read_feed_time(text);
  if (!time) return "none";
  const auto day = std::chrono::floor<std::chrono::days>(time->instant);
  const std::chrono::hh_mm_ss clock{time->instant - day};
  char hours[16];
  (void)std::snprintf(hours, sizeof hours, "T%02d:%02d:%02d", static_cast<int>(clock.hours().count()),
                      static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return to_iso(time->day) + " " + to_iso(day) + hours;
}

TEST(FeedTime, ReadsWhatFeedsWrite) {
  constexpr auto cases = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"Thu, 09 Mar 2017 10:15:30 GMT", "2017-03-09 2017-03-09T10:15:30"},
      {"Thu, 09 Mar 2017 10:15:30 +0300", "2017-03-09 2017-03-09T07:15:30"},
      {"Thu, 09 Mar 2017 01:15 +0300", "2017-03-09 2017-03-08T22:15:00"},
      {"9 Mar 17 10:15 EST", "2017-03-09 2017-03-09T15:15:00"},
      {"Thursday, 9 March 2017 10:15:30 -05:30", "2017-03-09 2017-03-09T15:45:30"},
      {"Thu Mar  9 10:15:30 UTC 2017", "2017-03-09 2017-03-09T10:15:30"},
      {"Mar 9, 2017 10:15 PM", "2017-03-09 2017-03-09T22:15:00"},
      {"March 9, 2017 12:05 am", "2017-03-09 2017-03-09T00:05:00"},
      {"2017-03-09T10:15:30Z", "2017-03-09 2017-03-09T10:15:30"},
      {"2017-03-09T10:15:30.123456+03:00", "2017-03-09 2017-03-09T07:15:30"},
      {"2017-03-09t10:15:30-0800", "2017-03-09 2017-03-09T18:15:30"},
      {"2017-03-09 10:15", "2017-03-09 2017-03-09T10:15:00"},
      {"2017-03-09", "2017-03-09 2017-03-09T00:00:00"},
      {"2017/03/09 10:15", "2017-03-09 2017-03-09T10:15:00"},
      {" \n 9 march 2017 ", "2017-03-09 2017-03-09T00:00:00"},
  });
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(FeedTime, LeavesOpenWhatIsNoDate) {
  for (const char* text : {"", "yesterday", "Thu, 31 Feb 2017 10:15:30 GMT", "03/09/2017", "2017", "10:15", "9 March",
                           "99999999999999999999", "0000-00-00T00:00:00Z", "2017-13-01"})
    EXPECT_EQ(shown(text), "none") << text;
}

}  // namespace
}  // namespace attest
