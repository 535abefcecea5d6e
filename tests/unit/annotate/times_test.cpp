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

class Times : public ::testing::TestWithParam<Case> {};

TEST_P(Times, ResolvesPhrase) {
  const Case& c = GetParam();
  const Document document = test::report(std::string("Headline\n\n") + c.text, c.published);
  const auto found = find_times(document, analyse(document));
  if (std::string(c.from).empty()) {
    EXPECT_TRUE(found.empty()) << c.text;
    return;
  }
  ASSERT_FALSE(found.empty()) << c.text;
  EXPECT_EQ(to_iso(found.front().from), c.from) << c.text;
  EXPECT_EQ(to_iso(found.front().to), c.to) << c.text;
}

INSTANTIATE_TEST_SUITE_P(Phrases, Times,
                         ::testing::Values(Case{"It fell on Wednesday night.", "2017-03-08", "2017-03-08"},
                                           Case{"It began on Thursday.", "2017-03-09", "2017-03-09"},
                                           Case{"It began on February 19.", "2017-02-19", "2017-02-19"},
                                           Case{"It began on 19 February 2016.", "2016-02-19", "2016-02-19"},
                                           Case{"It began in October.", "2016-10-01", "2016-10-31"},
                                           Case{"It began in October 2016.", "2016-10-01", "2016-10-31"},
                                           Case{"It has lasted since 2014.", "2014-01-01", "2017-03-09"},
                                           Case{"It has lasted since mid-2014.", "2014-06-01", "2017-03-09"},
                                           Case{"It has lasted since December.", "2016-12-01", "2017-03-09"},
                                           Case{"In recent days it moved.", "2017-03-02", "2017-03-09"},
                                           Case{"It ended yesterday.", "2017-03-08", "2017-03-08"},
                                           Case{"It fell last week.", "2017-02-27", "2017-03-05"},
                                           Case{"It went on over the past three days.", "2017-03-06", "2017-03-09"},
                                           Case{"This week it fell.", "2017-03-06", "2017-03-09"},
                                           Case{"It fell in late January.", "2017-01-21", "2017-01-31"},
                                           Case{"It fell two weeks ago.", "2017-02-20", "2017-02-26"},
                                           Case{"It fell in 2008.", "2008-01-01", "2008-12-31", ""}));

INSTANTIATE_TEST_SUITE_P(NoTime, Times,
                         ::testing::Values(Case{"It fell on Wednesday.", "", "", ""},
                                           Case{"They may march again.", "", ""}, Case{"It sent 2000 men.", "", ""}));

}  // namespace
}  // namespace attest
