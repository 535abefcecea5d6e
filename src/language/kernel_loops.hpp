// What the kernels of all vector units share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "language/activation.hpp"
#include "language/kernels.hpp"

namespace attest {

inline constexpr std::size_t kBlock = 16;  // outputs a block of weights
inline constexpr std::size_t kGroup = 4;   // inputs a column of it

/// Four neighbouring inputs as one number.
[[gnu::always_inline]] inline std::int32_t four(const std::uint8_t* x) {
  std::int32_t out = 0;
  std::memcpy(&out, x, sizeof out);
  return out;
}

/// Loops over single numbers, written once and compiled for each vector unit.
struct Elementwise {
  [[gnu::always_inline]] static std::uint8_t store(float x) {
    return static_cast<std::uint8_t>(
        static_cast<std::int32_t>(x * static_cast<float>(kActivationScale) + (static_cast<float>(kZeroPoint) + 0.5F)));
  }

  /// gate(a) * x = (below + above) * x / (2 * below): a cell needs two divisions instead of five.
  [[gnu::always_inline]] static void cells(const float* __restrict gates, const float* __restrict old,
                                           float* __restrict cell, std::uint8_t* __restrict out, std::size_t size) {
    const float* __restrict in = gates;
    const float* __restrict forget = gates + size;
    const float* __restrict update = gates + 2 * size;
    const float* __restrict output = gates + 3 * size;
    for (std::size_t j = 0; j < size; ++j) {
      const Fraction i = squash_fraction(0.5F * in[j]);
      const Fraction f = squash_fraction(0.5F * forget[j]);
      const Fraction g = squash_fraction(update[j]);
      const Fraction o = squash_fraction(0.5F * output[j]);
      const float added = (i.below + i.above) * g.above * f.below;
      const float kept = (f.below + f.above) * old[j] * (i.below * g.below);
      const float c = 0.5F * ((added + kept) / (i.below * g.below * f.below));
      cell[j] = c;
      const Fraction s = squash_fraction(c);
      out[j] = store(0.5F * (((o.below + o.above) * s.above) / (o.below * s.below)));
    }
  }

  [[gnu::always_inline]] static void squash(const float* x, std::uint8_t* out, std::size_t size) {
    for (std::size_t j = 0; j < size; ++j) out[j] = store(squash_(x[j]));
  }

  [[gnu::always_inline]] static std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
    std::int32_t sum = 0;
    for (std::size_t j = 0; j < size; ++j) sum += static_cast<std::int32_t>(a[j]) * static_cast<std::int32_t>(b[j]);
    return sum;
  }

 private:
  [[gnu::always_inline]] static float squash_(float x) { return attest::squash(x); }
};

[[nodiscard]] Kernels avx2_kernels();
[[nodiscard]] Kernels avx512_kernels();

}  // namespace attest
