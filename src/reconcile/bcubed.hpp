// B-cubed: how well a grouping agrees with the true one, item by item, so that neither a thousand small errors nor one
// large one hides the other (Bagga and Baldwin 1998).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace attest {

struct BCubed {
  double precision = 1, recall = 1;
  std::size_t false_merges = 0;  // groups with items of several true groups
  std::size_t false_splits = 0;  // true groups that lie in several
  [[nodiscard]] double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};

/// @param truth, found  one label an item, same order and size
[[nodiscard]] BCubed b_cubed(std::span<const std::uint32_t> truth, std::span<const std::uint32_t> found);

}  // namespace attest
