#include <cmath>

#include "support/report.hpp"

#include "annotate/mentions.hpp"
#include "annotate/resources.hpp"

namespace attest {
namespace {

Mentions mentions_of(const std::string& text) {
  const Document document = test::report("Headline\n\n" + text);
  return find_mentions(document, test::knowledge().analyse(document), test::resources());
}

const PlaceMention* named(const Mentions& mentions, const std::string& name) {
  for (const PlaceMention& place : mentions.places)
    if (place.name == name) return &place;
  return nullptr;
}

struct Case {
  const char* text;
  const char* name;
  PlaceRelation relation;
  int precision;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Relations : public ::testing::TestWithParam<Case> {};

/// How a phrase stands to the place that it names, and UCDP's precision of it.
TEST_P(Relations, AreReadWithTheirPrecision) {
  const Case& c = GetParam();
  const Mentions mentions = mentions_of(c.text);
  const PlaceMention* place = named(mentions, c.name);
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->relation, c.relation);
  EXPECT_EQ(place->precision, c.precision);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Relations,
    ::testing::Values(Case{"Shells hit a farm in Tikrit.", "Tikrit", PlaceRelation::at, 1},
                      Case{"Shells hit a farm near Tikrit.", "Tikrit", PlaceRelation::near, 2},
                      Case{"Shells hit a farm on the outskirts of Tikrit.", "Tikrit", PlaceRelation::near, 2},
                      Case{"Shells hit a farm in the Tikrit area.", "Tikrit", PlaceRelation::near, 2},
                      Case{"Shells hit a farm north of Tikrit.", "Tikrit", PlaceRelation::offset, 2},
                      Case{"Shells hit a farm north-west of the city of Tikrit.", "Tikrit", PlaceRelation::offset, 2},
                      Case{"Shells hit a farm 17 km from Tikrit.", "Tikrit", PlaceRelation::offset, 2},
                      Case{"Shells hit a farm about 60 kilometers (37 miles) east of Tikrit.", "Tikrit",
                           PlaceRelation::offset, 5},
                      Case{"Shells hit a farm in west Mosul.", "Mosul", PlaceRelation::part, 1},
                      Case{"Shells hit a farm in northern Syria.", "Syria", PlaceRelation::part, 5},
                      Case{"Shells hit a farm in the north of Syria.", "Syria", PlaceRelation::part, 5},
                      Case{"Shells hit a farm between Tikrit and Mosul.", "Tikrit", PlaceRelation::between, 5},
                      Case{"Shells hit a farm on the road from Tikrit to Mosul.", "Mosul", PlaceRelation::between, 5},
                      Case{"Shells hit a farm near the border with Iraq.", "Iraq", PlaceRelation::border, 5},
                      Case{"Shells hit a farm in Anbar province.", "Anbar", PlaceRelation::at, 4},
                      Case{"Shells hit a farm in Iraq.", "Iraq", PlaceRelation::at, 6}));

INSTANTIATE_TEST_SUITE_P(
    NearMisses, Relations,
    ::testing::Values(Case{"After walking 17 km they slept in Tikrit.", "Tikrit", PlaceRelation::at, 1},
                      Case{"They moved from Tikrit to Mosul.", "Tikrit", PlaceRelation::at, 1},
                      Case{"The northern wind blew in Tikrit.", "Tikrit", PlaceRelation::at, 1},
                      Case{"Border police were seen in Tikrit.", "Tikrit", PlaceRelation::at, 1},
                      Case{"A feud between families in Tikrit and Mosul went on.", "Tikrit", PlaceRelation::at, 1}));

/// 20 km due north is 0.18 degrees of latitude.
TEST(RelatedPoints, AreMovedByDistanceAndDirection) {
  const Mentions at = mentions_of("Shells hit a farm in Tikrit.");
  const Mentions north = mentions_of("Shells hit a farm 20 km north of Tikrit.");
  const PlaceMention *town = named(at, "Tikrit"), *farm = named(north, "Tikrit");
  ASSERT_TRUE(town != nullptr && farm != nullptr && town->point && farm->point);
  EXPECT_NEAR(farm->point->latitude - town->point->latitude, 0.18, 0.01);
  EXPECT_NEAR(farm->point->longitude, town->point->longitude, 1e-9);
}

/// No direction, no new point; a border has none at all.
TEST(RelatedPoints, AreNotMadeUp) {
  const Mentions at = mentions_of("Shells hit a farm in Tikrit.");
  const Mentions from = mentions_of("Shells hit a farm 20 km from Tikrit.");
  const Mentions border = mentions_of("Shells hit a farm near the border with Iraq.");
  const PlaceMention *town = named(at, "Tikrit"), *farm = named(from, "Tikrit"), *iraq = named(border, "Iraq");
  ASSERT_TRUE(town != nullptr && farm != nullptr && iraq != nullptr);
  EXPECT_EQ(farm->point, town->point);
  EXPECT_FALSE(iraq->point.has_value());
}

/// A name that no list has lies where its phrase leans, no more exactly than the phrase says.
TEST(UnlistedPoints, LeanOnTheirPhrase) {
  const Mentions mentions = mentions_of("Shells hit the Vardim area, north of the city of Tikrit.");
  const PlaceMention *vardim = named(mentions, "Vardim"), *tikrit = named(mentions, "Tikrit");
  ASSERT_TRUE(vardim != nullptr && tikrit != nullptr);
  EXPECT_EQ(vardim->precision, 2);
  EXPECT_EQ(vardim->point, tikrit->point);
  const Mentions alone = mentions_of("Troops from Iraq shelled the village of Vardim.");
  ASSERT_NE(named(alone, "Vardim"), nullptr);
  EXPECT_FALSE(named(alone, "Vardim")->point.has_value());
  EXPECT_EQ(named(alone, "Vardim")->precision, 6);
}

struct Reference {
  const char* text;
  const char* name;  // of the place that "the city" and the like stand for; empty: for none
};

void PrintTo(const Reference& c, std::ostream* out) { *out << c.text; }

class References : public ::testing::TestWithParam<Reference> {};

TEST_P(References, StandForAPlaceNamedBefore) {
  std::string found;
  const Mentions mentions = mentions_of(GetParam().text);
  for (const PlaceMention& place : mentions.places)
    if (place.reference && found.empty()) found = place.name;
  EXPECT_EQ(found, GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    Words, References,
    ::testing::Values(Reference{"Rebels left Mosul. Shells hit the city again.", "Mosul"},
                      Reference{"Rebels left the village of Vardim in Iraq. Shells hit the village.", "Vardim"},
                      Reference{"Fighting in Iraq went on. A bomb hit the Iraqi capital on Monday.", "Baghdad"},
                      Reference{"Shells hit Vardim camp in Sudan. Families fled the camp.", "Vardim"}));

INSTANTIATE_TEST_SUITE_P(NearMisses, References,
                         ::testing::Values(Reference{"Rebels left Mosul. The city council met.", ""},
                                           Reference{"Rebels left Mosul for the city of Tikrit.", ""},
                                           Reference{"Rebels left Mosul. Shells hit the village.", ""},
                                           Reference{"A bomb hit the Iraqi capital, Baghdad.", ""}));

}  // namespace
}  // namespace attest
