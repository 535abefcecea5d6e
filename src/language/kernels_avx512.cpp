#include <immintrin.h>

#include "language/kernel_loops.hpp"

// Compiled with -ffp-contract=off: a fused multiply-add would round once where two operations round twice.

namespace attest {

namespace {

#define ATTEST_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vnni")]]

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

}  // namespace

Kernels avx512_kernels() { return {"AVX-512 VNNI", 8, affine_avx512, cells_avx512, squash_avx512, dot_avx512}; }

}  // namespace attest
