#include "train/parameter.hpp"

#include <algorithm>
#include <cmath>

namespace attest::train {

Parameter::Parameter(std::string label, std::size_t row_count, std::size_t column_count, bool sparse)
    : name(std::move(label)),
      rows(row_count),
      columns(column_count),
      value(row_count * column_count, 0.0F),
      gradient(row_count * column_count, 0.0F),
      sparse_(sparse),
      moment_(row_count * column_count, 0.0F),
      square_(row_count * column_count, 0.0F),
      average_(row_count * column_count, 0.0F),
      averaged_at_(row_count, 0),
      is_touched_(row_count, false) {}

void Parameter::randomise(std::mt19937& random, float gain) {
  const float bound = gain * std::sqrt(6.0F / static_cast<float>(rows + columns));
  for (float& v : value) v = bound * (2.0F * static_cast<float>(random()) / 4294967296.0F - 1.0F);
  average_ = value;
}

float* Parameter::touch(std::size_t index) {
  if (!is_touched_[index]) {
    is_touched_[index] = true;
    touched_.push_back(static_cast<std::uint32_t>(index));
  }
  return gradient.data() + index * columns;
}

void Parameter::zero_gradient() {
  if (!sparse_) {
    std::ranges::fill(gradient, 0.0F);
    return;
  }
  for (const std::uint32_t index : touched_) {
    std::fill_n(gradient.data() + index * columns, columns, 0.0F);
    is_touched_[index] = false;
  }
  touched_.clear();
}

double Parameter::squared() const {
  double sum = 0;
  const auto add = [&](const float* from, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) sum += static_cast<double>(from[i]) * static_cast<double>(from[i]);
  };
  if (!sparse_) add(gradient.data(), gradient.size());
  for (const std::uint32_t index : touched_) add(gradient.data() + index * columns, columns);
  return sum;
}

/// Brings a row's average up to the step before this one: the value has not changed since it was last settled.
void Parameter::settle(std::size_t index, const Schedule& schedule) {
  const std::uint32_t behind = schedule.step - averaged_at_[index];
  if (behind == 0) return;
  averaged_at_[index] = schedule.step;
  const float keep = std::pow(schedule.average_decay, static_cast<float>(behind));
  float* average = average_.data() + index * columns;
  const float* now = value.data() + index * columns;
  for (std::size_t i = 0; i < columns; ++i) average[i] = keep * average[i] + (1.0F - keep) * now[i];
}

void Parameter::update_row(std::size_t index, const Schedule& schedule, float scale, float rate) {
  settle(index, schedule);
  float* now = value.data() + index * columns;
  float* slope = gradient.data() + index * columns;
  float* moment = moment_.data() + index * columns;
  float* square = square_.data() + index * columns;
  for (std::size_t i = 0; i < columns; ++i) {
    const float g = slope[i] * scale;
    moment[i] = schedule.beta1 * moment[i] + (1.0F - schedule.beta1) * g;
    square[i] = schedule.beta2 * square[i] + (1.0F - schedule.beta2) * g * g;
    now[i] -= rate * moment[i] / (std::sqrt(square[i]) + schedule.epsilon);
  }
}

void Parameter::update(const Schedule& schedule, float scale) {
  const auto t = static_cast<float>(schedule.step + 1);
  const float rate =
      schedule.rate * std::sqrt(1.0F - std::pow(schedule.beta2, t)) / (1.0F - std::pow(schedule.beta1, t));
  if (sparse_)
    for (const std::uint32_t index : touched_) update_row(index, schedule, scale, rate);
  else
    for (std::size_t index = 0; index < rows; ++index) update_row(index, schedule, scale, rate);
  zero_gradient();
}

void Parameter::swap_average(const Schedule& schedule) {
  for (std::size_t index = 0; index < rows; ++index) settle(index, schedule);
  std::swap(value, average_);
}

}  // namespace attest::train
