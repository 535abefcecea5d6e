// A trained matrix with its gradient, Adam's moments and a running average, row by row: rows that a batch did not touch
// cost nothing, which is what makes large word tables affordable.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "train/gemm.hpp"

namespace attest::train {

/// Adam with decoupled rates (Kingma & Ba 2015; beta2 as Dozat & Manning 2017), and averaging of weights over steps.
struct Schedule {
  float rate = 2e-3F, beta1 = 0.9F, beta2 = 0.95F, epsilon = 1e-8F;
  float average_decay = 0.999F;
  std::uint32_t step = 0;
};

class Parameter {
 public:
  Parameter() = default;
  Parameter(std::string name, std::size_t rows, std::size_t columns, bool sparse = false);

  /// Glorot-uniform values scaled by `gain`.
  void randomise(std::mt19937& random, float gain = 1.0F);

  [[nodiscard]] float* row(std::size_t index) { return value.data() + index * columns; }
  [[nodiscard]] MatrixView view() const { return {value.data(), rows, columns, columns, 1}; }
  /// Gradient of one row, which from now on is part of the step.
  [[nodiscard]] float* touch(std::size_t index);

  void zero_gradient();
  /// Squared length of the gradient.
  [[nodiscard]] double squared() const;
  /// One step with the gradient times `scale`, then the gradient is cleared.
  void update(const Schedule& schedule, float scale);
  /// Exchanges values and running averages: average for measuring and keeping, value to go on training.
  void swap_average(const Schedule& schedule);

  std::string name;
  std::size_t rows = 0, columns = 0;
  std::vector<float> value, gradient;

 private:
  void update_row(std::size_t index, const Schedule& schedule, float scale, float rate);
  void settle(std::size_t index, const Schedule& schedule);

  bool sparse_ = false;
  std::vector<float> moment_, square_, average_;
  std::vector<std::uint32_t> averaged_at_;  // step up to which a row's average is settled
  std::vector<std::uint32_t> touched_;
  std::vector<bool> is_touched_;
};

}  // namespace attest::train
