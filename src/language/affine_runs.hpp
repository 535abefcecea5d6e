// The weights of an affine map in the order in which AVX2 adds them up fastest.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace attest {

/// AVX2 multiplies 8-bit numbers in pairs into 16-bit sums, which have to be widened to 32 bits before they can overflow.
/// Widening is half of the work, and weights are seldom large: several sums usually fit into 16 bits together. A run is
/// such a group of columns, whose weights can't overflow whatever the inputs are. Sums of whole numbers don't depend on
/// their order, so that the answers are the same to the bit.
struct AffineRuns {
  static constexpr std::size_t kLongest = 4;  // columns a run: longer ones gain little

  /// Weights of 16 outputs for 4 neighbouring inputs: a column of a block of IntAffine.
  struct alignas(64) Column {
    std::array<std::int8_t, 64> weights;
  };

  std::vector<Column> columns;  // block by block; in a block the runs of kLongest columns first, single ones last
  std::vector<std::uint16_t> offsets;                        // the first input of each column
  std::vector<std::array<std::uint16_t, kLongest>> lengths;  // a block each: its runs of 1, 2, ... columns

  /// @param weights  in blocks of 16 outputs x 4 inputs, see IntAffine
  [[nodiscard]] static AffineRuns of(std::span<const std::int8_t> weights, std::size_t inputs);
};

}  // namespace attest
