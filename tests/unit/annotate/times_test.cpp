#include "support/report.hpp"

#include "annotate/mentions.hpp"

namespace attest {
namespace {

struct Case {
  const char* text;
  const char* from;  // empty: no time
  const char* to;
  const char* published = "2017-03-09";  // a Thursday
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Times : public ::testing::TestWithParam<Case> {};

TEST_P(Times, ResolvesPhrase) {
  const Case& c = GetParam();
  const Document document = test::report(std::string("Headline\n\n") + c.text, c.published);
  const auto found = find_times(document, analyse(document));
  if (std::string(c.from).empty()) {
    for (const TimeMention& time : found) EXPECT_FALSE(time.when) << c.text;
    return;
  }
  ASSERT_FALSE(found.empty()) << c.text;
  ASSERT_TRUE(found.back().when) << c.text;
  EXPECT_EQ(to_iso(found.back().when->from), c.from) << c.text;
  EXPECT_EQ(to_iso(found.back().when->to), c.to) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Calendar, Times,
    ::testing::Values(Case{"It began on February 19.", "2017-02-19", "2017-02-19"},
                      Case{"It began on 19 February 2016.", "2016-02-19", "2016-02-19"},
                      Case{"It began on Feb 19, 2016.", "2016-02-19", "2016-02-19"},
                      Case{"It began on the 3rd of March, 2015.", "2015-03-03", "2015-03-03"},
                      Case{"It began on Monday, Feb. 27.", "2017-02-27", "2017-02-27"},
                      Case{"It began on Tuesday (7 March).", "2017-03-07", "2017-03-07"},
                      Case{"It began on 2016-02-19.", "2016-02-19", "2016-02-19"},
                      Case{"It began on 19.02.2016.", "2016-02-19", "2016-02-19"},
                      Case{"It began on 31/12/2016.", "2016-12-31", "2016-12-31"},
                      Case{"It began on 4/5/2016.", "", ""}, Case{"It began on 30 February 2016.", "", ""},
                      Case{"It began on February 30.", "", ""},
                      Case{"It began in October.", "2016-10-01", "2016-10-31"},
                      Case{"It began in October 2016.", "2016-10-01", "2016-10-31"},
                      Case{"It began in October last year.", "2016-10-01", "2016-10-31"},
                      Case{"It fell in late January.", "2017-01-21", "2017-01-31"},
                      Case{"It fell at the end of last month.", "2017-02-21", "2017-02-28"},
                      Case{"It fell in mid-2014.", "2014-06-01", "2014-12-31"},
                      Case{"It fell late last year.", "2016-09-01", "2016-12-31"},
                      Case{"It fell in the first week of August 2016.", "2016-08-01", "2016-08-07"},
                      Case{"It fell in the second half of 2016.", "2016-07-01", "2016-12-31"},
                      Case{"It fell in the summer of 2015.", "2015-06-01", "2015-08-31"},
                      Case{"It fell in the 1990s.", "1990-01-01", "1999-12-31"},
                      Case{"It fell on Christmas Eve.", "2016-12-24", "2016-12-24"},
                      Case{"It fell on Thanksgiving Day.", "2016-11-24", "2016-11-24"},
                      Case{"It fell on Easter Sunday 2017.", "2017-04-16", "2017-04-16"},
                      Case{"It fell during Eid al-Fitr.", "2016-07-06", "2016-07-08"},
                      Case{"It fell in 2008.", "2008-01-01", "2008-12-31", ""}));

INSTANTIATE_TEST_SUITE_P(Spans, Times,
                         ::testing::Values(Case{"It has lasted since 2014.", "2014-01-01", "2017-03-09"},
                                           Case{"It has lasted since mid-2014.", "2014-06-01", "2017-03-09"},
                                           Case{"It has lasted since December.", "2016-12-01", "2017-03-09"},
                                           Case{"It has lasted since Monday.", "2017-03-06", "2017-03-09"},
                                           Case{"It lasted from Monday to Wednesday.", "2017-03-06", "2017-03-08"},
                                           Case{"It lasted between 10 and 14 February.", "2017-02-10", "2017-02-14"},
                                           Case{"It lasted from January to March 2016.", "2016-01-01", "2016-03-31"},
                                           Case{"It lasted between 2014 and 2016.", "2014-01-01", "2016-12-31"},
                                           Case{"It lasted 3-5 March.", "2017-03-03", "2017-03-05"},
                                           Case{"It lasted March 3-5, 2016.", "2016-03-03", "2016-03-05"},
                                           Case{"It has been besieged for more than two years.", "2015-03-09",
                                                "2017-03-09"},
                                           Case{"It went on over the past three days.", "2017-03-06", "2017-03-09"},
                                           Case{"It went on within the past 24 hours.", "2017-03-08", "2017-03-09"},
                                           Case{"It went on in the last few weeks.", "2017-02-09", "2017-03-09"}));

INSTANTIATE_TEST_SUITE_P(Relative, Times,
                         ::testing::Values(Case{"It fell on Wednesday night.", "2017-03-08", "2017-03-08"},
                                           Case{"It fell late on Wednesday.", "2017-03-08", "2017-03-08"},
                                           Case{"It began on Thursday.", "2017-03-09", "2017-03-09"},
                                           Case{"It began last Thursday.", "2017-03-02", "2017-03-02"},
                                           Case{"It will begin on Sunday.", "2017-03-12", "2017-03-12"},
                                           Case{"It is expected to end this month.", "2017-03-01", "2017-03-31"},
                                           Case{"In recent days it moved.", "2017-03-02", "2017-03-09"},
                                           Case{"It ended yesterday.", "2017-03-08", "2017-03-08"},
                                           Case{"It burnt overnight.", "2017-03-08", "2017-03-09"},
                                           Case{"It fell last week.", "2017-02-27", "2017-03-05"},
                                           Case{"It fell late last week.", "2017-03-03", "2017-03-05"},
                                           Case{"It fell in the last week alone.", "2017-03-02", "2017-03-09"},
                                           Case{"This week it fell.", "2017-03-06", "2017-03-09"},
                                           Case{"It fell over the weekend.", "2017-03-04", "2017-03-05"},
                                           Case{"It fell earlier this month.", "2017-03-01", "2017-03-09"},
                                           Case{"It fell last October.", "2016-10-01", "2016-10-31"},
                                           Case{"It fell last winter.", "2016-12-01", "2017-02-28"},
                                           Case{"It fell a week ago.", "2017-03-02", "2017-03-02"},
                                           Case{"It fell two weeks ago.", "2017-02-20", "2017-02-26"}));

INSTANTIATE_TEST_SUITE_P(
    TextAnchors, Times,
    ::testing::Values(Case{"On 12 February 2016 it began. Three days later it fell.", "2016-02-15", "2016-02-15", ""},
                      Case{"On Monday it began. The next day it fell.", "2017-03-07", "2017-03-07"},
                      Case{"On 12 February it began. It fell on the same day.", "2017-02-12", "2017-02-12"},
                      Case{"It fell three days later.", "", "", ""}));

INSTANTIATE_TEST_SUITE_P(NoTime, Times,
                         ::testing::Values(Case{"It fell on Wednesday.", "", "", ""},
                                           Case{"It fell last week.", "", "", ""},
                                           Case{"It began on February 19.", "", "", ""},
                                           Case{"They may march again.", "", ""}, Case{"It sent 2000 men.", "", ""}));

}  // namespace
}  // namespace attest
