#include "train/layers.hpp"

#include <algorithm>

#include "language/activation.hpp"

namespace attest::train {

Affine::Affine(const std::string& name, std::size_t in, std::size_t out, std::mt19937& random)
    : weight(name + ".weight", out, in), bias(name + ".bias", 1, out) {
  weight.randomise(random);
}

void Affine::forward(const Rows& x, Rows& y) const {
  y.resize(x.rows, weight.rows);
  for (std::size_t r = 0; r < y.rows; ++r) std::ranges::copy(bias.value, y.row(r));
  multiply(x.view(), weight.view().transposed(), y.data.data(), y.columns, true);
}

void Affine::backward(const Rows& x, const Rows& dy, Rows* dx) {
  multiply(dy.view().transposed(), x.view(), weight.gradient.data(), weight.columns, true);
  for (std::size_t r = 0; r < dy.rows; ++r)
    for (std::size_t j = 0; j < dy.columns; ++j) bias.gradient[j] += dy.row(r)[j];
  if (dx != nullptr) multiply(dy.view(), weight.view(), dx->data.data(), dx->columns, true);
}

Lstm::Lstm(const std::string& name, std::size_t in, std::size_t size, bool reversed, std::mt19937& random)
    : input(name + ".input", 4 * size, in),
      recurrent(name + ".recurrent", 4 * size, size),
      bias(name + ".bias", 1, 4 * size),
      size_(size),
      reversed_(reversed) {
  input.randomise(random);
  recurrent.randomise(random);
  std::fill_n(bias.value.begin() + static_cast<std::ptrdiff_t>(size), size, 1.0F);  // remember at first
}

void Lstm::forward(const BatchLayout& layout, const Rows& x, const Rows& mask, Rows& h) {
  const std::size_t n = size_;
  gates_.resize(x.rows, 4 * n);
  cell_.resize(x.rows, n);
  squashed_.resize(x.rows, n);
  kept_.resize(x.rows, n);
  h.resize(x.rows, n);
  for (std::size_t r = 0; r < x.rows; ++r) std::ranges::copy(bias.value, gates_.row(r));
  multiply(x.view(), input.view().transposed(), gates_.data.data(), 4 * n, true);
  const Packed back(recurrent.view().transposed());
  for (std::size_t i = 0; i < layout.steps(); ++i) {
    const std::size_t step = reversed_ ? layout.steps() - 1 - i : i;
    const std::size_t first = layout.first_row(step);
    const std::size_t previous = before(step, layout);
    std::size_t known = 0;  // sentences that have a previous word
    if (previous < layout.steps()) {
      known = std::min(layout.active(step), layout.active(previous));
      multiply(kept_.part(layout.first_row(previous), known), back, gates_.row(first), 4 * n, true);
    }
    for (std::size_t r = 0; r < layout.active(step); ++r) {
      float* g = gates_.row(first + r);
      const float* old = r < known ? cell_.row(layout.first_row(previous) + r) : nullptr;
      const float* keep = mask.rows > 0 ? mask.row(r) : nullptr;
      for (std::size_t j = 0; j < n; ++j) {
        g[j] = gate(g[j]);
        g[n + j] = gate(g[n + j]);
        g[2 * n + j] = squash(g[2 * n + j]);
        g[3 * n + j] = gate(g[3 * n + j]);
        const float c = g[j] * g[2 * n + j] + (old != nullptr ? g[n + j] * old[j] : 0.0F);
        const float s = squash(c);
        cell_.row(first + r)[j] = c;
        squashed_.row(first + r)[j] = s;
        h.row(first + r)[j] = g[3 * n + j] * s;
        kept_.row(first + r)[j] = keep != nullptr ? keep[j] * g[3 * n + j] * s : g[3 * n + j] * s;
      }
    }
  }
}

void Lstm::backward(const BatchLayout& layout, const Rows& x, const Rows& mask, const Rows& dh, Rows& dx) {
  const std::size_t n = size_;
  Rows dgates;   // before the non-linearity
  Rows dcell;    // flows along the cell
  Rows dkept;    // flows back through the recurrent weights
  Rows earlier;  // the state that each word received
  dgates.resize(x.rows, 4 * n);
  dcell.resize(x.rows, n);
  dkept.resize(x.rows, n);
  earlier.resize(x.rows, n);
  const Packed back(recurrent.view());
  for (std::size_t i = layout.steps(); i-- > 0;) {
    const std::size_t step = reversed_ ? layout.steps() - 1 - i : i;
    const std::size_t first = layout.first_row(step);
    const std::size_t previous = before(step, layout);
    const std::size_t known = previous < layout.steps() ? std::min(layout.active(step), layout.active(previous)) : 0;
    for (std::size_t r = 0; r < layout.active(step); ++r) {
      const float* g = gates_.row(first + r);
      float* d = dgates.row(first + r);
      const float* keep = mask.rows > 0 ? mask.row(r) : nullptr;
      const bool has_old = r < known;
      const float* old = has_old ? cell_.row(layout.first_row(previous) + r) : nullptr;
      for (std::size_t j = 0; j < n; ++j) {
        const float s = squashed_.row(first + r)[j];
        const float back_h = dkept.row(first + r)[j];
        const float out = dh.row(first + r)[j] + (keep != nullptr ? keep[j] * back_h : back_h);
        const float dc = dcell.row(first + r)[j] + out * g[3 * n + j] * (1.0F - s * s);
        d[3 * n + j] = out * s * g[3 * n + j] * (1.0F - g[3 * n + j]);
        d[j] = dc * g[2 * n + j] * g[j] * (1.0F - g[j]);
        d[2 * n + j] = dc * g[j] * (1.0F - g[2 * n + j] * g[2 * n + j]);
        d[n + j] = has_old ? dc * old[j] * g[n + j] * (1.0F - g[n + j]) : 0.0F;
        if (has_old) dcell.row(layout.first_row(previous) + r)[j] += dc * g[n + j];
      }
    }
    if (known > 0) {
      const std::size_t target = layout.first_row(previous);
      multiply(dgates.part(first, known), back, dkept.row(target), n, true);
      std::copy_n(kept_.row(target), known * n, earlier.row(first));
    }
  }
  multiply(dgates.view().transposed(), earlier.view(), recurrent.gradient.data(), n, true);
  multiply(dgates.view().transposed(), x.view(), input.gradient.data(), input.columns, true);
  for (std::size_t r = 0; r < dgates.rows; ++r)
    for (std::size_t j = 0; j < 4 * n; ++j) bias.gradient[j] += dgates.row(r)[j];
  multiply(dgates.view(), input.view(), dx.data.data(), dx.columns, true);
}

}  // namespace attest::train
