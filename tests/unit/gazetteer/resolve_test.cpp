#include "gazetteer/resolve.hpp"

#include <gtest/gtest.h>

#include "gazetteer/builder.hpp"

namespace attest {
namespace {

TEST(Question, what_the_words_say) {
  const PlaceQuestion dana = read_question("Al Dana town (Idlib)");
  EXPECT_EQ(dana.name, "Al Dana");
  EXPECT_EQ(dana.kind, PlaceKind::town);
  ASSERT_EQ(dana.within.size(), 1U);
  EXPECT_EQ(dana.within[0].name, "Idlib");
  const PlaceQuestion village = read_question("the village of Kafr Nabl, Idlib province, Syria");
  EXPECT_EQ(village.name, "Kafr Nabl");
  EXPECT_EQ(village.kind, PlaceKind::village);
  ASSERT_EQ(village.within.size(), 2U);
  EXPECT_EQ(village.within[0].name, "Idlib");
  EXPECT_EQ(village.within[0].kind, PlaceKind::adm1);
  EXPECT_EQ(village.within[1].name, "Syria");
  EXPECT_EQ(read_question("Aleppo Governorate").kind, PlaceKind::adm1);
  EXPECT_EQ(read_question("Aleppo Governorate").name, "Aleppo");
  EXPECT_EQ(read_question("Yarmouk refugee camp").name, "Yarmouk");
  EXPECT_EQ(read_question("Yarmouk refugee camp").kind, PlaceKind::camp);
  EXPECT_EQ(read_question("Tabqa Dam").name, "Tabqa Dam");
  EXPECT_EQ(read_question("Tabqa Dam").kind, PlaceKind::facility);
  EXPECT_EQ(read_question("Village").name, "Village");
  EXPECT_EQ(read_question("").name, "");
  EXPECT_EQ(read_question("(x").name, "(x");
}

class Resolve : public testing::Test {
 protected:
  void add(const std::string& name, PlaceKind kind, const std::string& adm1, double latitude, std::int64_t population,
           const std::string& source = "test") {
    GazetteerPlace place;
    place.names = {name};
    place.kind = kind;
    place.country = "SY";
    place.adm1 = adm1;
    place.point = LatLon::from_degrees(latitude, 37);
    place.population = population;
    place.source = source;
    place.id = std::to_string(++number_);
    builder_.add(place);
  }
  /// The latitude of the best; 0 for none.
  double best(std::string_view words, std::optional<LatLon> near = {}) {
    Gazetteers all;
    auto gazetteer = Gazetteer::from_bytes(builder_.bytes(), "test");
    all.add(std::move(*gazetteer));
    PlaceQuestion question = read_question(words);
    question.near = near;
    const auto found = resolve(all, question);
    found_ = found.size();
    return found.empty() ? 0 : found[0].place.point->latitude;
  }

  GazetteerBuilder builder_;
  int number_ = 0;
  std::size_t found_ = 0;
};

TEST_F(Resolve, the_greater_unless_something_tells) {
  add("Dana", PlaceKind::village, "Idlib", 36, 0);
  add("Dana", PlaceKind::town, "Hama", 35, 20000);
  EXPECT_EQ(best("Dana"), 35);
  EXPECT_EQ(best("Dana (Idlib)"), 36);
  EXPECT_EQ(best("Dana, Idlib province"), 36);
  EXPECT_EQ(best("Dana", LatLon{36.1, 37}), 36);
}

TEST_F(Resolve, the_sort_that_the_words_ask_for) {
  add("Aleppo", PlaceKind::city, "Aleppo", 36.2, 1600000);
  add("Aleppo", PlaceKind::adm1, "Aleppo", 35.9, 0);
  EXPECT_EQ(best("Aleppo city"), 36.2);
  EXPECT_EQ(best("Aleppo Governorate"), 35.9);
}

TEST_F(Resolve, a_better_name_beats_a_greater_place) {
  add("Kafra", PlaceKind::village, "Idlib", 36, 0);
  add("Kufrah", PlaceKind::city, "Homs", 34, 900000);
  EXPECT_EQ(best("Kafra"), 36);
}

TEST_F(Resolve, the_same_place_out_of_two_sources_is_one) {
  add("Dana", PlaceKind::town, "Idlib", 36, 0);
  add("Dana", PlaceKind::village, "Idlib", 36.01, 20000, "other");
  EXPECT_EQ(best("Dana"), 36.01);
  EXPECT_EQ(found_, 1U);
}

TEST_F(Resolve, what_only_chance_makes_alike_is_not_it) {
  add("Abu Oda", PlaceKind::village, "Idlib", 36, 0);
  EXPECT_EQ(best("Biddi"), 0);
}

}  // namespace
}  // namespace attest
