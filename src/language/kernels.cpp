#include "language/kernels.hpp"

#include <array>
#include <vector>

#include "language/kernel_loops.hpp"

// Compiled with -ffp-contract=off: a fused multiply-add would round once where two operations round twice.

namespace attest {

namespace {

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

std::vector<Kernels> detect() {
  std::vector<Kernels> out;
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    out.push_back(avx512_kernels());
  if (__builtin_cpu_supports("avx2")) out.push_back(avx2_kernels());
  out.push_back({"plain C++", 8, affine_plain, cells_plain, squash_plain, dot_plain});
  return out;
}

}  // namespace

std::span<const Kernels> available_kernels() {
  static const std::vector<Kernels> kernels = detect();
  return kernels;
}

}  // namespace attest
