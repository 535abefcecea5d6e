#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "support/claims.hpp"

namespace attest {
namespace {

using test::add;
using test::Told;

Told killed() { return Told("killed").in("Tamar").on("2020-05-01"); }

Incident only(const Reconciler& all) {
  const auto incidents = all.incidents();
  EXPECT_EQ(incidents.size(), 1U);
  return incidents.at(0);
}

/// The role and reason of a report's n-th claim.
std::pair<ClaimRole, RoleReason> part(const Incident& incident, std::uint32_t report, std::uint32_t claim = 0) {
  for (const LinkedClaim& link : incident.claims)
    if (link.claim == ClaimRef{report, claim}) return {link.role, link.reason};
  return {ClaimRole::excluded, RoleReason::withdrawn};
}

using Numbers = std::tuple<std::optional<std::int64_t>, std::optional<std::int64_t>, std::optional<std::int64_t>>;
Numbers total(const Incident& incident, ClaimKind harm = ClaimKind::killed) {
  const Figure* figure = incident.total(harm);
  if (figure == nullptr) return {};
  return {figure->low, figure->best, figure->high};
}

TEST(Figures, LowBestAndHighOfThreeOrigins) {
  Reconciler all;
  add(all, "a", "2020-05-04", {killed().of(12)});
  add(all, "b", "2020-05-04", {killed().of(14)});
  add(all, "c", "2020-05-04", {killed().of(17)});
  const Incident incident = only(all);
  EXPECT_EQ(total(incident), Numbers(12, 14, 17));
  EXPECT_EQ(part(incident, 1), std::pair(ClaimRole::recommended, RoleReason::best_figure));
  EXPECT_EQ(part(incident, 2), std::pair(ClaimRole::triangulation, RoleReason::other_figure));
}

TEST(Figures, OpenBoundsStayOpen) {
  Reconciler all;
  add(all, "a", "2020-05-04", {killed().of(26, std::nullopt)});
  EXPECT_EQ(total(only(all)), Numbers(26, 26, std::nullopt));
}

TEST(Figures, TheTollOfOneEarlyReportMayRise) {
  Reconciler all;
  add(all, "a", "2020-05-01", {killed().of(12)});
  EXPECT_EQ(total(only(all)), Numbers(12, 12, std::nullopt));
}

TEST(Figures, LaterWordsOfASourceReplaceItsEarlierOnes) {
  Reconciler all;
  add(all, "a", "2020-05-01", {killed().of(12).says("Tamar Observatory", SourceKind::monitor)});
  add(all, "b", "2020-05-04", {killed().of(16).says("Tamar Observatory", SourceKind::monitor)});
  const Incident incident = only(all);
  EXPECT_EQ(total(incident), Numbers(16, 16, 16));
  EXPECT_EQ(part(incident, 0), std::pair(ClaimRole::superseded, RoleReason::later_toll));
}

TEST(Figures, VagueLaterWordsReplaceNoFigure) {
  Reconciler all;
  add(all, "a", "2020-05-03", {killed().of(31).says("Tamar Observatory", SourceKind::monitor)});
  add(all, "b", "2020-05-04", {killed().of(24, 99).says("Tamar Observatory", SourceKind::monitor)});
  EXPECT_EQ(total(only(all)), Numbers(31, 31, 31));
}

TEST(Figures, PartsAreNeverAdded) {
  Reconciler all;
  add(all, "a", "2020-05-04",
      {killed().of(23).whom(VictimStatus::civilian),
       killed().of(8, std::nullopt).whom(VictimStatus::civilian, VictimGroup::children).part_of("c1")});
  const Incident incident = only(all);
  EXPECT_EQ(total(incident), Numbers(23, 23, 23));
  const auto children = std::ranges::find(incident.figures, VictimGroup::children, &Figure::group);
  ASSERT_NE(children, incident.figures.end());
  EXPECT_EQ(children->low, 8);
  EXPECT_FALSE(children->impossible);
}

TEST(Figures, AnImpossiblePartIsFlaggedAndKept) {
  Reconciler all;
  add(all, "a", "2020-05-04",
      {killed().of(21),
       killed().of(1500, std::nullopt).whom(VictimStatus::civilian, VictimGroup::women).part_of("c1")});
  const Incident incident = only(all);
  EXPECT_EQ(total(incident), Numbers(21, 21, 21));
  EXPECT_EQ(part(incident, 0, 1), std::pair(ClaimRole::triangulation, RoleReason::impossible_part));
  EXPECT_TRUE(std::ranges::find(incident.figures, VictimGroup::women, &Figure::group)->impossible);
}

TEST(Figures, CiviliansAndFightersOfOneReportAreItsTotal) {
  Reconciler all;
  add(all, "a", "2020-05-04",
      {killed().of(7).whom(VictimStatus::civilian), killed().of(4).whom(VictimStatus::combatant)});
  EXPECT_EQ(total(only(all)), Numbers(11, 11, 11));
}

TEST(Figures, AFarFigureIsNoHigh) {
  Reconciler all;
  for (const char* id : {"a", "b", "c", "d"}) add(all, id, "2020-05-04", {killed().of(26)});
  add(all, "e", "2020-05-04", {killed().of(90).labelled("it").by("Dawn Front").with(Means::car_bomb)});
  add(all, "f", "2020-05-04", {killed().of(26).by("Dawn Front").with(Means::car_bomb)});
  for (const Incident& incident : all.incidents()) {
    if (incident.reports > 1) {
      EXPECT_EQ(total(incident), Numbers(26, 26, 26));
    }
  }
}

TEST(Figures, WhatIsDeniedOrToComeIsExcluded) {
  Reconciler all;
  add(all, "a", "2020-05-04", {killed().of(12)});
  add(all, "b", "2020-05-04", {killed().of(12).as(Certainty::denied)});
  add(all, "c", "2020-05-04", {killed().of(12).as(Certainty::future)});
  const Incident incident = only(all);
  EXPECT_EQ(incident.reports, 1U);
  EXPECT_EQ(part(incident, 1), std::pair(ClaimRole::excluded, RoleReason::denied));
  EXPECT_EQ(part(incident, 2), std::pair(ClaimRole::excluded, RoleReason::not_occurred));
}

TEST(Figures, AWithdrawnReportCountsNoMore) {
  Reconciler all;
  Claim claim = killed().of(90).labelled("it").claim();
  claim.id = "c1";
  all.add({"a", "a", "", test::day("2020-05-04"), {}, true}, std::vector{claim});
  EXPECT_TRUE(all.incidents().empty());
}

}  // namespace
}  // namespace attest
