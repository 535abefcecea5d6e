// What claims leave open or get wrong has a stated treatment: docs/methodology.md, "Inclusion and exclusion".
#include <gtest/gtest.h>

#include "support/claims.hpp"

namespace attest {
namespace {

using test::add;
using test::Told;

TEST(BadInput, WithoutADateTheThreeDaysBeforePublicationAreSearched) {
  Reconciler all;
  add(all, "a", "2020-05-02", {Told("killed").of(31).in("Tamar").on("2020-05-01")});
  add(all, "b", "2020-05-02", {Told("killed").of(31).in("Tamar")});
  add(all, "c", "2020-06-02", {Told("killed").of(31).in("Tamar")});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 2U);
  EXPECT_FALSE(incidents[0].from) << "an incident gets no date that no claim gives";
}

TEST(BadInput, WithoutAnyDateAClaimStaysAlone) {
  Reconciler all;
  add(all, "a", "", {Told("killed").of(31).in("Tamar")});
  add(all, "b", "", {Told("killed").of(31).in("Tamar")});
  EXPECT_EQ(all.incidents().size(), 2U);
}

TEST(BadInput, WithoutAPlaceOnlyTheSameFigureJoins) {
  Reconciler all;
  Told exact = Told("killed").of(31).on("2020-05-01").with(Means::airstrike);
  add(all, "a", "2020-05-02", {exact});
  add(all, "b", "2020-05-02", {exact});
  add(all, "c", "2020-05-02", {Told("killed").of(33).on("2020-05-01").with(Means::airstrike)});
  EXPECT_EQ(all.incidents().size(), 2U);
}

TEST(BadInput, ACountryAloneJoinsWhatHasTheSameFigureThere) {
  Reconciler all;
  add(all, "a", "2020-05-02", {Told("killed").of(31).in("Tamar").on("2020-05-01").with(Means::airstrike)});
  Told country = Told("killed").of(31).in("Tamar").on("2020-05-01").with(Means::airstrike);
  country.claim().place->name = "The Plain";
  country.claim().place->precision = 6;
  add(all, "b", "2020-05-02", {country});
  Told other = country;
  other.of(12);
  add(all, "c", "2020-05-02", {other});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 2U);
  EXPECT_TRUE(incidents[0].place == "Tamar" || incidents[1].place == "Tamar");
}

TEST(BadInput, ReversedDatesAreNoDates) {
  Reconciler all;
  Told reversed = Told("killed").of(31).in("Tamar");
  reversed.claim().time = Time{{}, test::day("2020-05-09"), test::day("2020-05-01"), {}, {}, 3};
  add(all, "a", "2020-05-10", {reversed});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  EXPECT_FALSE(incidents[0].from);
}

TEST(BadInput, AReportThatContradictsItselfGivesLowAndHigh) {
  Reconciler all;
  add(all, "a", "2020-05-04",
      {Told("killed").of(12).in("Tamar").on("2020-05-01"), Told("killed").of(17).in("Tamar").on("2020-05-01")});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  EXPECT_EQ(incidents[0].total(ClaimKind::killed)->low, 12);
  EXPECT_EQ(incidents[0].total(ClaimKind::killed)->high, 17);
}

TEST(BadInput, ABillionIsCounted) {
  Reconciler all;
  constexpr std::int64_t kBillion = 1000000000;
  add(all, "a", "2020-05-04",
      {Told("displaced").of(kBillion).in("Tamar").on("2020-05-01").whom(VictimStatus::civilian),
       Told("displaced").of(kBillion).in("Tamar").on("2020-05-01").whom(VictimStatus::combatant)});
  EXPECT_EQ(all.incidents().at(0).total(ClaimKind::displaced)->best, 2 * kBillion);
}

TEST(BadInput, FiftyThousandClaimsOnOneCityAndDayStaysCheap) {
  Reconciler all;
  constexpr int kClaims = 50000;
  for (int i = 0; i < kClaims; ++i)
    add(all, "r" + std::to_string(i), "2020-05-02", {Told("killed").of(1 + i % 5000).in("Tamar").on("2020-05-01")});
  std::size_t claims = 0, incidents = 0;
  all.each_incident([&](const Incident& incident) {
    claims += incident.claims.size();
    ++incidents;
  });
  EXPECT_EQ(claims, std::size_t{kClaims});
  EXPECT_LE(incidents, 5000U) << "those of the same figure are together";
}

}  // namespace
}  // namespace attest
