#include "reconcile/bcubed.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace attest {
namespace {

using Labels = std::vector<std::uint32_t>;

TEST(BCubed, ThePerfectGroupingIsOne) {
  const BCubed score = b_cubed(Labels{1, 1, 2}, Labels{7, 7, 9});
  EXPECT_DOUBLE_EQ(score.f1(), 1);
  EXPECT_EQ(score.false_merges + score.false_splits, 0U);
}

TEST(BCubed, OneGroupOfAllHasFullRecall) {
  const BCubed score = b_cubed(Labels{1, 1, 2, 2}, Labels{5, 5, 5, 5});
  EXPECT_DOUBLE_EQ(score.recall, 1);
  EXPECT_DOUBLE_EQ(score.precision, 0.5);
  EXPECT_EQ(score.false_merges, 1U);
}

TEST(BCubed, EveryItemAloneHasFullPrecision) {
  const BCubed score = b_cubed(Labels{1, 1, 2, 2}, Labels{1, 2, 3, 4});
  EXPECT_DOUBLE_EQ(score.precision, 1);
  EXPECT_DOUBLE_EQ(score.recall, 0.5);
  EXPECT_EQ(score.false_splits, 2U);
}

}  // namespace
}  // namespace attest
