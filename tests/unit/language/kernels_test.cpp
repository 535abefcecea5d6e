#include "language/kernels.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace attest {

namespace {

/// Random weights, inputs and memory cells for all kernels to work on.
struct Numbers {
  static constexpr std::size_t kInputs = 96, kOutputs = 48, kRows = 13;

  Numbers() : weights(kInputs * kOutputs), scale(kOutputs), bias(kOutputs), x(kRows * kInputs) {
    std::mt19937 random(7);
    for (auto& w : weights) w = static_cast<std::int8_t>(static_cast<int>(random() % 127) - 63);
    for (auto& v : x) v = static_cast<std::uint8_t>(random() % 256);
    for (auto& s : scale) s = static_cast<float>(random() % 1000) * 1e-6F;
    for (auto& b : bias) b = static_cast<float>(random() % 1000) * 1e-2F - 5.0F;
  }
  [[nodiscard]] IntAffine map() const { return {kInputs, kOutputs, weights.data(), scale.data(), bias.data()}; }

  std::vector<std::int8_t> weights;
  std::vector<float> scale, bias;
  std::vector<std::uint8_t> x;
};

}  // namespace

TEST(Kernels, all_vector_units_agree_to_the_bit) {
  const Numbers numbers;
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

TEST(Kernels, affine_is_the_sum_it_says) {
  const Numbers numbers;
  std::vector<float> y(Numbers::kOutputs);
  available_kernels().front().affine(numbers.map(), numbers.x.data(), Numbers::kInputs, 1, y.data(), Numbers::kOutputs,
                                     false);
  for (std::size_t n = 0; n < Numbers::kOutputs; ++n) {
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < Numbers::kInputs; ++k)
      sum += numbers.x[k] * numbers.weights[(n / 16) * 16 * Numbers::kInputs + (k / 4) * 64 + (n % 16) * 4 + k % 4];
    EXPECT_FLOAT_EQ(y[n], static_cast<float>(sum) * numbers.scale[n] + numbers.bias[n]);
  }
}

}  // namespace attest
