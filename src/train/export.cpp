#include "train/export.hpp"

#include <algorithm>
#include <cmath>

#include "language/model.hpp"

namespace attest::train {

namespace {

constexpr float kLargestWeight = 63.0F;  // see IntAffine
constexpr float kLargestRow = 127.0F;

float largest(const float* values, std::size_t n) {
  float most = 1e-12F;
  for (std::size_t i = 0; i < n; ++i) most = std::max(most, std::abs(values[i]));
  return most;
}

/// `bias` may be null.
void add_affine(const std::string& name, const Parameter& weight, const float* bias, SectionWriter& writer) {
  const std::size_t inputs = weight.columns;
  const std::size_t outputs = padded(weight.rows);
  std::vector<std::int8_t> packed(inputs * outputs, 0);
  std::vector<float> scales(outputs, 0.0F);
  std::vector<float> biases(outputs, 0.0F);
  for (std::size_t n = 0; n < weight.rows; ++n) {
    const float* row = weight.value.data() + n * inputs;
    const float step = largest(row, inputs) / kLargestWeight;
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < inputs; ++k) {
      const auto whole = static_cast<std::int8_t>(std::lround(row[k] / step));
      packed[(n / 16) * 16 * inputs + (k / 4) * 64 + (n % 16) * 4 + k % 4] = whole;
      sum += whole;
    }
    scales[n] = step / static_cast<float>(kActivationScale);
    biases[n] = (bias != nullptr ? bias[n] : 0.0F) - static_cast<float>(sum * kZeroPoint) * scales[n];
  }
  writer.add(name + ".w", std::span<const std::int8_t>(packed));
  writer.add(name + ".scale", std::span<const float>(scales));
  writer.add(name + ".bias", std::span<const float>(biases));
}

void add_affine(const std::string& name, const Affine& affine, SectionWriter& writer) {
  add_affine(name, affine.weight, affine.bias.value.data(), writer);
}

/// The feature table: trained rows, plus the projected vectors of all words that have one.
void add_features(Network& network, SectionWriter& writer) {
  const std::size_t width = network.shape.input;
  std::unordered_map<std::uint64_t, std::vector<float>> sums;
  for (std::size_t row = 0; row < network.keys.size(); ++row)
    sums[network.keys[row]].assign(network.table.row(row), network.table.row(row) + width);
  for (const auto& [key, row] : network.vectors.rows) {
    std::vector<float>& sum = sums[key];
    sum.resize(width, 0.0F);
    multiply({network.vectors.data.data() + row * network.vectors.size, 1, network.vectors.size, 0, 1},
             network.projection.view().transposed(), sum.data(), width, true);
  }
  std::vector<std::uint64_t> keys;
  keys.reserve(sums.size());
  for (const auto& [key, sum] : sums) keys.push_back(key);
  std::ranges::sort(keys);
  std::vector<std::int8_t> rows;
  std::vector<float> scales;
  for (const std::uint64_t key : keys) {
    const std::vector<float>& sum = sums[key];
    const float step = largest(sum.data(), width) / kLargestRow;
    scales.push_back(step);
    for (const float v : sum) rows.push_back(static_cast<std::int8_t>(std::lround(v / step)));
  }
  const Shape& s = network.shape;
  std::vector<std::uint32_t> shape;
  for (const std::size_t size : {s.input, s.state, s.layers, s.arc, s.label, keys.size()})
    shape.push_back(static_cast<std::uint32_t>(size));
  writer.add("shape", std::span<const std::uint32_t>(shape));
  writer.add("keys", std::span<const std::uint64_t>(keys));
  writer.add("rows", std::span<const std::int8_t>(rows));
  writer.add("row_scales", std::span<const float>(scales));
}

}  // namespace

void add_network(Network& network, SectionWriter& writer) {
  add_features(network, writer);
  for (std::size_t i = 0; i < network.encoder.size(); ++i) {
    const std::string name = "lstm" + std::to_string(i / 2) + (i % 2 == 0 ? ".on" : ".back");
    add_affine(name + ".input", network.encoder[i].input, network.encoder[i].bias.value.data(), writer);
    add_affine(name + ".recurrent", network.encoder[i].recurrent, nullptr, writer);
  }
  add_affine("tags", network.tags, writer);
  add_affine("arc.word", network.arc_word, writer);
  add_affine("arc.head", network.arc_head, writer);
  add_affine("arc.product", network.arc_product, writer);
  add_affine("label.word", network.label_word, writer);
  add_affine("label.head", network.label_head, writer);
  add_affine("label.output", network.label_output, writer);
  writer.add("arc.root", std::span<const float>(network.arc_root.value));
  writer.add("label.root", std::span<const float>(network.label_root.value));
  // The largest sum that a product can reach decides how finely 16 bits can hold it.
  float bound = 0;
  for (std::size_t n = 0; n < network.arc_product.weight.rows; ++n) {
    float sum = std::abs(network.arc_product.bias.value[n]);
    for (std::size_t k = 0; k < network.arc_product.weight.columns; ++k)
      sum += std::abs(network.arc_product.weight.row(n)[k]);
    bound = std::max(bound, sum);
  }
  const float scale = 32767.0F / bound;
  writer.add("product_scale", std::span<const float>(&scale, 1));
}

}  // namespace attest::train
