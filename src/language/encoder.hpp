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
  /// What holds for a word wherever it stands: the sum of its features' vectors, and behind it what the first layer's
  /// gates get from it, in either direction. Words repeat, so that most of them cost one look-up. Uses in_.
  [[nodiscard]] const std::vector<float>& known(std::string_view word);
  void look_up(const BatchLayout& layout, const std::vector<std::string_view>& words);
  void enter(const BatchLayout& layout, std::size_t direction);
  void run(const BatchLayout& layout, const IntAffine& recurrent, bool reversed);

  struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  const Model& model_;
  const Kernels& kernels_;
  using Words = std::unordered_map<std::string, std::vector<float>, WordHash, std::equal_to<>>;
  Words recent_, older_;                          // full, the recent ones become older: those in use stay
  std::vector<const std::vector<float>*> words_;  // a row each
  std::vector<float> first_word_, sum_;
  std::vector<std::uint8_t> in_, out_;
  std::vector<float> gates_, cells_, nothing_;  // nothing_: the cells before the first word
};

}  // namespace attest
