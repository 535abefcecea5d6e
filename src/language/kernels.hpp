// The inner loops of the network, for the vector units of the machine at hand: AVX-512 VNNI, AVX2 or plain C++. All give
// the same bits: products are sums of small integers, and the rest is the same IEEE operations in the same order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/affine_runs.hpp"

namespace attest {

/// An affine map with small integer weights, in a model file: y = scale * (w . x) + bias, an output each.
/// Weights lie in blocks of 16 outputs x 4 inputs and are at most 63 in size, so that no 16-bit sum of two products
/// overflows on AVX2.
struct IntAffine {
  std::size_t inputs = 0, outputs = 0;  // multiples of 4 and of 16
  const std::int8_t* weights = nullptr;
  const float* scale = nullptr;  // an output each
  const float* bias = nullptr;   // with what the inputs' zero point of 128 adds
  AffineRuns runs;               // of the weights
};

/// Activations between -1 and 1 are stored as 128 + 127 x.
inline constexpr int kZeroPoint = 128;
inline constexpr int kActivationScale = 127;

struct Kernels {
  std::string_view name;
  std::size_t tile;  // rows that are mapped together: multiples of it waste nothing
  /// y = map(x) for `rows` rows, or y += map(x) with `add`. Steps are the distances of rows, in elements.
  void (*affine)(const IntAffine& map, const std::uint8_t* x, std::size_t x_step, std::size_t rows, float* y,
                 std::size_t y_step, bool add);
  /// One step of `size` memory cells: `gates` holds 4 x size sums (i, f, g, o), `old` the cells before.
  void (*cells)(const float* gates, const float* old, float* cell, std::uint8_t* out, std::size_t size);
  /// Activations of sums.
  void (*squash)(const float* x, std::uint8_t* out, std::size_t size);
  /// Sum of products.
  std::int32_t (*dot)(const std::int16_t* a, const std::int16_t* b, std::size_t size);
};

/// The kernels this machine can run, best first; the last is plain C++.
[[nodiscard]] std::span<const Kernels> available_kernels();

}  // namespace attest
