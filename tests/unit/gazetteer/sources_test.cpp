#include "gazetteer/sources.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <vector>

namespace attest {
namespace {

class Sources : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("attest-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<SourceCounts> read(const std::string& content, bool strict = false) {
    std::ofstream(folder_ / "table", std::ios::binary) << content;
    SourceReading reading;
    reading.strict = strict;
    reading.on_broken_line = [this](const Error& error) {
      complaints_.push_back(error.to_string().substr(folder_.string().size() + 1));
    };
    return read_places(folder_ / "table", builder_, reading);
  }
  GazetteerPlace only() {
    const auto gazetteer = Gazetteer::from_bytes(builder_.bytes(), "test");
    EXPECT_EQ(gazetteer->size(), 1U);
    return gazetteer->size() == 1 ? gazetteer->place(0) : GazetteerPlace();
  }

  std::filesystem::path folder_;
  GazetteerBuilder builder_;
  std::vector<std::string> complaints_;
};

constexpr const char* kGood =
    "99072\tMosul\tMosul\tMawsil,الموصل\t36.335\t43.11889\tP\tPPLA\tIQ\t\t15\t9\t\t\t1739800\t\t223\tAsia/Baghdad\t2020-01-01\n";

TEST_F(Sources, a_geonames_dump) {
  ASSERT_TRUE(read(kGood));
  const GazetteerPlace place = only();
  EXPECT_EQ(place.names, (std::vector<std::string>{"Mosul", "Mawsil", "الموصل"}));
  EXPECT_EQ(place.kind, PlaceKind::city);
  EXPECT_EQ(place.country, "IQ");
  EXPECT_EQ(place.adm1, "15");
  EXPECT_EQ(place.population, 1739800);
  EXPECT_EQ(place.id, "99072");
  EXPECT_NEAR(place.point->longitude, 43.11889, 1e-6);
}

TEST_F(Sources, alternate_names_of_places_that_come_before_or_after) {
  const auto names = read("1\t99072\tde\tMossul\t\t\t\t\t\t\n2\t99072\tlink\thttps://example.org\t\t\t\t\t\t\n");
  ASSERT_TRUE(names);
  EXPECT_EQ(names->names, 1U);
  EXPECT_EQ(names->passed_over, 1U);
  ASSERT_TRUE(read(kGood));
  EXPECT_EQ(only().names, (std::vector<std::string>{"Mosul", "Mawsil", "الموصل", "Mossul"}));
}

TEST_F(Sources, who_is_on_first) {
  ASSERT_TRUE(read(
      "wof_id\tcountry\tplacetype\tname\tgeonames_id\twikidata_id\tgn_fcode\tlat\tlon\tlabel_lat\tlabel_lon\tbbox\t"
      "population\tparent_id\tregion_id\tregion\tcounty_id\tcounty\tsrc_geom\tnames\n"
      "42\tSY\tlocality\tDana\t\t\tPPL\t36.2\t36.7\t36.25\t36.75\t\t\t\t\tIdlib\t\tHarim\tgeonames\tara=الدانا|und=Ad Dānā\r\n"));
  const GazetteerPlace place = only();
  EXPECT_EQ(place.names, (std::vector<std::string>{"Dana", "الدانا", "Ad Dānā"}));
  EXPECT_EQ(place.kind, PlaceKind::village);
  EXPECT_EQ(place.adm2, "Harim");
  EXPECT_NEAR(place.point->latitude, 36.25, 1e-6);
}

TEST_F(Sources, p_codes) {
  ASSERT_TRUE(
      read("Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n"
           "SDN,1,SD01,\"Khartoum, the State\",SDN,2020-01-01\n"));
  const GazetteerPlace place = only();
  EXPECT_EQ(place.names, std::vector<std::string>{"Khartoum, the State"});
  EXPECT_EQ(place.country, "SD");
  EXPECT_EQ(place.kind, PlaceKind::adm1);
  EXPECT_FALSE(place.point);
}

TEST_F(Sources, a_region_of_p_codes_lies_where_other_sources_put_its_name) {
  ASSERT_TRUE(
      read("Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\nIRQ,1,IQG15,Ninewa,IRQ,2020-01-01\n"));
  ASSERT_TRUE(read("7\tNinawa\tNinawa\t\t36\t42\tA\tADM1\tIQ\t\t15\t\t\t\t0\t\t\t\t\n"));
  const auto gazetteer = Gazetteer::from_bytes(builder_.bytes(), "test");
  for (const PlaceCandidate& place : gazetteer->find("Ninewa")) EXPECT_TRUE(place.point) << place.source;
}

TEST_F(Sources, a_table_like_our_own) {
  ASSERT_TRUE(
      read("# a comment\nname\tcountry\tkind\tparent\tlat\tlon\tpopulation\taliases\tcontext\n"
           "Zanjili\tIQ\tquarter\tMosul\t\t\t\tZinjili\t\n"));
  const GazetteerPlace place = only();
  EXPECT_EQ(place.names, (std::vector<std::string>{"Zanjili", "Zinjili"}));
  EXPECT_EQ(place.parent, "Mosul");
}

TEST_F(Sources, broken_lines_are_named_and_left_out) {
  const std::string good = kGood;
  std::string high = good;
  high.replace(high.find("36.335"), 6, "96.335");
  std::string people = good;
  people.replace(people.find("1739800"), 7, "-1");
  std::string country = good;
  country.replace(country.find("\tIQ\t"), 4, "\tIraq\t");
  const auto counts = read(good + "x" + good + "1\tMosul\n" + high + people + country + good + "\xff\t\n");
  ASSERT_TRUE(counts) << counts.error().to_string();
  EXPECT_EQ(counts->places, 2U);
  EXPECT_EQ(counts->broken, 6U);
  EXPECT_EQ(complaints_,
            (std::vector<std::string>{"table:2: 'x99072' is not a GeoNames id", "table:3: 2 cells, but 19 columns",
                                      "table:4: '96.335', '43.11889' is not a latitude and a longitude",
                                      "table:5: '-1' is not a population",
                                      "table:6: 'Iraq' is not a two-letter country code", "table:8: not UTF-8"}));
}

TEST_F(Sources, a_broken_line_refuses_the_table_when_that_is_asked) {
  const auto counts = read(std::string(kGood) + "1\tMosul\n", true);
  ASSERT_FALSE(counts);
  EXPECT_TRUE(counts.error().where.ends_with("table:2"));
  EXPECT_EQ(counts.error().message, "2 cells, but 19 columns");
}

TEST_F(Sources, another_sort_of_table_is_refused) {
  EXPECT_EQ(read("what,is,this\n1,2,3\n").error().code, ErrorCode::bad_resource);
  EXPECT_EQ(read("").error().code, ErrorCode::empty);
}

}  // namespace
}  // namespace attest
