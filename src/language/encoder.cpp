#include "language/encoder.hpp"

#include <algorithm>
#include <utility>

#include "language/features.hpp"

namespace attest {

namespace {

constexpr std::size_t kMostRecent = 2048;  // words of about 5 KiB

}  // namespace

const std::vector<float>& Encoder::known(std::string_view word) {
  if (const auto at = recent_.find(word); at != recent_.end()) return at->second;
  if (const auto at = older_.find(word); at != older_.end()) return recent_.insert(older_.extract(at)).position->second;
  const std::size_t width = model_.shape.input;
  const std::size_t gates = std::size_t{4} * model_.shape.state;
  std::vector<float> values(width + 2 * gates, 0.0F);
  for (const std::uint64_t key : feature_keys(word)) model_.add_feature(key, values.data());
  in_.resize(std::max(in_.size(), width));
  kernels_.squash(values.data(), in_.data(), width);
  for (std::size_t direction = 0; direction < 2; ++direction)
    kernels_.affine(model_.layers[direction].input, in_.data(), width, 1, values.data() + width + direction * gates,
                    gates, false);
  return recent_.emplace(word, std::move(values)).first->second;
}

/// Finds the words of a batch. The first of each sentence have one feature more: their inputs go to in_.
void Encoder::look_up(const BatchLayout& layout, const std::vector<std::string_view>& words) {
  const std::size_t width = model_.shape.input;
  if (first_word_.empty()) {
    first_word_.resize(width, 0.0F);
    model_.add_feature(kFirstWordKey, first_word_.data());
  }
  if (recent_.size() > kMostRecent) older_ = std::exchange(recent_, {});
  words_.resize(layout.rows());
  for (std::size_t r = 0; r < layout.rows(); ++r) words_[r] = &known(words[r]);
  in_.resize(layout.active(0) * width);
  sum_.resize(width);
  for (std::size_t r = 0; r < layout.active(0); ++r) {
    for (std::size_t j = 0; j < width; ++j) sum_[j] = (*words_[r])[j] + first_word_[j];
    kernels_.squash(sum_.data(), in_.data() + r * width, width);
  }
}

/// What the words give to the first layer's gates, in one direction.
void Encoder::enter(const BatchLayout& layout, std::size_t direction) {
  const std::size_t width = model_.shape.input;
  const std::size_t gates = std::size_t{4} * model_.shape.state;
  const std::size_t first = layout.active(0);
  kernels_.affine(model_.layers[direction].input, in_.data(), width, first, gates_.data(), gates, false);
  for (std::size_t r = first; r < layout.rows(); ++r)
    std::copy_n(words_[r]->data() + width + direction * gates, gates, gates_.data() + r * gates);
}

/// One direction of a layer: gates_, where the inputs' share stands, to its half of out_.
void Encoder::run(const BatchLayout& layout, const IntAffine& recurrent, bool reversed) {
  const std::size_t size = model_.shape.state;
  const std::size_t wide = 2 * size;
  const std::size_t steps = layout.steps();
  std::uint8_t* const out = out_.data() + (reversed ? size : 0);
  for (std::size_t i = 0; i < steps; ++i) {
    const std::size_t step = reversed ? steps - 1 - i : i;
    const std::size_t first = layout.first_row(step);
    const std::size_t active = layout.active(step);
    std::size_t going_on = 0;  // sentences that have a word before this one, in this direction
    std::size_t before = 0;
    if (i > 0) {
      const std::size_t previous = reversed ? step + 1 : step - 1;
      going_on = std::min(active, layout.active(previous));
      before = layout.first_row(previous);
      kernels_.affine(recurrent, out + before * wide, wide, going_on, gates_.data() + first * 4 * size, 4 * size, true);
    }
    for (std::size_t r = 0; r < active; ++r)
      kernels_.cells(gates_.data() + (first + r) * 4 * size,
                     r < going_on ? cells_.data() + (before + r) * size : nothing_.data(),
                     cells_.data() + (first + r) * size, out + (first + r) * wide, size);
  }
}

const std::vector<std::uint8_t>& Encoder::encode(const BatchLayout& layout,
                                                 const std::vector<std::string_view>& words) {
  const std::size_t size = model_.shape.state;
  look_up(layout, words);
  gates_.resize(layout.rows() * 4 * size);
  cells_.resize(layout.rows() * size);
  nothing_.resize(size, 0.0F);
  for (std::size_t layer = 0; layer < model_.shape.layers; ++layer) {
    out_.resize(layout.rows() * 2 * size);
    for (const std::size_t direction : {0U, 1U}) {
      const RecurrentLayer& way = model_.layers[2 * layer + direction];
      if (layer == 0)
        enter(layout, direction);
      else
        kernels_.affine(way.input, in_.data(), 2 * size, layout.rows(), gates_.data(), 4 * size, false);
      run(layout, way.recurrent, direction == 1);
    }
    std::swap(in_, out_);
  }
  return in_;
}

}  // namespace attest
