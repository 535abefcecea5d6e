// Words in their sentences as numbers: looks up each word's features and runs the recurrent layers over a batch.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/batch_layout.hpp"
#include "language/kernels.hpp"
#include "language/model.hpp"

namespace attest {

/// Runs a model's recurrent layers. Holds scratch memory: one a thread.
class Encoder {
 public:
  Encoder(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {}

  /// States of the words of a batch, 2 x shape.state activations a row of the layout; valid until the next call.
  /// @param words  one word a row
  [[nodiscard]] const std::vector<std::uint8_t>& encode(const BatchLayout& layout,
                                                        const std::vector<std::string_view>& words);

 private:
  void look_up(const BatchLayout& layout, const std::vector<std::string_view>& words);
  [[nodiscard]] std::size_t cached(std::string_view word);
  void run(const BatchLayout& layout, const RecurrentLayer& layer, bool reversed, std::size_t in_width);

  struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  const Model& model_;
  const Kernels& kernels_;
  std::unordered_map<std::string, std::size_t, WordHash, std::equal_to<>> cache_;  // word to its row of sums_
  std::vector<float> sums_, first_word_;
  std::vector<float> row_;
  std::vector<std::uint8_t> in_, out_;
  std::vector<float> gates_, cells_, nothing_;  // nothing_: the cells before the first word
};

}  // namespace attest
