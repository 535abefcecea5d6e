// Training of the finder of names: a conditional random field over the features and states that src/language/names.hpp
// reads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/names.hpp"

namespace attest::train {

/// A name that people marked.
struct NameSpan {
  Span span;
  EntityType type = EntityType::none;
  auto operator<=>(const NameSpan&) const = default;
};

/// A sentence as the finder will see it.
struct NameSentence {
  std::vector<std::uint32_t> keys;    // of all tokens
  std::vector<std::uint32_t> ends;    // a token: where its keys end
  std::vector<std::int8_t> states;    // a token: its own, those of its phrase's head, then the likenesses of both
  std::vector<std::uint32_t> labels;  // a token
};

/// The sentences of a document. Names whose borders are not those of tokens of one sentence are left unmarked.
/// @param kinds  what guesses the kinds of words, or null
/// @param lost   raised by their number
[[nodiscard]] std::vector<NameSentence> name_sentences(const Document& document, const Analysis& analysis,
                                                       const WordStates& states, std::span<const NameHints> hints,
                                                       const KindGuesser* kinds, std::span<const NameSpan> names,
                                                       std::size_t& lost);

struct NameOptions {
  std::uint32_t seed = 1, epochs = 20;
  std::uint32_t runs = 4;   // with seeds of their own; the weights are the mean of theirs
  std::uint32_t least = 2;  // times that a feature must occur
  float rate = 0.1F, state_rate = 0.01F;
  float decay = 1e-3F, state_decay = 1e-3F;  // of the weights used, at each step
  float dropped = 0.2F;                      // part of the features that a step does without
};

/// One thread at a time. Same sentences, options and machine: same weights.
class NameTrainer {
 public:
  /// @param inputs  numbers a token in NameSentence::states
  NameTrainer(std::size_t inputs, const NameOptions& options);

  /// Goes through the sentences options.epochs times a run; its weights are the mean of those after each of the later
  /// half.
  void learn(std::span<const NameSentence* const> sentences);

  /// Adds the sections that NameFinder reads.
  void write(SectionWriter& writer) const;

 private:
  struct Weights {
    std::vector<float> rows, states, moves;
    void add(const Weights& other);
    void divide(float by);
  };
  /// A sentence with the rows of its features looked up.
  struct Example {
    const NameSentence* sentence;
    std::vector<std::uint32_t> rows, ends;
  };
  void make_room(std::span<const NameSentence* const> sentences);
  [[nodiscard]] std::vector<Example> examples(std::span<const NameSentence* const> sentences) const;
  [[nodiscard]] Weights run(std::vector<Example>& examples);
  void step(const Example& example);
  void score(const Example& example);
  void expect(std::size_t n);

  std::size_t inputs_;
  NameOptions options_;
  std::unordered_map<std::uint32_t, std::uint32_t> rows_;  // key to row
  Weights weights_, squares_;                              // squares of past gradients, the same layout
  std::uint64_t random_;
  std::vector<std::uint32_t> used_, used_ends_;
  std::vector<float> scores_, forward_, backward_, wrong_, state_gradient_, move_gradient_;
};

}  // namespace attest::train
