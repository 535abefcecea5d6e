#include "language/kernels.hpp"

#include <immintrin.h>

#include <array>
#include <vector>

#include "language/activation.hpp"

// This file is compiled with -ffp-contract=off: a fused multiply-add would round once where two operations round twice.

namespace attest {

namespace {

constexpr std::size_t kBlock = 16;  // outputs a block of weights
constexpr std::size_t kGroup = 4;   // inputs a block

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

void affine_plain(const IntAffine& map, const std::uint8_t* x, std::size_t x_step, std::size_t rows, float* y,
                  std::size_t y_step, bool add) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t first = 0; first < map.outputs; first += kBlock) {
      const std::int8_t* w = map.weights + first * map.inputs;
      std::array<std::int32_t, kBlock> sums{};
      for (std::size_t k = 0; k < map.inputs; k += kGroup, w += kBlock * kGroup) {
        const std::uint8_t* in = x + r * x_step + k;
        for (std::size_t j = 0; j < kBlock; ++j)
          sums[j] += in[0] * w[4 * j] + in[1] * w[4 * j + 1] + in[2] * w[4 * j + 2] + in[3] * w[4 * j + 3];
      }
      for (std::size_t j = 0; j < kBlock; ++j) {
        const float value = static_cast<float>(sums[j]) * map.scale[first + j] + map.bias[first + j];
        float& to = y[r * y_step + first + j];
        to = add ? to + value : value;
      }
    }
}
void cells_plain(const float* gates, const float* old, float* cell, std::uint8_t* out, std::size_t size) {
  Elementwise::cells(gates, old, cell, out, size);
}
void squash_plain(const float* x, std::uint8_t* out, std::size_t size) { Elementwise::squash(x, out, size); }
std::int32_t dot_plain(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  return Elementwise::dot(a, b, size);
}

#define ATTEST_AVX2 [[gnu::target("avx2")]]
#define ATTEST_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vnni")]]

std::int32_t four(const std::uint8_t* x) {
  std::int32_t out = 0;
  __builtin_memcpy(&out, x, sizeof out);
  return out;
}

template <int Rows>
ATTEST_AVX2 void rows_avx2(const IntAffine& map, const std::uint8_t* x, std::size_t x_step, float* y,
                           std::size_t y_step, bool add) {
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t first = 0; first < map.outputs; first += kBlock) {
    const std::int8_t* w = map.weights + first * map.inputs;
    __m256i sums[Rows][2];
    for (auto& sum : sums) sum[0] = sum[1] = _mm256_setzero_si256();
    for (std::size_t k = 0; k < map.inputs; k += kGroup, w += kBlock * kGroup) {
      const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w));
      const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + 32));
#pragma GCC unroll 4
      for (int r = 0; r < Rows; ++r) {
        const __m256i values = _mm256_set1_epi32(four(x + static_cast<std::size_t>(r) * x_step + k));
        sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(_mm256_maddubs_epi16(values, low), ones));
        sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(_mm256_maddubs_epi16(values, high), ones));
      }
    }
    for (int r = 0; r < Rows; ++r)
      for (std::size_t half = 0; half < 2; ++half) {
        const std::size_t at = first + 8 * half;
        float* to = y + static_cast<std::size_t>(r) * y_step + at;
        const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums[r][half]), _mm256_loadu_ps(map.scale + at));
        __m256 value = _mm256_add_ps(scaled, _mm256_loadu_ps(map.bias + at));
        if (add) value = _mm256_add_ps(_mm256_loadu_ps(to), value);
        _mm256_storeu_ps(to, value);
      }
  }
}

ATTEST_AVX2 void affine_avx2(const IntAffine& map, const std::uint8_t* x, std::size_t x_step, std::size_t rows,
                             float* y, std::size_t y_step, bool add) {
  std::size_t r = 0;
  for (; r + 4 <= rows; r += 4) rows_avx2<4>(map, x + r * x_step, x_step, y + r * y_step, y_step, add);
  x += r * x_step;
  y += r * y_step;
  switch (rows - r) {  // the last rows together: they share the loads of weights
    case 3:
      return rows_avx2<3>(map, x, x_step, y, y_step, add);
    case 2:
      return rows_avx2<2>(map, x, x_step, y, y_step, add);
    case 1:
      return rows_avx2<1>(map, x, x_step, y, y_step, add);
    default:
      return;
  }
}
ATTEST_AVX2 void cells_avx2(const float* gates, const float* old, float* cell, std::uint8_t* out, std::size_t size) {
  Elementwise::cells(gates, old, cell, out, size);
}
ATTEST_AVX2 void squash_avx2(const float* x, std::uint8_t* out, std::size_t size) { Elementwise::squash(x, out, size); }
ATTEST_AVX2 std::int32_t dot_avx2(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  return Elementwise::dot(a, b, size);
}

/// `Rows` rows against `Blocks` neighbouring blocks of outputs at a time.
template <int Rows, int Blocks>
ATTEST_AVX512 void tile_avx512(const IntAffine& map, std::size_t first, const std::uint8_t* x, std::size_t x_step,
                               float* y, std::size_t y_step, bool add) {
  const std::int8_t* w = map.weights + first * map.inputs;
  const std::size_t next = kBlock * map.inputs;  // from one block of outputs to the next
  __m512i sums[Rows][Blocks];
  for (auto& row : sums)
    for (auto& sum : row) sum = _mm512_setzero_si512();
  for (std::size_t k = 0; k < map.inputs; k += kGroup, w += kBlock * kGroup) {
    __m512i weights[Blocks];
#pragma GCC unroll 2
    for (int b = 0; b < Blocks; ++b) weights[b] = _mm512_loadu_si512(w + static_cast<std::size_t>(b) * next);
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
      const __m512i values = _mm512_set1_epi32(four(x + static_cast<std::size_t>(r) * x_step + k));
#pragma GCC unroll 2
      for (int b = 0; b < Blocks; ++b) sums[r][b] = _mm512_dpbusd_epi32(sums[r][b], values, weights[b]);
    }
  }
  for (int r = 0; r < Rows; ++r)
    for (int b = 0; b < Blocks; ++b) {
      const std::size_t at = first + static_cast<std::size_t>(b) * kBlock;
      float* to = y + static_cast<std::size_t>(r) * y_step + at;
      const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sums[r][b]), _mm512_loadu_ps(map.scale + at));
      __m512 value = _mm512_add_ps(scaled, _mm512_loadu_ps(map.bias + at));
      if (add) value = _mm512_add_ps(_mm512_loadu_ps(to), value);
      _mm512_storeu_ps(to, value);
    }
}

template <int Rows>
ATTEST_AVX512 void rows_avx512(const IntAffine& map, const std::uint8_t* x, std::size_t x_step, float* y,
                               std::size_t y_step, bool add) {
  std::size_t first = 0;
  for (; first + 2 * kBlock <= map.outputs; first += 2 * kBlock)
    tile_avx512<Rows, 2>(map, first, x, x_step, y, y_step, add);
  if (first < map.outputs) tile_avx512<Rows, 1>(map, first, x, x_step, y, y_step, add);
}

ATTEST_AVX512 void affine_avx512(const IntAffine& map, const std::uint8_t* x, std::size_t x_step, std::size_t rows,
                                 float* y, std::size_t y_step, bool add) {
  std::size_t r = 0;
  for (; r + 8 <= rows; r += 8) rows_avx512<8>(map, x + r * x_step, x_step, y + r * y_step, y_step, add);
  x += r * x_step;
  y += r * y_step;
  switch (rows - r) {  // the last rows together: one alone would wait for its own sums
    case 7:
      return rows_avx512<7>(map, x, x_step, y, y_step, add);
    case 6:
      return rows_avx512<6>(map, x, x_step, y, y_step, add);
    case 5:
      return rows_avx512<5>(map, x, x_step, y, y_step, add);
    case 4:
      return rows_avx512<4>(map, x, x_step, y, y_step, add);
    case 3:
      return rows_avx512<3>(map, x, x_step, y, y_step, add);
    case 2:
      return rows_avx512<2>(map, x, x_step, y, y_step, add);
    case 1:
      return rows_avx512<1>(map, x, x_step, y, y_step, add);
    default:
      return;
  }
}
ATTEST_AVX512 void cells_avx512(const float* gates, const float* old, float* cell, std::uint8_t* out,
                                std::size_t size) {
  Elementwise::cells(gates, old, cell, out, size);
}
ATTEST_AVX512 void squash_avx512(const float* x, std::uint8_t* out, std::size_t size) {
  Elementwise::squash(x, out, size);
}
ATTEST_AVX512 std::int32_t dot_avx512(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  return Elementwise::dot(a, b, size);
}

std::vector<Kernels> detect() {
  std::vector<Kernels> out;
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    out.push_back({"AVX-512 VNNI", affine_avx512, cells_avx512, squash_avx512, dot_avx512});
  if (__builtin_cpu_supports("avx2")) out.push_back({"AVX2", affine_avx2, cells_avx2, squash_avx2, dot_avx2});
  out.push_back({"plain C++", affine_plain, cells_plain, squash_plain, dot_plain});
  return out;
}

}  // namespace

std::span<const Kernels> available_kernels() {
  static const std::vector<Kernels> kernels = detect();
  return kernels;
}

}  // namespace attest
