// From scores of single arcs to the best tree of a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace attest {

/// The best projective tree with exactly one word under the root (Eisner 1996).
/// @param scores  n rows of n + 1: scores[i * (n + 1) + j] is the score of head j for word i + 1, head 0 the root.
///                Scores of a word as its own head are not looked at.
/// @return        n heads, 1-based, 0 for the root. Every word heads its own choice when those choices form such a
///                tree (even a non-projective one); the costly search runs only when they do not: O(n^3).
[[nodiscard]] std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t n);

/// Is this a tree with one word under the root?
[[nodiscard]] bool is_tree(std::span<const std::uint32_t> heads);

}  // namespace attest
