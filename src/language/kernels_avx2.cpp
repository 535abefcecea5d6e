#include <immintrin.h>

#include "language/kernel_loops.hpp"

// Compiled with -ffp-contract=off: a fused multiply-add would round once where two operations round twice.

namespace attest {

namespace {

#define ATTEST_AVX2 [[gnu::target("avx2")]]

constexpr std::size_t kTile = 3;  // rows that go through the weights together: their sums fill the registers

/// Adds the next `runs` runs of `Length` columns to the sums of 16 outputs.
template <std::size_t Rows, std::size_t Length>
ATTEST_AVX2 [[gnu::always_inline]] inline void add_runs(std::size_t runs, const AffineRuns::Column*& column,
                                                        const std::uint16_t*& offset, const std::uint8_t* x,
                                                        std::size_t x_step, __m256i (&sums)[Rows][2]) {
  const __m256i ones = _mm256_set1_epi16(1);
  for (; runs > 0; --runs) {
    __m256i narrow[Rows][2];
#pragma GCC unroll 4
    for (std::size_t i = 0; i < Length; ++i, ++column, ++offset) {
      const __m256i low = _mm256_load_si256(reinterpret_cast<const __m256i*>(column->weights.data()));
      const __m256i high = _mm256_load_si256(reinterpret_cast<const __m256i*>(column->weights.data() + 32));
#pragma GCC unroll 4
      for (std::size_t r = 0; r < Rows; ++r) {
        const __m256i values = _mm256_set1_epi32(four(x + r * x_step + *offset));
        const __m256i first = _mm256_maddubs_epi16(values, low);
        const __m256i second = _mm256_maddubs_epi16(values, high);
        narrow[r][0] = i == 0 ? first : _mm256_add_epi16(narrow[r][0], first);
        narrow[r][1] = i == 0 ? second : _mm256_add_epi16(narrow[r][1], second);
        // Column by column: compilers would rather keep all products of a run, and run out of registers.
        asm("" : "+x"(narrow[r][0]), "+x"(narrow[r][1]));
      }
    }
#pragma GCC unroll 4
    for (std::size_t r = 0; r < Rows; ++r)
      for (std::size_t half = 0; half < 2; ++half)
        sums[r][half] = _mm256_add_epi32(sums[r][half], _mm256_madd_epi16(narrow[r][half], ones));
  }
}

template <std::size_t Rows>
ATTEST_AVX2 void rows_avx2(const IntAffine& map, const std::uint8_t* x, std::size_t x_step, float* y,
                           std::size_t y_step, bool add) {
  const AffineRuns::Column* column = map.runs.columns.data();
  const std::uint16_t* offset = map.runs.offsets.data();
  for (std::size_t first = 0; first < map.outputs; first += kBlock) {
    const auto& runs = map.runs.lengths[first / kBlock];
    __m256i sums[Rows][2];
    for (auto& sum : sums) sum[0] = sum[1] = _mm256_setzero_si256();
    add_runs<Rows, 4>(runs[3], column, offset, x, x_step, sums);
    add_runs<Rows, 3>(runs[2], column, offset, x, x_step, sums);
    add_runs<Rows, 2>(runs[1], column, offset, x, x_step, sums);
    add_runs<Rows, 1>(runs[0], column, offset, x, x_step, sums);
    for (std::size_t r = 0; r < Rows; ++r)
      for (std::size_t half = 0; half < 2; ++half) {
        const std::size_t at = first + 8 * half;
        float* to = y + r * y_step + at;
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
  for (; r + kTile <= rows; r += kTile) rows_avx2<kTile>(map, x + r * x_step, x_step, y + r * y_step, y_step, add);
  x += r * x_step;
  y += r * y_step;
  if (rows - r == 2) rows_avx2<2>(map, x, x_step, y, y_step, add);
  if (rows - r == 1) rows_avx2<1>(map, x, x_step, y, y_step, add);
}

ATTEST_AVX2 void cells_avx2(const float* gates, const float* old, float* cell, std::uint8_t* out, std::size_t size) {
  Elementwise::cells(gates, old, cell, out, size);
}
ATTEST_AVX2 void squash_avx2(const float* x, std::uint8_t* out, std::size_t size) { Elementwise::squash(x, out, size); }
ATTEST_AVX2 std::int32_t dot_avx2(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  return Elementwise::dot(a, b, size);
}

}  // namespace

Kernels avx2_kernels() { return {"AVX2", kTile, affine_avx2, cells_avx2, squash_avx2, dot_avx2}; }

}  // namespace attest
