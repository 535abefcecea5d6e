#include "support/report.hpp"

#include "annotate/mentions.hpp"
#include "annotate/timex.hpp"

namespace attest {
namespace {

/// The last expression of the text: its TIMEX3 value with "+MOD", and its days "FROM..TO", or "" where nothing says.
struct Case {
  const char* text;
  const char* value;
  const char* days;
  const char* published = "2017-03-09";  // a Thursday
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Times : public ::testing::TestWithParam<Case> {};

TEST_P(Times, ResolvesPhrase) {
  const Case& c = GetParam();
  const Document document = test::report(std::string("Headline\n\n") + c.text, c.published);
  const auto found = find_times(document, analyse(document));
  if (std::string(c.value).empty()) {
    EXPECT_TRUE(found.empty()) << c.text << ": " << found.back().value;
    return;
  }
  ASSERT_FALSE(found.empty()) << c.text;
  const TimeMention& time = found.back();
  EXPECT_EQ(time.value + (time.mod.empty() ? "" : "+" + std::string(time.mod)), c.value) << c.text;
  EXPECT_EQ(time.when ? to_iso(time.when->from) + ".." + to_iso(time.when->to) : "", c.days) << c.text;
  EXPECT_TRUE(is_timex(time.value)) << time.value;
  EXPECT_FALSE(time.rule.empty());
  if (time.when) {
    EXPECT_LE(time.when->from, time.when->to);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Dates, Times,
    ::testing::Values(Case{"It began on February 19.", "2017-02-19", "2017-02-19..2017-02-19"},
                      Case{"It began on 19 February 2016.", "2016-02-19", "2016-02-19..2016-02-19"},
                      Case{"It began on Feb 19, 2016.", "2016-02-19", "2016-02-19..2016-02-19"},
                      Case{"It began on the 3rd of March, 2015.", "2015-03-03", "2015-03-03..2015-03-03"},
                      Case{"It began on Monday, Feb. 27.", "2017-02-27", "2017-02-27..2017-02-27"},
                      Case{"It began on Tuesday (7 March).", "2017-03-07", "2017-03-07..2017-03-07"},
                      Case{"It began on 2016-02-19.", "2016-02-19", "2016-02-19..2016-02-19"},
                      Case{"It began on 19.02.2016.", "2016-02-19", "2016-02-19..2016-02-19"},
                      Case{"It began on 31/12/2016.", "2016-12-31", "2016-12-31..2016-12-31"},
                      Case{"It began on 31/12/99.", "1999-12-31", "1999-12-31..1999-12-31"},
                      Case{"It began on 8/3/2017.", "2017-03-08", "2017-03-08..2017-03-08"},
                      Case{"It began on 4/5/2016.", "XXXX-XX-XX", ""},
                      Case{"It began on 31/12/99.", "XXXX-XX-XX", "", ""},
                      Case{"It began on the 3rd.", "2017-03-03", "2017-03-03..2017-03-03"},
                      Case{"It began in October.", "2016-10", "2016-10-01..2016-10-31"},
                      Case{"It began in October 2016.", "2016-10", "2016-10-01..2016-10-31"},
                      Case{"It began in October last year.", "2016-10", "2016-10-01..2016-10-31"},
                      Case{"It fell last October.", "2016-10", "2016-10-01..2016-10-31"},
                      Case{"It fell in 2008.", "2008", "2008-01-01..2008-12-31", ""},
                      Case{"It fell in the 1990s.", "199", "1990-01-01..1999-12-31"},
                      Case{"It was built in the 17th century.", "16", "1600-01-01..1699-12-31"},
                      Case{"It will end on 3 March 2031.", "2031-03-03", "2031-03-03..2031-03-03"},
                      Case{"Talks will open on March 20.", "2017-03-20", "2017-03-20..2017-03-20"}));

INSTANTIATE_TEST_SUITE_P(
    Years, Times,
    ::testing::Values(Case{"It followed the 2014 protests.", "2014", "2014-01-01..2014-12-31"},
                      Case{"It was on show at Expo Milano 2015 in Italy.", "2015", "2015-01-01..2015-12-31"},
                      Case{"He wrote it in Aberdeen, 1959.", "1959", "1959-01-01..1959-12-31"},
                      Case{"They built it between 1656 and 1662.", "1656/1662", "1656-01-01..1662-12-31"},
                      Case{"It was taken in 1687 and 1689.", "1689", "1689-01-01..1689-12-31"},
                      Case{"He was born around 347 AD.", "0347", "0347-01-01..0347-12-31"},
                      Case{"It was left by 400 BC.", "BC0400", ""},
                      Case{"It stood in the 10th century.", "09", "0900-01-01..0999-12-31"},
                      Case{"It ran in January-June 2016.", "2016-01/2016-06", "2016-01-01..2016-06-30"},
                      Case{"It was the fifth of January.", "2017-01-05", "2017-01-05..2017-01-05"},
                      Case{"Today the quarter still has two schools.", "PRESENT_REF", "2017-03-09..2017-03-09"},
                      Case{"Today, rebels seized two schools.", "2017-03-09", "2017-03-09..2017-03-09"},
                      Case{"They passed Resolution 1970 at once.", "", ""},
                      Case{"It helped the 2000 people in the camp.", "", ""},
                      Case{"It held 1200 to 1500 men.", "", ""}));

INSTANTIATE_TEST_SUITE_P(
    History, Times,
    ::testing::Values(Case{"He was born in 1811. He studied from 1823 to 1828. In 1830 he left.\n\nOn 30 May 1832 he "
                           "fought. Friends came.\n\nOn 2 June he was buried.",
                           "1832-06-02", "1832-06-02..1832-06-02"},
                      Case{"It began in 2011. On 30 May 2012 they fought.\n\nOn 2 June 2016 they met. On 2 March they "
                           "parted.",
                           "2017-03-02", "2017-03-02..2017-03-02"}));

INSTANTIATE_TEST_SUITE_P(
    Parts, Times,
    ::testing::Values(
        Case{"It fell in early January.", "2017-01+START", "2017-01-01..2017-01-10"},
        Case{"It fell in mid-January.", "2017-01+MID", "2017-01-10..2017-01-20"},
        Case{"It fell in late January.", "2017-01+END", "2017-01-20..2017-01-31"},
        Case{"It fell at the end of last month.", "2017-02+END", "2017-02-20..2017-02-28"},
        Case{"It fell at the beginning of this month.", "2017-03+START", "2017-03-01..2017-03-09"},
        Case{"It fell in mid-2014.", "2014+MID", "2014-06-01..2014-08-31"},
        Case{"It fell in late 2014.", "2014+END", "2014-09-01..2014-12-31"},
        Case{"It fell late last year.", "2016+END", "2016-09-01..2016-12-31"},
        Case{"It fell late last week.", "2017-W09+END", "2017-03-03..2017-03-05"},
        Case{"It fell late on Wednesday.", "2017-03-08+END", "2017-03-08..2017-03-08"},
        Case{"It fell in the first week of August 2016.", "2016-08-01/2016-08-07", "2016-08-01..2016-08-07"},
        Case{"It fell in the second half of 2016.", "2016-H2", "2016-07-01..2016-12-31"},
        Case{"It fell in the third quarter.", "2016-Q3", "2016-07-01..2016-09-30"},
        Case{"In the first six months of 2016 it fell.", "2016-01/2016-06", "2016-01-01..2016-06-30"},
        Case{"In the last two months of 2016 it fell.", "2016-11/2016-12", "2016-11-01..2016-12-31"},
        Case{"It rained over the weekend of 4-5 March.", "2017-03-04/2017-03-05", "2017-03-04..2017-03-05"}));

INSTANTIATE_TEST_SUITE_P(
    NamedDays, Times,
    ::testing::Values(Case{"It fell in the summer of 2015.", "2015-SU", "2015-06-01..2015-08-31"},
                      Case{"It fell last winter.", "2016-WI", "2016-12-01..2017-02-28"},
                      Case{"It fell over the summer.", "2016-SU", "2016-06-01..2016-08-31"},
                      Case{"It fell on Christmas Eve.", "2016-12-24", "2016-12-24..2016-12-24"},
                      Case{"It fell on Thanksgiving Day.", "2016-11-24", "2016-11-24..2016-11-24"},
                      Case{"It fell on Easter Sunday 2017.", "2017-04-16", "2017-04-16..2017-04-16"},
                      Case{"It fell on Orthodox Easter 2024.", "2024-05-05", "2024-05-05..2024-05-05"},
                      Case{"It fell during Eid al-Fitr.", "2016-07-06/2016-07-08", "2016-07-06..2016-07-08"},
                      Case{"It fell during Ramadan.", "2016-06-06/2016-07-05", "2016-06-06..2016-07-05"},
                      Case{"It fell during Ramadan.", "2017-05-27/2017-06-25", "2017-05-27..2017-06-02", "2017-06-02"},
                      Case{"It fell during Passover 2024.", "2024-04-23/2024-04-30", "2024-04-23..2024-04-30"},
                      Case{"It fell on Yom Kippur 2023.", "2023-09-25", "2023-09-25..2023-09-25"},
                      Case{"It fell on 12 Rajab 1438.", "2017-04-09+APPROX", "2017-04-08..2017-04-10", "2017-05-01"},
                      Case{"It fell on 12 Rajab.", "XXXX-XX-XX", ""},
                      Case{"It fell on 25 October 1917 (Old Style).", "1917-11-07", "1917-11-07..1917-11-07"}));

INSTANTIATE_TEST_SUITE_P(
    Spans, Times,
    ::testing::Values(
        Case{"It has lasted since 2014.", "2014+AFTER", "2014-01-01..2017-03-09"},
        Case{"It has lasted since mid-2014.", "2014+AFTER", "2014-06-01..2017-03-09"},
        Case{"It has lasted since February 19.", "2017-02-19+AFTER", "2017-02-19..2017-03-09"},
        Case{"It has lasted since December.", "2016-12+AFTER", "2016-12-01..2017-03-09"},
        Case{"It has lasted since Monday.", "2017-03-06+AFTER", "2017-03-06..2017-03-09"},
        Case{"It has lasted since 2014.", "2014+AFTER", "", ""},
        Case{"It fell on Monday. It has lasted since then.", "2017-03-06+AFTER", "2017-03-06..2017-03-09"},
        Case{"It lasted from Monday to Wednesday.", "2017-03-06/2017-03-08", "2017-03-06..2017-03-08"},
        Case{"It lasted between 10 and 14 February.", "2017-02-10/2017-02-14", "2017-02-10..2017-02-14"},
        Case{"It lasted from January to March 2016.", "2016-01/2016-03", "2016-01-01..2016-03-31"},
        Case{"It lasted between 2014 and 2016.", "2014/2016", "2014-01-01..2016-12-31"},
        Case{"It lasted 3-5 March.", "2017-03-03/2017-03-05", "2017-03-03..2017-03-05"},
        Case{"It lasted March 3-5, 2016.", "2016-03-03/2016-03-05", "2016-03-03..2016-03-05"},
        Case{"It lasted from 14 to 10 March.", "XXXX-03-XX", ""},
        Case{"It lasted from June 2016 to May 2015.", "2016-06/2015-05", ""},
        Case{"They came on the night of 6 to 7 March.", "2017-03-06/2017-03-07", "2017-03-06..2017-03-07"},
        Case{"They came on the night between Sunday and Monday.", "2017-03-05/2017-03-06", "2017-03-05..2017-03-06"},
        Case{"It has been besieged for more than two years.", "P2Y+MORE_THAN", "2015-03-09..2017-03-09"},
        Case{"They fought for a third day.", "P3D", "2017-03-07..2017-03-09"},
        Case{"Two years of war have ruined it.", "P2Y", "2015-03-09..2017-03-09"},
        Case{"It was besieged for two years.", "P2Y", ""}, Case{"It fell after a three-day siege.", "P3D", ""},
        Case{"It went on over the past three days.", "P3D", "2017-03-06..2017-03-09"},
        Case{"It went on within the past 24 hours.", "PT24H", "2017-03-08..2017-03-09"},
        Case{"It went on in the last few weeks.", "PXW", "2017-02-09..2017-03-09"},
        Case{"In recent days it moved.", "PXD", "2017-03-02..2017-03-09"},
        Case{"In recent months it moved.", "PXM", "2016-12-09..2017-03-09"},
        Case{"In recent years it moved.", "PXY", ""},
        Case{"It will last for the next two weeks.", "P2W", "2017-03-09..2017-03-23"}));

INSTANTIATE_TEST_SUITE_P(
    Relative, Times,
    ::testing::Values(Case{"It fell on Wednesday night.", "2017-03-08TNI", "2017-03-08..2017-03-08"},
                      Case{"It fell on Saturday night.", "2017-03-04TNI", "2017-03-04..2017-03-04"},
                      Case{"It began on Thursday.", "2017-03-09", "2017-03-09..2017-03-09"},
                      Case{"It began last Thursday.", "2017-03-02", "2017-03-02..2017-03-02"},
                      Case{"It began on Friday of last week.", "2017-03-03", "2017-03-03..2017-03-03"},
                      Case{"It will begin on Sunday.", "2017-03-12", "2017-03-12..2017-03-12"},
                      Case{"It will begin on Thursday.", "2017-03-09", "2017-03-09..2017-03-09"},
                      Case{"It is expected to end this month.", "2017-03", "2017-03-01..2017-03-31"},
                      Case{"It began this morning.", "2017-03-09TMO", "2017-03-09..2017-03-09"},
                      Case{"It ended yesterday.", "2017-03-08", "2017-03-08..2017-03-08"},
                      Case{"It ended the day before yesterday.", "2017-03-07", "2017-03-07..2017-03-07"},
                      Case{"It burnt overnight.", "2017-03-08TNI", "2017-03-08..2017-03-09"},
                      Case{"It burnt overnight into Tuesday.", "2017-03-06TNI", "2017-03-06..2017-03-07"},
                      Case{"It burnt shortly after midnight.", "2017-03-09TNI", "2017-03-09..2017-03-09"},
                      Case{"It burnt at 16:00 UTC on Tuesday.", "2017-03-07T16:00", "2017-03-07..2017-03-07"},
                      Case{"It fell last week.", "2017-W09", "2017-02-27..2017-03-05"},
                      Case{"It fell in the last week alone.", "P1W", "2017-03-02..2017-03-09"},
                      Case{"This week it fell.", "2017-W10", "2017-03-06..2017-03-09"},
                      Case{"It fell over the weekend.", "2017-W09-WE", "2017-03-04..2017-03-05"},
                      Case{"It fell earlier this month.", "2017-03", "2017-03-01..2017-03-09"},
                      Case{"It fell a week ago.", "2017-03-02", "2017-03-02..2017-03-02"},
                      Case{"It fell two weeks ago.", "2017-W08", "2017-02-20..2017-02-26"},
                      Case{"It fell three years ago.", "2014", "2014-01-01..2014-12-31"},
                      Case{"It fell years ago.", "PAST_REF", ""}, Case{"They meet every Friday.", "XXXX-WXX-5", ""},
                      Case{"They meet every day.", "P1D", ""}));

INSTANTIATE_TEST_SUITE_P(
    TextAnchors, Times,
    ::testing::Values(
        Case{"On 12 February 2016 it began. Three days later it fell.", "2016-02-15", "2016-02-15..2016-02-15", ""},
        Case{"On Monday it began. The next day it fell.", "2017-03-07", "2017-03-07..2017-03-07"},
        Case{"On 12 February it began. It fell on the same day.", "2017-02-12", "2017-02-12..2017-02-12"},
        Case{"It began on 12 February. The following morning it fell.", "2017-02-13TMO", "2017-02-13..2017-02-13"},
        Case{"It began in May 2014. It fell more than a year later.", "2015+AFTER", "2015-05-01..2016-04-30"},
        Case{"It began in May 2014. It fell the following month.", "2014-06", "2014-06-01..2014-06-30"},
        Case{"It began on 12 May 2014. On 3 June it fell.", "2014-06-03", "2014-06-03..2014-06-03"},
        Case{"It began on 12 May 2014. On 3 June it fell.", "2014-06-03", "2014-06-03..2014-06-03", ""},
        Case{"It fell three days later.", "XXXX-XX-XX", "", ""}));

INSTANTIATE_TEST_SUITE_P(NoAnchor, Times,
                         ::testing::Values(Case{"It fell on Wednesday.", "XXXX-WXX-3", "", ""},
                                           Case{"It fell last week.", "XXXX-WXX", "", ""},
                                           Case{"It began on February 19.", "XXXX-02-19", "", ""},
                                           Case{"It began in March.", "XXXX-03", "", ""},
                                           Case{"It began last winter.", "XXXX-WI", "", ""},
                                           Case{"It fell in recent days.", "PXD", "", ""},
                                           Case{"It fell overnight.", "XXXX-XX-XXTNI", "", ""}));

INSTANTIATE_TEST_SUITE_P(NoSuchDay, Times,
                         ::testing::Values(Case{"It began on 30 February 2016.", "2016-02-XX", ""},
                                           Case{"It began on February 30.", "XXXX-02-XX", ""},
                                           Case{"It began on 2017-02-30.", "XXXX-XX-XX", ""},
                                           Case{"It began on 31/13/2016.", "XXXX-XX-XX", ""}));

INSTANTIATE_TEST_SUITE_P(NoTime, Times,
                         ::testing::Values(Case{"They may march again.", "", ""}, Case{"It sent 2000 men.", "", ""},
                                           Case{"The boy is 14 years old.", "", ""},
                                           Case{"In year 0 nobody wrote.", "", ""},
                                           Case{"Some 2000 rebels fled.", "", ""}));

TEST(Times, DateWhatASiegeBeganWithAndTheSpanSince) {
  const Document document =
      test::report("Headline\n\nMore than 170 have died since the siege began on May 20.", "2017-07-15");
  const auto found = find_times(document, analyse(document));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(to_iso(found[0].when->from) + to_iso(found[0].when->to), "2017-05-202017-07-15");
  EXPECT_EQ(to_iso(found[1].when->to), "2017-05-20");
  EXPECT_TRUE(found[0].tokens.contains(found[1].tokens.first));
}

TEST(Timex, ParsesBackWhatItWrites) {
  const Date first{std::chrono::year{1996} / 2 / 28};
  for (int day = 0; day < 12000; day += 13)
    for (const Grain grain : {Grain::day, Grain::week, Grain::weekend, Grain::month, Grain::quarter, Grain::half,
                              Grain::season, Grain::year, Grain::decade, Grain::century}) {
      const Date date = first + std::chrono::days{day};
      const std::string value = timex(date, grain);
      EXPECT_TRUE(is_timex(value)) << value;
      EXPECT_EQ(timex_interval(value), around(date, grain)) << value;
      EXPECT_TRUE(is_timex(unknown_timex(grain)));
      EXPECT_FALSE(timex_interval(unknown_timex(grain)));
    }
}

TEST(Timex, RefusesWhatIsNone) {
  for (const char* value : {"", "2017-", "2017-13-01x", "17-03-09", "P", "PD", "2017-W1", "2017-03-09/", "yesterday"})
    EXPECT_FALSE(is_timex(value)) << value;
  for (const char* value : {"2017-02-30", "2017-13", "2017-W53", "2017-Q5", "P3D", "PAST_REF", "2017-03/2016-03"})
    EXPECT_FALSE(timex_interval(value)) << value;
}

TEST(Timex, PrecisionIsThatOfUcdp) {
  const auto of = [](const char* from, const char* to) {
    return date_precision({*parse_iso_date(from), *parse_iso_date(to)});
  };
  EXPECT_EQ(of("2017-03-08", "2017-03-08"), 1);
  EXPECT_EQ(of("2017-03-04", "2017-03-05"), 2);
  EXPECT_EQ(of("2017-03-06", "2017-03-12"), 3);
  EXPECT_EQ(of("2017-03-02", "2017-03-09"), 3);
  EXPECT_EQ(of("2017-03-01", "2017-03-31"), 4);
  EXPECT_EQ(of("2014-01-01", "2017-03-09"), 5);
}

}  // namespace
}  // namespace attest
