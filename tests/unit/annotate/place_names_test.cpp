#include "support/report.hpp"

#include "annotate/mentions.hpp"
#include "annotate/resources.hpp"

namespace attest {
namespace {

struct Case {
  const char* text;
  const char* name;  // empty: no place that is not listed
  const char* country;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class UnlistedPlaces : public ::testing::TestWithParam<Case> {};

/// Names that no gazetteer has: the words beside them say that they are places.
TEST_P(UnlistedPlaces, AreReadFromTheirWords) {
  const Case& c = GetParam();
  const Document document = test::report(std::string("Headline\n\n") + c.text);
  const Mentions mentions = find_mentions(document, analyse(document), test::resources());
  const PlaceMention* found = nullptr;
  for (const PlaceMention& place : mentions.places)
    if (place.unlisted && found == nullptr) found = &place;
  if (std::string(c.name).empty()) {
    EXPECT_EQ(found, nullptr) << (found == nullptr ? "" : found->name);
    return;
  }
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->name, c.name);
  EXPECT_EQ(found->country.value_or(""), c.country);
}

INSTANTIATE_TEST_SUITE_P(Words, UnlistedPlaces,
                         ::testing::Values(Case{"Gunmen raided the village of Tarkuba in Somalia.", "Tarkuba", "SO"},
                                           Case{"Shells hit the Vardim district of Baghdad.", "Vardim (Baghdad)", "IQ"},
                                           Case{"Shells hit Vardim camp in Sudan.", "Vardim", "SD"},
                                           Case{"Shells hit Vardim Hospital in Aleppo.", "Vardim Hospital", "SY"},
                                           Case{"Troops left for the town of El-Vardim, Syria.", "El-Vardim", "SY"},
                                           Case{"They fled Ostrovek, Ukraine.", "Ostrovek", "UA"},
                                           Case{"Fighting raged north of Ostrovek in Ukraine.", "Ostrovek", "UA"}));

INSTANTIATE_TEST_SUITE_P(NearMisses, UnlistedPlaces,
                         ::testing::Values(Case{"It happened in March in Iraq.", "", ""},
                                           Case{"The district of course protested in Iraq.", "", ""},
                                           Case{"They believe in God.", "", ""},
                                           Case{"He served in Operation Northwind.", "", ""}));

}  // namespace
}  // namespace attest
