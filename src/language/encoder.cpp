#include "language/encoder.hpp"

#include <algorithm>

#include "language/features.hpp"

namespace attest {

namespace {

constexpr std::size_t kMostCached = 1U << 15U;  // words; 20 MiB at most

}  // namespace

/// The sum of a word's feature vectors. Words repeat, so that most of them cost one look-up.
std::size_t Encoder::cached(std::string_view word) {
  if (const auto at = cache_.find(word); at != cache_.end()) return at->second;
  if (cache_.size() >= kMostCached) {
    cache_.clear();
    sums_.clear();
  }
  const std::size_t row = sums_.size();
  sums_.resize(row + model_.shape.input, 0.0F);
  for (const std::uint64_t key : feature_keys(word)) model_.add_feature(key, sums_.data() + row);
  cache_.emplace(word, row);
  return row;
}

void Encoder::look_up(const BatchLayout& layout, const std::vector<std::string_view>& words) {
  const std::size_t width = model_.shape.input;
  if (first_word_.empty()) {
    first_word_.resize(width, 0.0F);
    model_.add_feature(kFirstWordKey, first_word_.data());
  }
  row_.resize(width);
  in_.resize(layout.rows() * width);
  for (std::size_t r = 0; r < layout.rows(); ++r) {
    const std::size_t at = cached(words[r]);
    const float* sum = sums_.data() + at;
    if (r < layout.active(0)) {
      for (std::size_t j = 0; j < width; ++j) row_[j] = sum[j] + first_word_[j];
      sum = row_.data();
    }
    kernels_.squash(sum, in_.data() + r * width, width);
  }
}

/// One direction of a layer: in_ (in_width a row) to its half of out_.
void Encoder::run(const BatchLayout& layout, const RecurrentLayer& layer, bool reversed, std::size_t in_width) {
  const std::size_t size = model_.shape.state;
  const std::size_t wide = 2 * size;
  const std::size_t steps = layout.steps();
  kernels_.affine(layer.input, in_.data(), in_width, layout.rows(), gates_.data(), 4 * size, false);
  std::uint8_t* const out = out_.data() + (reversed ? size : 0);
  for (std::size_t i = 0; i < steps; ++i) {
    const std::size_t step = reversed ? steps - 1 - i : i;
    const std::size_t first = layout.first_row(step);
    const std::size_t active = layout.active(step);
    std::size_t known = 0;  // sentences that have a word before this one, in this direction
    std::size_t before = 0;
    if (i > 0) {
      const std::size_t previous = reversed ? step + 1 : step - 1;
      known = std::min(active, layout.active(previous));
      before = layout.first_row(previous);
      kernels_.affine(layer.recurrent, out + before * wide, wide, known, gates_.data() + first * 4 * size, 4 * size,
                      true);
    }
    for (std::size_t r = 0; r < active; ++r)
      kernels_.cells(gates_.data() + (first + r) * 4 * size,
                     r < known ? cells_.data() + (before + r) * size : nothing_.data(),
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
  std::size_t width = model_.shape.input;
  for (std::size_t layer = 0; layer < model_.shape.layers; ++layer) {
    out_.resize(layout.rows() * 2 * size);
    run(layout, model_.layers[2 * layer], false, width);
    run(layout, model_.layers[2 * layer + 1], true, width);
    std::swap(in_, out_);
    width = 2 * size;
  }
  return in_;
}

}  // namespace attest
