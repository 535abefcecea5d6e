// The two layers that the network is made of, with their gradients: an affine map and one direction of an LSTM.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "language/batch_layout.hpp"
#include "train/parameter.hpp"

namespace attest::train {

/// Rows of floats, reused from batch to batch.
struct Rows {
  std::size_t rows = 0, columns = 0;
  std::vector<float> data;

  void resize(std::size_t row_count, std::size_t column_count) {
    rows = row_count;
    columns = column_count;
    data.assign(rows * columns, 0.0F);
  }
  [[nodiscard]] float* row(std::size_t index) { return data.data() + index * columns; }
  [[nodiscard]] const float* row(std::size_t index) const { return data.data() + index * columns; }
  [[nodiscard]] MatrixView view() const { return {data.data(), rows, columns, columns, 1}; }
  [[nodiscard]] MatrixView part(std::size_t first, std::size_t count) const {
    return {data.data() + first * columns, count, columns, columns, 1};
  }
};

/// y = x W' + b.
class Affine {
 public:
  Affine() = default;
  Affine(const std::string& name, std::size_t in, std::size_t out, std::mt19937& random);

  void forward(const Rows& x, Rows& y) const;
  /// Adds to the gradients of W and b, and to `dx` where it is not null.
  void backward(const Rows& x, const Rows& dy, Rows* dx);
  void collect(std::vector<Parameter*>& all) { all.insert(all.end(), {&weight, &bias}); }

  Parameter weight;  // out x in
  Parameter bias;    // 1 x out
};

/// One direction of a long short-term memory (Hochreiter & Schmidhuber 1997, with forget gates), its gates and
/// outputs made by squash(). Recurrent dropout: one mask a sentence (Gal & Ghahramani 2016).
class Lstm {
 public:
  Lstm() = default;
  Lstm(const std::string& name, std::size_t in, std::size_t size, bool reversed, std::mt19937& random);

  /// @param mask  sentences x size, multiplied into the state that goes to the next word; empty: none
  void forward(const BatchLayout& layout, const Rows& x, const Rows& mask, Rows& h);
  void backward(const BatchLayout& layout, const Rows& x, const Rows& mask, const Rows& dh, Rows& dx);
  void collect(std::vector<Parameter*>& all) { all.insert(all.end(), {&input, &recurrent, &bias}); }

  [[nodiscard]] std::size_t size() const { return size_; }

  Parameter input;      // 4 size x in: gates i, f, g, o
  Parameter recurrent;  // 4 size x size
  Parameter bias;       // 1 x 4 size

 private:
  /// The step that comes before `step` in this direction; steps() when there is none.
  [[nodiscard]] std::size_t before(std::size_t step, const BatchLayout& layout) const {
    if (reversed_) return step + 1;
    return step == 0 ? layout.steps() : step - 1;
  }

  std::size_t size_ = 0;
  bool reversed_ = false;
  Rows gates_, cell_, squashed_, kept_;  // of the last forward pass
};

}  // namespace attest::train
