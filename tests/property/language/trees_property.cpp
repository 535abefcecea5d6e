#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "language/trees.hpp"

namespace attest {

namespace {

float score_of(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

/// The root stands before the first word: no arc goes over the word that hangs from it.
bool is_projective(const std::vector<std::uint32_t>& heads) {
  for (std::uint32_t i = 0; i < heads.size(); ++i)
    for (std::uint32_t j = 0; j < heads.size(); ++j) {
      const auto [a, b] = std::minmax({i + 1, heads[i]});
      const auto [c, d] = std::minmax({j + 1, heads[j]});
      if (a < c && c < b && b < d) return false;
    }
  return true;
}

/// The best projective tree of a very short sentence, by trying all of them.
float best_by_trying(const std::vector<float>& scores, std::size_t n) {
  std::vector<std::uint32_t> heads(n, 0);
  float best = -1e30F;
  for (;;) {
    if (is_tree(heads) && is_projective(heads)) best = std::max(best, score_of(scores, heads));
    std::size_t i = 0;
    while (i < n && heads[i] == n) heads[i++] = 0;
    if (i == n) return best;
    ++heads[i];
  }
}

std::vector<float> arbitrary_scores(std::size_t n) {
  std::vector<float> out;
  for (const int v : *rc::gen::container<std::vector<int>>(n * (n + 1), rc::gen::inRange(-50, 50)))
    out.push_back(static_cast<float>(v));
  return out;
}

}  // namespace

RC_GTEST_PROP(Trees, any_scores_give_a_tree_with_one_root, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 40);
  RC_ASSERT(is_tree(best_tree(arbitrary_scores(n), n)));
}

RC_GTEST_PROP(Trees, no_projective_tree_is_better, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 6);
  const std::vector<float> scores = arbitrary_scores(n);
  RC_ASSERT(score_of(scores, best_tree(scores, n)) >= best_by_trying(scores, n));
}

TEST(Trees, two_roots_and_circles_are_no_trees) {
  EXPECT_TRUE(is_tree(std::vector<std::uint32_t>{2, 0, 2}));
  EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{0, 0, 2}));
  EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{2, 1, 0}));
  EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{2, 3, 1}));
}

}  // namespace attest
