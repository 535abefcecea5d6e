#include "support/report.hpp"

#include "annotate/mentions.hpp"

namespace attest {
namespace {

struct Case {
  const char* text;
  const char* phrase;  // empty: no quantity
  std::optional<std::int64_t> min, max;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Quantities : public ::testing::TestWithParam<Case> {};

TEST_P(Quantities, ReadsPhrase) {
  const Case& c = GetParam();
  const Document document = test::report(std::string("Headline\n\n") + c.text);
  const Analysis analysis = analyse(document);
  const auto found = find_quantities(document, analysis);
  if (std::string(c.phrase).empty()) {
    EXPECT_TRUE(found.empty()) << c.text;
    return;
  }
  ASSERT_FALSE(found.empty()) << c.text;
  const Quantity& q = found.front();
  EXPECT_EQ(
      slice(document.text, {analysis.tokens[q.tokens.first].span.begin, analysis.tokens[q.tokens.last - 1].span.end}),
      c.phrase);
  EXPECT_EQ(q.min, c.min);
  EXPECT_EQ(q.max, c.max);
}

INSTANTIATE_TEST_SUITE_P(
    Counts, Quantities,
    ::testing::Values(Case{"The raid killed 26 people.", "26", 26, 26},
                      Case{"It killed at least 26 people.", "at least 26", 26, std::nullopt},
                      Case{"It hurt more than 84 people.", "more than 84", 84, std::nullopt},
                      Case{"Up to 600,000 children are there.", "Up to 600,000", std::nullopt, 600000},
                      Case{"Around 100,000 minors remain.", "Around 100,000", 100000, 100000},
                      Case{"An estimated 9.4 million people fled.", "An estimated 9.4 million", 9400000, 9400000},
                      Case{"Of 3,000-5,000 men few left.", "3,000-5,000", 3000, 5000},
                      Case{"Between 40 and 60 people fled.", "Between 40 and 60", 40, 60},
                      Case{"It killed dozens of people.", "dozens", 24, 99},
                      Case{"Scores were hurt.", "Scores", 40, 99}, Case{"Hundreds fled.", "Hundreds", 200, 999},
                      Case{"Tens of thousands live in camps.", "Tens of thousands", 20000, 99999},
                      Case{"Hundreds of thousands left.", "Hundreds of thousands", 200000, 999999},
                      Case{"It killed several children.", "several", 3, 9},
                      Case{"A few families stayed.", "A few", 3, 9}, Case{"A dozen men were held.", "A dozen", 12, 12},
                      Case{"Twenty-five people died.", "Twenty-five", 25, 25},
                      Case{"Two hundred and six died.", "Two hundred and six", 206, 206},
                      Case{"Two thousand three hundred and six died.", "Two thousand three hundred and six", 2306,
                           2306},
                      Case{"Half a million people fled.", "Half a million", 500000, 500000},
                      Case{"Half a dozen men were held.", "Half a dozen", 6, 6},
                      Case{"Two to three million fled.", "Two to three million", 2000000, 3000000},
                      Case{"Some 26 to 30 boys fled.", "Some 26 to 30", 26, 30},
                      Case{"As many as 30 were hurt.", "As many as 30", std::nullopt, 30},
                      Case{"No fewer than 12 died.", "No fewer than 12", 12, std::nullopt},
                      Case{"They held 20 or more men.", "20 or more", 20, std::nullopt},
                      Case{"They held 100-odd men.", "100-odd", 100, 100},
                      Case{"Two-thirds of them were boys.", "Two-thirds of them", std::nullopt, std::nullopt},
                      Case{"Fear that one of them died.", "one", 1, 1},
                      Case{"Fewer than ten survived.", "Fewer than ten", std::nullopt, 10},
                      Case{"Many died.", "Many", std::nullopt, std::nullopt}));

INSTANTIATE_TEST_SUITE_P(
    NotCounts, Quantities,
    ::testing::Values(Case{"A 25-year-old clerk spoke.", "", {}, {}}, Case{"The town lies 400km away.", "", {}, {}},
                      Case{"It began on 19 February.", "", {}, {}}, Case{"The army holds 50% of it.", "", {}, {}},
                      Case{"Colonel Adam Brook, 42, of Selby spoke.", "", {}, {}},
                      Case{"The 101 Brigade left in T-72 tanks.", "", {}, {}},
                      Case{"It hit a five-storey house with 155mm shells.", "", {}, {}},
                      Case{"Resolution 2254 and paragraph 5 say so.", "", {}, {}},
                      Case{"The team won 2-1.", "", {}, {}}, Case{"No one spoke.", "", {}, {}},
                      Case{"It cost $30 million.", "", {}, {}}, Case{"The talks took three days.", "", {}, {}}));

}  // namespace
}  // namespace attest
