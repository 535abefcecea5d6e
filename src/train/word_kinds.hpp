// Training of what guesses the kinds of words: two classifiers over features and states, one for what the head of a noun
// phrase stands for, one for names.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "language/word_kinds.hpp"

namespace attest::train {

/// A token whose kind people marked.
struct KindExample {
  std::vector<std::uint32_t> keys;
  std::vector<std::int8_t> states;  // its own, then those of its phrase's head
  std::uint32_t kind = 0;           // column of WordKinds::likeness
};

/// The examples of a document. Of the tokens that are nothing, only a part is taken.
/// @param kinds  a column a token
[[nodiscard]] std::vector<KindExample> kind_examples(const Document& document, const Analysis& analysis,
                                                     const WordStates& states, std::span<const NameHints> hints,
                                                     std::span<const std::uint32_t> kinds);

/// One thread at a time. Same examples and machine: same weights.
class KindTrainer {
 public:
  /// @param inputs  numbers in KindExample::states
  explicit KindTrainer(std::size_t inputs) : inputs_(inputs), states_(inputs * kWordKinds) {}

  /// Learns things and names apart, each from the examples of its own kinds.
  void learn(std::span<const KindExample> examples);

  /// Adds the sections that KindGuesser reads.
  void write(SectionWriter& writer) const;

 private:
  void learn_group(std::span<const KindExample> examples, std::size_t first, std::size_t last);

  std::size_t inputs_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;  // key to row
  std::vector<float> rows_;                                   // kWordKinds a row
  std::vector<float> states_;                                 // inputs_ a kind
};

}  // namespace attest::train
