// Whatever words of time stand beside each other: no interval runs backwards, every value is TIMEX3, and where a value
// denotes days they meet those of the interval.
#include <rapidcheck.h>

#include "support/report.hpp"

#include "annotate/mentions.hpp"
#include "annotate/timex.hpp"

namespace attest {
namespace {

rc::Gen<std::string> word() {
  return rc::gen::element<std::string>(
      "on", "in", "since", "from", "to", "until", "between", "and", "the", "of", "early", "mid-", "late", "last",
      "next", "this", "past", "few", "several", "two", "3", "14", "31", "0", "99", "2014", "2017", "1438", "3rd",
      "30/2/2016", "7/8/07", "2017-02-30", "2016-02-19", "19.02.2016", "31/12/99", "January", "Feb.", "March", "May",
      "October", "Rajab", "Ramadan", "Easter", "Passover", "Monday", "Wednesday", "Sunday", "night", "morning",
      "midnight", "after", "before", "overnight", "today", "yesterday", "tomorrow", "week", "weeks", "month", "months",
      "year", "years", "day", "days", "hours", "weekend", "ago", "later", "earlier", "following", "same", "that",
      "every", "more than", "about", "recent", "summer", "winter", "first", "second", "quarter", "half", "century",
      "1990s", "for", "have", "will", "was", "fell", ",", "-", "–", "(", ")", ".", "(Old Style)", "AH", "now",
      "16:00 UTC", "then", "years ago", "a year later");
}

void read_any_words() {
  const auto words = *rc::gen::container<std::vector<std::string>>(word());
  const int published_on = *rc::gen::inRange(-1, 40000);  // days after 1970; -1: no date
  std::string text = "Headline\n\nIt";
  for (const std::string& next : words) text += " " + next;
  const std::string published = published_on < 0 ? "" : to_iso(Date{std::chrono::days{published_on}});
  const Document document = test::report(text + ".", published.c_str());
  const Analysis analysis = analyse(document);
  std::uint32_t last = 0;
  for (const TimeMention& time : find_times(document, analysis)) {
    RC_ASSERT(time.tokens.first < time.tokens.last);
    RC_ASSERT(time.tokens.first >= last);
    last = time.tokens.first;
    RC_ASSERT(is_timex(time.value));
    RC_ASSERT(!time.rule.empty());
    if (!time.when) continue;
    RC_ASSERT(time.when->from <= time.when->to);
    const auto days = timex_interval(time.value);
    RC_ASSERT(!days || (days->from <= time.when->to && time.when->from <= days->to));
  }
}

TEST(TimesProperty, IntervalsRunForwardAndValuesParse) {
  EXPECT_TRUE(rc::check("times of any words make sense", read_any_words));
}

}  // namespace
}  // namespace attest
