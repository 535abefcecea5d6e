#include "reconcile/history.hpp"

#include <gtest/gtest.h>

#include "support/claims.hpp"

namespace attest {
namespace {

using test::add;
using test::Told;

Told killed() { return Told("killed").in("Tamar").on("2020-05-01"); }

TEST(History, EachChangeNamesTheClaimBehindIt) {
  Reconciler all;
  add(all, "a", "2020-05-02", {killed().of(12)});
  add(all, "b", "2020-05-04", {killed().of(14)});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  const auto steps = history_of(all.evidence(), incidents[0]);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].figure.best, 12);
  EXPECT_EQ(steps[0].because, (ClaimRef{0, 0}));
  EXPECT_EQ(steps[1].because, (ClaimRef{1, 0}));
  EXPECT_TRUE(*steps[0].published < *steps[1].published);
}

TEST(History, APartIsPutDownToTheClaimOfThatPart) {
  Reconciler all;
  add(all, "a", "2020-05-02",
      {killed().of(23), killed().of(8).whom(VictimStatus::civilian, VictimGroup::children).part_of("c1")});
  const auto incidents = all.incidents();
  ASSERT_EQ(incidents.size(), 1U);
  bool seen = false;
  for (const HistoryStep& step : history_of(all.evidence(), incidents[0])) {
    const bool children = step.figure.group == VictimGroup::children;
    EXPECT_EQ(step.because, (ClaimRef{0, children ? 1U : 0U}));
    seen = seen || children;
  }
  EXPECT_TRUE(seen);
}

}  // namespace
}  // namespace attest
