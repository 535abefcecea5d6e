#include <gtest/gtest.h>

#include "support/claims.hpp"

namespace attest {
namespace {

using test::add;
using test::Told;

TEST(Matching, JoinsReportsOfOnePlaceAndDay) {
  Reconciler all;
  add(all, "a", "2020-05-02", {Told("killed").of(12).in("Tamar").on("2020-05-01")});
  add(all, "b", "2020-05-02", {Told("killed").of(14).in("Tamar").on("2020-05-01"), Told("injured").of(30)});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  EXPECT_EQ(incidents[0].reports, 2U);
  EXPECT_EQ(incidents[0].origins, 2U);
  EXPECT_EQ(incidents[0].place, "Tamar");
}

TEST(Matching, KeepsPlacesDaysAndTollsApart) {
  Reconciler all;
  add(all, "a", "2020-05-02", {Told("killed").of(12).in("Tamar").on("2020-05-01")});
  add(all, "b", "2020-05-02", {Told("killed").of(12).in("Oud").on("2020-05-01")});
  add(all, "c", "2020-05-05", {Told("killed").of(12).in("Tamar").on("2020-05-04")});
  add(all, "d", "2020-05-02", {Told("killed").of(90).in("Tamar").on("2020-05-01")});
  EXPECT_EQ(all.incidents().size(), 4U);
}

TEST(Matching, KeepsApartWhatOneReportKeepsApart) {
  Reconciler all;
  add(all, "a", "2020-05-02",
      {Told("killed").of(12).in("Tamar").on("2020-05-01").labelled("market"),
       Told("killed").of(11).in("Tamar").on("2020-05-01").labelled("bridge")});
  EXPECT_EQ(all.incidents().size(), 2U);
}

TEST(Matching, FindsTheTownInItsDistrict) {
  Reconciler all;
  add(all, "a", "2020-05-02", {Told("killed").of(12).in("Tamar").on("2020-05-01")});
  Told district = Told("killed").of(12).in("Tamar").on("2020-05-01");
  district.claim().place->name = "Tamar district";
  district.claim().place->precision = 3;
  add(all, "b", "2020-05-02", {district});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  EXPECT_EQ(incidents[0].place, "Tamar");
}

TEST(Matching, CountsAChainOfVoicesOnce) {
  Reconciler all;
  for (const char* id : {"zee", "rt", "guardian"})
    add(all, id, "2020-05-02", {Told("killed").of(12).in("Tamar").on("2020-05-01").says("UNICEF", SourceKind::un)});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  EXPECT_EQ(incidents[0].reports, 3U);
  EXPECT_EQ(incidents[0].origins, 1U);
  EXPECT_EQ(incidents[0].grade, Grade::weak);
}

TEST(Matching, CountsCopiesOnce) {
  Reconciler all;
  for (const char* id : {"a", "b"}) {
    Claim claim = Told("killed").of(12).in("Tamar").on("2020-05-01").labelled("it").claim();
    claim.id = "c1";
    all.add({id, id, "", test::day("2020-05-02"), 7, false}, std::vector{claim});
  }
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  EXPECT_EQ(incidents[0].origins, 1U);
}

TEST(Matching, LeavesTotalsOutOfIncidents) {
  Reconciler all;
  Told total = Told("killed").of(220).in("Tamar").on("2020-05-01");
  total.claim().scope = Scope::cumulative;
  add(all, "a", "2020-05-02", {total});
  EXPECT_TRUE(all.incidents().empty());
}

TEST(Matching, AnIdStaysWhenLaterReportsCome) {
  Reconciler all;
  add(all, "a", "2020-05-02", {Told("killed").of(12).in("Tamar").on("2020-05-01")});
  const std::string id = all.incidents().at(0).id;
  EXPECT_EQ(id.size(), 8U);
  add(all, "b", "2020-05-03", {Told("killed").of(13).in("Tamar").on("2020-05-01")});
  EXPECT_EQ(all.incidents().at(0).id, id);
}

}  // namespace
}  // namespace attest
