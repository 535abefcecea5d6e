#include "gazetteer/gazetteer.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "gazetteer/builder.hpp"

namespace attest {
namespace {

GazetteerPlace town(std::string name, std::string country, double latitude, double longitude) {
  GazetteerPlace place;
  place.names = {std::move(name)};
  place.country = std::move(country);
  place.point = LatLon::from_degrees(latitude, longitude);
  place.source = "test";
  place.id = place.names[0] + place.country;
  return place;
}

Gazetteer opened(GazetteerBuilder& builder) {
  auto gazetteer = Gazetteer::from_bytes(builder.bytes(), "test");
  EXPECT_TRUE(gazetteer) << gazetteer.error().to_string();
  return std::move(*gazetteer);
}

TEST(Gazetteer, gives_back_what_was_put_in) {
  GazetteerPlace place = town("Ar Raqqah", "SY", 35.9528, 39.0106);
  place.names.emplace_back("الرقة");
  place.kind = PlaceKind::city;
  place.feature = "PPLA";
  place.adm1 = "Raqqa";
  place.adm2 = "Markaz";
  place.parent = "Somewhere";
  place.population = 220488;
  GazetteerBuilder builder;
  builder.add(place);
  const Gazetteer gazetteer = opened(builder);
  ASSERT_EQ(gazetteer.size(), 1U);
  EXPECT_EQ(gazetteer.place(0), place);
}

TEST(Gazetteer, finds_by_name_by_folded_name_and_by_sound) {
  GazetteerBuilder builder;
  builder.add(town("Dayr az Zawr", "SY", 35.33, 40.14));
  builder.add(town("Al Bāghūz Fawqānī", "SY", 34.45, 40.97));
  builder.add(town("Dayrik", "SY", 37.07, 42.13));
  const Gazetteer gazetteer = opened(builder);
  const auto match = [&](std::string_view name) -> std::string {
    const auto found = gazetteer.find(name, {}, Depth::near);
    return found.empty() ? "" : std::string(found[0].name) + " " + std::string(name_of(found[0].match));
  };
  EXPECT_EQ(match("Dayr az Zawr"), "Dayr az Zawr exact");
  EXPECT_EQ(match("dayr az-zawr"), "Dayr az Zawr folded");
  EXPECT_EQ(match("Deir ez-Zor"), "Dayr az Zawr sound");
  EXPECT_EQ(match("دير الزور"), "Dayr az Zawr sound");
  EXPECT_EQ(match("Baghouz"), "Al Bāghūz Fawqānī part");
  EXPECT_EQ(match("Dayr az Zawl"), "Dayr az Zawr near");
  EXPECT_EQ(match("Homs"), "");
  EXPECT_EQ(match(""), "");
  EXPECT_TRUE(gazetteer.find("Deir ez-Zor", {}, Depth::folded).empty());
}

TEST(Gazetteer, looks_in_one_country) {
  GazetteerBuilder builder;
  builder.add(town("Tripoli", "LB", 34.43, 35.84));
  builder.add(town("Tripoli", "LY", 32.88, 13.19));
  const Gazetteer gazetteer = opened(builder);
  EXPECT_EQ(gazetteer.find("Tripoli").size(), 2U);
  ASSERT_EQ(gazetteer.find("Tripoli", "LY").size(), 1U);
  EXPECT_EQ(gazetteer.find("Tripoli", "LY")[0].country, "LY");
  EXPECT_TRUE(gazetteer.find("Tripoli", "SY").empty());
}

TEST(Gazetteer, a_later_row_of_an_id_replaces_the_earlier) {
  GazetteerBuilder builder;
  builder.add(town("Baiji", "IQ", 1, 1));
  builder.add(town("Baiji", "IQ", 34.93, 43.49));
  builder.add_name("test", "BaijiIQ", "Bayji");
  builder.add_name("test", "unknown", "Nowhere");
  const Gazetteer gazetteer = opened(builder);
  ASSERT_EQ(gazetteer.size(), 1U);
  ASSERT_EQ(gazetteer.find("Bayji", {}, Depth::folded).size(), 1U);
  EXPECT_NEAR(gazetteer.find("Bayji")[0].point->latitude, 34.93, 1e-6);
  EXPECT_TRUE(gazetteer.find("Nowhere").empty());
}

TEST(Gazetteer, regions_name_the_codes_of_their_towns) {
  GazetteerPlace region = town("Ninawa", "IQ", 36, 42);
  region.feature = "ADM1";
  region.adm1 = "15";
  GazetteerPlace mosul = town("Mosul", "IQ", 36.34, 43.13);
  mosul.adm1 = "15";
  GazetteerBuilder builder;
  builder.add(mosul);
  builder.add(region);
  EXPECT_EQ(opened(builder).find("Mosul")[0].adm1, "Ninawa");
}

TEST(Gazetteer, a_place_without_coordinates_is_at_no_point) {
  GazetteerPlace place = town("Somewhere", "SD", 0, 0);
  place.point.reset();
  GazetteerBuilder builder;
  builder.add(place);
  EXPECT_FALSE(opened(builder).find("Somewhere")[0].point);
}

TEST(Gazetteer, an_empty_one_finds_nothing) {
  GazetteerBuilder builder;
  EXPECT_TRUE(opened(builder).find("Mosul", {}, Depth::near).empty());
}

TEST(Gazetteer, a_wrong_or_cut_file_says_so) {
  GazetteerBuilder builder;
  builder.add(town("Mosul", "IQ", 36.34, 43.13));
  const std::string whole = builder.bytes();
  const auto verdict = [](std::string bytes) {
    const auto opened = Gazetteer::from_bytes(std::move(bytes), "x");
    return opened ? "opened" : opened.error().to_string();
  };
  EXPECT_EQ(verdict(whole), "opened");
  EXPECT_EQ(verdict(""), "x: not a gazetteer (too short)");
  EXPECT_EQ(verdict(std::string(100, 'x')), "x: not a gazetteer");
  EXPECT_EQ(verdict(whole.substr(0, whole.size() - 64)).substr(0, 12), "x: the file ");
  std::string other = whole;
  other[8] = 9;
  EXPECT_EQ(verdict(other), "x: a gazetteer of format 9; this program reads format 1");
  std::string damaged = whole;
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  EXPECT_EQ(verdict(damaged), "x: damaged: the checksum does not agree with the contents");
  EXPECT_EQ(Gazetteer::open("/no/such/file").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace attest
