// Single-precision matrix products for training: one blocked kernel, compiled for the vector units there are.
#pragma once

#include <cstddef>
#include <vector>

namespace attest::train {

/// A matrix in memory: element (row, column) is data[row * row_step + column * column_step]. Swapping the steps
/// transposes, so that one product serves forward and backward passes.
struct MatrixView {
  const float* data = nullptr;
  std::size_t rows = 0, columns = 0;
  std::size_t row_step = 0, column_step = 1;

  [[nodiscard]] MatrixView transposed() const { return {data, columns, rows, column_step, row_step}; }
};

/// The right-hand side of products, laid out in panels once and used many times (recurrent weights).
class Packed {
 public:
  Packed() = default;
  explicit Packed(MatrixView b) { pack(b); }
  void pack(MatrixView b);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] const float* panel(std::size_t index) const { return data_.data() + index * rows_ * kPanel; }

  static constexpr std::size_t kPanel = 32;  // columns a panel

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<float> data_;
};

/// c += a * b, or c = a * b when `accumulate` is false. `c` is row-major with `c_step` floats a row and has
/// a.rows rows and b.columns columns. Same order of additions whatever the number of rows.
void multiply(MatrixView a, const Packed& b, float* c, std::size_t c_step, bool accumulate);
void multiply(MatrixView a, MatrixView b, float* c, std::size_t c_step, bool accumulate);

}  // namespace attest::train
