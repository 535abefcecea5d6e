#include "train/gemm.hpp"

#include <algorithm>
#include <array>

namespace attest::train {

namespace {

using Lanes = float __attribute__((vector_size(64)));
constexpr std::size_t kLanes = 16;
constexpr std::size_t kMostRows = 12;

/// `Rows` rows of c against one panel of b; `a` is packed as [k][Rows], `out` receives [Rows][kPanel].
template <int Rows>
[[gnu::always_inline]] inline void block(const float* a, const float* b, std::size_t depth, float* out) {
  std::array<std::array<Lanes, 2>, Rows> sums{};
  for (std::size_t k = 0; k < depth; ++k) {
    Lanes left;
    Lanes right;
    __builtin_memcpy(&left, b + k * Packed::kPanel, sizeof left);
    __builtin_memcpy(&right, b + k * Packed::kPanel + kLanes, sizeof right);
#pragma GCC unroll 12
    for (int r = 0; r < Rows; ++r) {
      const float value = a[k * Rows + static_cast<std::size_t>(r)];
      sums[static_cast<std::size_t>(r)][0] += value * left;
      sums[static_cast<std::size_t>(r)][1] += value * right;
    }
  }
  __builtin_memcpy(out, sums.data(), sizeof sums);
}

using Block = void (*)(const float*, const float*, std::size_t, float*);

[[gnu::target("avx512f,avx512vl,fma")]] void block_avx512(const float* a, const float* b, std::size_t depth,
                                                          float* out) {
  block<12>(a, b, depth, out);
}
[[gnu::target("avx2,fma")]] void block_avx2(const float* a, const float* b, std::size_t depth, float* out) {
  block<3>(a, b, depth, out);
}
void block_plain(const float* a, const float* b, std::size_t depth, float* out) { block<1>(a, b, depth, out); }

struct Kernel {
  Block run;
  std::size_t rows;
};

Kernel choose() {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")) return {block_avx512, 12};
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return {block_avx2, 3};
  return {block_plain, 1};
}

}  // namespace

void Packed::pack(MatrixView b) {
  rows_ = b.rows;
  columns_ = b.columns;
  const std::size_t panels = (columns_ + kPanel - 1) / kPanel;
  data_.assign(panels * rows_ * kPanel, 0.0F);
  for (std::size_t p = 0; p < panels; ++p) {
    float* out = data_.data() + p * rows_ * kPanel;
    const std::size_t first = p * kPanel;
    const std::size_t width = std::min(kPanel, columns_ - first);
    for (std::size_t k = 0; k < rows_; ++k)
      for (std::size_t j = 0; j < width; ++j)
        out[k * kPanel + j] = b.data[k * b.row_step + (first + j) * b.column_step];
  }
}

void multiply(MatrixView a, const Packed& b, float* c, std::size_t c_step, bool accumulate) {
  static const Kernel kernel = choose();
  thread_local std::vector<float> packed;
  std::array<float, kMostRows * Packed::kPanel> out{};
  const std::size_t depth = a.columns;
  packed.resize(depth * kernel.rows);
  const std::size_t panels = (b.columns() + Packed::kPanel - 1) / Packed::kPanel;
  for (std::size_t first = 0; first < a.rows; first += kernel.rows) {
    const std::size_t rows = std::min(kernel.rows, a.rows - first);
    if (rows < kernel.rows) std::ranges::fill(packed, 0.0F);
    for (std::size_t r = 0; r < rows; ++r) {
      const float* from = a.data + (first + r) * a.row_step;
      for (std::size_t k = 0; k < depth; ++k) packed[k * kernel.rows + r] = from[k * a.column_step];
    }
    for (std::size_t p = 0; p < panels; ++p) {
      kernel.run(packed.data(), b.panel(p), depth, out.data());
      const std::size_t column = p * Packed::kPanel;
      const std::size_t width = std::min(Packed::kPanel, b.columns() - column);
      for (std::size_t r = 0; r < rows; ++r) {
        float* to = c + (first + r) * c_step + column;
        const float* from = out.data() + r * Packed::kPanel;
        if (accumulate)
          for (std::size_t j = 0; j < width; ++j) to[j] += from[j];
        else
          std::copy_n(from, width, to);
      }
    }
  }
}

void multiply(MatrixView a, MatrixView b, float* c, std::size_t c_step, bool accumulate) {
  thread_local Packed packed;
  packed.pack(b);
  multiply(a, packed, c, c_step, accumulate);
}

}  // namespace attest::train
