#include "language/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <vector>

namespace attest {

namespace {

/// Random weights, inputs and memory cells for all kernels to work on.
struct Numbers {
  static constexpr std::size_t kInputs = 96, kOutputs = 48, kRows = 13;

  /// @param largest  weight, at most 63
  explicit Numbers(int largest = 63)
      : weights(kInputs * kOutputs), scale(kOutputs), bias(kOutputs), x(kRows * kInputs) {
    std::mt19937 random(7);
    const auto values = static_cast<unsigned>(2 * largest + 1);
    for (auto& w : weights) w = static_cast<std::int8_t>(static_cast<int>(random() % values) - largest);
    for (auto& v : x) v = static_cast<std::uint8_t>(random() % 256);
    for (auto& s : scale) s = static_cast<float>(random() % 1000) * 1e-6F;
    for (auto& b : bias) b = static_cast<float>(random() % 1000) * 1e-2F - 5.0F;
  }
  [[nodiscard]] IntAffine map() const {
    return {kInputs, kOutputs, weights.data(), scale.data(), bias.data(), AffineRuns::of(weights, kInputs)};
  }

  std::vector<std::int8_t> weights;
  std::vector<float> scale, bias;
  std::vector<std::uint8_t> x;
};

/// What an output adds up to.
std::int32_t sum_of(const Numbers& numbers, std::size_t row, std::size_t output) {
  std::int32_t sum = 0;
  for (std::size_t k = 0; k < Numbers::kInputs; ++k)
    sum += numbers.x[row * Numbers::kInputs + k] *
           numbers.weights[(output / 16) * 16 * Numbers::kInputs + (k / 4) * 64 + (output % 16) * 4 + k % 4];
  return sum;
}

class KernelsBySize : public testing::TestWithParam<int> {};

}  // namespace

TEST_P(KernelsBySize, all_vector_units_agree_to_the_bit) {
  const Numbers numbers(GetParam());
  std::vector<std::vector<float>> sums;
  std::vector<std::vector<float>> cells;
  std::vector<std::vector<std::uint8_t>> outputs;
  std::vector<std::int32_t> products;
  for (const Kernels& kernels : available_kernels()) {
    std::vector<float> y(Numbers::kRows * Numbers::kOutputs, 1.0F);
    kernels.affine(numbers.map(), numbers.x.data(), Numbers::kInputs, Numbers::kRows, y.data(), Numbers::kOutputs,
                   true);
    std::vector<float> cell(Numbers::kOutputs / 4);
    const std::vector<float> old(cell.size(), 0.4F);
    std::vector<std::uint8_t> out(cell.size() + y.size());
    kernels.cells(y.data(), old.data(), cell.data(), out.data(), cell.size());
    kernels.squash(y.data(), out.data() + cell.size(), y.size());
    std::vector<std::int16_t> shorts(numbers.x.begin(), numbers.x.end());
    products.push_back(kernels.dot(shorts.data(), shorts.data() + 7, shorts.size() - 7));
    sums.push_back(std::move(y));
    cells.push_back(std::move(cell));
    outputs.push_back(std::move(out));
  }
  for (std::size_t i = 1; i < sums.size(); ++i) {
    EXPECT_EQ(sums[i], sums[0]) << available_kernels()[i].name;
    EXPECT_EQ(cells[i], cells[0]);
    EXPECT_EQ(outputs[i], outputs[0]);
    EXPECT_EQ(products[i], products[0]);
  }
}

INSTANTIATE_TEST_SUITE_P(Weights, KernelsBySize, testing::Values(1, 9, 20, 30, 63));

TEST(Kernels, affine_is_the_sum_it_says) {
  for (const int largest : {9, 30, 63}) {
    Numbers numbers(largest);
    std::ranges::fill(numbers.x, std::uint8_t{255});  // where 16-bit sums would overflow first
    std::vector<float> y(Numbers::kOutputs);
    for (const Kernels& kernels : available_kernels()) {
      kernels.affine(numbers.map(), numbers.x.data(), Numbers::kInputs, 1, y.data(), Numbers::kOutputs, false);
      for (std::size_t n = 0; n < Numbers::kOutputs; ++n)
        EXPECT_EQ(y[n], static_cast<float>(sum_of(numbers, 0, n)) * numbers.scale[n] + numbers.bias[n]) << kernels.name;
    }
  }
}

TEST(AffineRuns, hold_every_column_once_and_never_overflow) {
  const Numbers numbers(20);
  const AffineRuns runs = AffineRuns::of(numbers.weights, Numbers::kInputs);
  ASSERT_EQ(runs.lengths.size(), Numbers::kOutputs / 16);
  ASSERT_EQ(runs.columns.size(), numbers.weights.size() / 64);
  std::size_t at = 0;
  std::size_t long_ones = 0;
  for (std::size_t block = 0; block < runs.lengths.size(); ++block) {
    std::set<std::uint16_t> seen;
    for (std::size_t length = AffineRuns::kLongest; length > 0; --length)
      for (std::size_t n = 0; n < runs.lengths[block][length - 1]; ++n) {
        long_ones += length > 1 ? 1U : 0U;
        std::array<int, 32> above{}, below{};  // 16-bit sums with every input at its largest where it counts
        for (std::size_t i = 0; i < length; ++i, ++at) {
          seen.insert(runs.offsets[at]);
          const std::size_t from = (block * Numbers::kInputs / 4 + runs.offsets[at] / 4) * 64;
          for (std::size_t j = 0; j < 64; ++j) {
            EXPECT_EQ(runs.columns[at].weights[j], numbers.weights[from + j]);
            (numbers.weights[from + j] > 0 ? above : below)[j / 2] += 255 * numbers.weights[from + j];
          }
        }
        EXPECT_LE(std::ranges::max(above), 32767);
        EXPECT_GE(std::ranges::min(below), -32768);
      }
    EXPECT_EQ(seen.size(), Numbers::kInputs / 4);
  }
  EXPECT_GT(long_ones, 0U);
}

}  // namespace attest
