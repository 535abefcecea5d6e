// Gradients against finite differences: of each layer alone, and of the whole network with its drop-out.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "train/network.hpp"

namespace attest::train {

namespace {

Rows random_rows(std::size_t rows, std::size_t columns, std::mt19937& random) {
  Rows out;
  out.resize(rows, columns);
  for (float& value : out.data) value = static_cast<float>(random() % 2001) * 1e-3F - 1.0F;
  return out;
}

double product(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return sum;
}

/// A step along the gradient must raise the loss by the length of the step times that of the gradient.
void expect_slope(std::vector<float>& values, const std::vector<float>& gradient, const std::function<double()>& loss,
                  const std::string& what) {
  const double length = std::sqrt(product(gradient, gradient));
  ASSERT_GT(length, 1e-5) << what << " has no gradient";
  constexpr double kStep = 1e-2;
  const std::vector<float> before = values;
  std::array<double, 2> found{};
  for (std::size_t side = 0; side < 2; ++side) {
    const double step = (side == 0 ? kStep : -kStep) / length;
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] = before[i] + static_cast<float>(step * static_cast<double>(gradient[i]));
    found.at(side) = loss();
  }
  values = before;
  EXPECT_NEAR((found[0] - found[1]) / (2 * kStep), length, 0.02 * length + 1e-4) << what;
}

TrainingSentence sentence(std::initializer_list<TrainingWord> words) { return words; }

}  // namespace

TEST(Gradients, of_an_affine_map) {
  std::mt19937 random(3);
  Affine map("map", 5, 4, random);
  Rows x = random_rows(3, 5, random);
  const Rows slopes = random_rows(3, 4, random);
  const auto loss = [&] {
    Rows y;
    map.forward(x, y);
    return product(y.data, slopes.data);
  };
  Rows dx;
  dx.resize(3, 5);
  map.backward(x, slopes, &dx);
  expect_slope(map.weight.value, map.weight.gradient, loss, "weights");
  expect_slope(map.bias.value, map.bias.gradient, loss, "bias");
  expect_slope(x.data, dx.data, loss, "input");
}

TEST(Gradients, of_a_recurrent_layer_in_both_directions) {
  for (const bool reversed : {false, true}) {
    std::mt19937 random(5);
    Lstm lstm("lstm", 4, 3, reversed, random);
    const BatchLayout layout({4, 2, 1});
    Rows x = random_rows(layout.rows(), 4, random);
    Rows mask = random_rows(3, 3, random);
    const Rows slopes = random_rows(layout.rows(), 3, random);
    const auto loss = [&] {
      Rows h;
      lstm.forward(layout, x, mask, h);
      return product(h.data, slopes.data);
    };
    loss();
    Rows dx;
    dx.resize(x.rows, x.columns);
    lstm.backward(layout, x, mask, slopes, dx);
    expect_slope(lstm.input.value, lstm.input.gradient, loss, "input weights");
    expect_slope(lstm.recurrent.value, lstm.recurrent.gradient, loss, "recurrent weights");
    expect_slope(lstm.bias.value, lstm.bias.gradient, loss, "bias");
    expect_slope(x.data, dx.data, loss, "input");
  }
}

TEST(Gradients, of_the_whole_network) {
  const std::vector<TrainingSentence> sentences = {sentence({{"Gunmen", Upos::noun, Xpos::nns, 2, Deprel::nsubj},
                                                             {"killed", Upos::verb, Xpos::vbd, 0, Deprel::root},
                                                             {"farmers", Upos::noun, Xpos::nns, 2, Deprel::obj}}),
                                                   sentence({{"Gunmen", Upos::noun, Xpos::nns, 2, Deprel::nsubj},
                                                             {"fled", Upos::verb, Xpos::vbd, 0, Deprel::root}})};
  std::vector<const TrainingSentence*> batch;
  std::vector<std::uint64_t> keys = {kFirstWordKey};
  WordVectors vectors;
  vectors.size = 4;
  for (const TrainingSentence& words : sentences) {
    batch.push_back(&words);
    for (const TrainingWord& word : words) {
      const auto own = feature_keys(word.form);
      for (const std::uint64_t key : own)
        if (key != 0 && std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
      if (vectors.rows.emplace(own[0], static_cast<std::uint32_t>(vectors.rows.size())).second)
        for (std::size_t j = 0; j < vectors.size; ++j)
          vectors.data.push_back(static_cast<float>((vectors.rows.size() * 7 + j * 3) % 5) * 0.3F - 0.6F);
    }
  }
  Network network({.input = 8, .state = 6, .layers = 2, .arc = 6, .label = 5}, keys, vectors, 11);
  const auto run = [&] {
    std::mt19937 random(17);  // the same words and cells are left out each time
    return network.train(batch, random);
  };
  run();
  std::vector<std::vector<float>> gradients;
  for (const Parameter* parameter : network.parameters()) gradients.push_back(parameter->gradient);
  const auto loss = [&] {
    const Loss found = run();
    for (Parameter* parameter : network.parameters()) parameter->zero_gradient();
    return (found.arcs + found.labels + 0.5 * found.tags) / static_cast<double>(found.words);
  };
  for (std::size_t i = 0; i < gradients.size(); ++i)
    expect_slope(network.parameters()[i]->value, gradients[i], loss, network.parameters()[i]->name);
}

}  // namespace attest::train
