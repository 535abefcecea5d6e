// The trained network in the form that is used: tables and small-integer weights, all of them views into a mapped file.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "language/kernels.hpp"
#include "language/model_file.hpp"

namespace attest {

/// Sizes of the parts, in the order of the file's section "shape".
struct ModelShape {
  std::uint32_t input = 0, state = 0, layers = 0, arc = 0, label = 0;
  std::uint32_t features = 0;  // rows of the feature table
};

/// One direction of a recurrent layer.
struct RecurrentLayer {
  IntAffine input, recurrent;
};

/// Const is shareable between threads.
class Model {
 public:
  /// @errors not_found, unreadable, bad_model; `where` is the path
  [[nodiscard]] static Result<Model> open(const std::filesystem::path& path);
  /// @errors bad_model; `where` is the file's
  [[nodiscard]] static Result<Model> from(SectionFile file);

  /// Adds a feature's vector to `sum` (shape.input floats), if the model knows the feature.
  void add_feature(std::uint64_t key, float* sum) const;

  [[nodiscard]] const SectionFile& file() const { return file_; }

  ModelShape shape;
  std::vector<RecurrentLayer> layers;  // layer by layer, forward then reversed
  IntAffine tags;                      // UPOS, then XPOS
  IntAffine arc_word, arc_head, arc_product;
  IntAffine label_word, label_head, label_output;
  std::span<const float> arc_root, label_root;  // before squash()
  float product_scale = 1;                      // arc products are stored as 16-bit numbers times this

 private:
  explicit Model(SectionFile file) : file_(std::move(file)) {}
  [[nodiscard]] Result<void> read();
  [[nodiscard]] Result<void> read_affine(const std::string& name, std::size_t inputs, std::size_t outputs,
                                         IntAffine& map);

  SectionFile file_;
  std::span<const std::uint64_t> keys_;  // rising
  std::span<const std::int8_t> rows_;    // a row of shape.input numbers a key
  std::span<const float> row_scales_;
};

/// Outputs in a file: rounded up to whole blocks of 16, the last ones unused.
[[nodiscard]] constexpr std::size_t padded(std::size_t outputs) { return (outputs + 15) / 16 * 16; }

}  // namespace attest
