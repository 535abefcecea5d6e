#include <gtest/gtest.h>

#include "support/claims.hpp"

namespace attest {
namespace {

using test::add;
using test::Told;

Told strike() { return Told("killed").of(12).in("Tamar").on("2020-05-01").with(Means::airstrike); }

Incident only(const Reconciler& all) {
  const auto incidents = all.incidents();
  EXPECT_EQ(incidents.size(), 1U);
  return incidents.at(0);
}

TEST(Grading, OneSourceIsWeak) {
  Reconciler all;
  add(all, "a", "2020-05-02", {strike().by("Coalition")});
  const Incident incident = only(all);
  EXPECT_EQ(incident.grade, Grade::weak);
  EXPECT_EQ(incident.responsibility, Responsibility::accused);
  EXPECT_EQ(incident.strike, StrikeStatus::single_source_claim);
}

TEST(Grading, TwoOriginsAreFair) {
  Reconciler all;
  add(all, "a", "2020-05-02", {strike().by("Coalition")});
  add(all, "b", "2020-05-02", {strike()});
  const Incident incident = only(all);
  EXPECT_EQ(incident.grade, Grade::fair);
  EXPECT_EQ(incident.strike, StrikeStatus::likely_strike);
}

TEST(Grading, TwoSidesBlamedAreContestedAndKeptSideBySide) {
  Reconciler all;
  add(all, "a", "2020-05-02", {strike().by("Coalition").says("Tamar Observatory", SourceKind::monitor)});
  add(all, "b", "2020-05-02", {strike().by("Dawn Front").says("Ministry of Health", SourceKind::government)});
  const Incident incident = only(all);
  EXPECT_EQ(incident.grade, Grade::contested);
  EXPECT_EQ(incident.responsibility, Responsibility::contested);
  ASSERT_EQ(incident.blame.size(), 2U);
  EXPECT_EQ(incident.blame[0].said_by, std::vector<std::string>{"Tamar Observatory"});
}

TEST(Grading, AnOwnStatementConfirms) {
  Reconciler all;
  add(all, "a", "2020-05-02", {strike().by("Coalition")});
  add(all, "b", "2020-05-03", {strike().by("Coalition").says("Coalition", SourceKind::military)});
  const Incident incident = only(all);
  EXPECT_EQ(incident.grade, Grade::confirmed);
  EXPECT_EQ(incident.responsibility, Responsibility::admitted);
  EXPECT_EQ(incident.strike, StrikeStatus::declared_strike);
}

TEST(Grading, ADenialIsKept) {
  Reconciler all;
  add(all, "a", "2020-05-02", {strike().by("Coalition")});
  add(all, "b", "2020-05-03", {strike().by("Coalition").says("Coalition", SourceKind::military).as(Certainty::denied)});
  const Incident incident = only(all);
  EXPECT_EQ(incident.responsibility, Responsibility::denied);
  EXPECT_EQ(incident.strike, StrikeStatus::contested_strike);
  EXPECT_EQ(incident.blame.at(0).denied_by, std::vector<std::string>{"Coalition"});
}

TEST(Grading, FightersAloneAreDiscounted) {
  Reconciler all;
  add(all, "a", "2020-05-02", {strike().whom(VictimStatus::combatant)});
  EXPECT_EQ(only(all).grade, Grade::discounted);
}

TEST(Grading, NobodyBlamedIsUnclaimed) {
  Reconciler all;
  add(all, "a", "2020-05-02", {strike().by("unknown")});
  EXPECT_EQ(only(all).responsibility, Responsibility::unclaimed);
}

}  // namespace
}  // namespace attest
