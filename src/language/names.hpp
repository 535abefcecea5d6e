// Names in sentences: people, organisations, places, and nationalities or groups, with the whole phrase that names
// them ("the Iraqi security forces"). A trained chain of labels; every sum is one of integers, so that all machines agree.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "language/model_file.hpp"
#include "language/name_features.hpp"
#include "language/parser.hpp"
#include "language/word_kinds.hpp"

namespace attest {

/// Labels of a token: outside of names, then for each type of name the first token and the others.
inline constexpr std::size_t kNameLabels = 9;

[[nodiscard]] constexpr std::uint32_t first_label(EntityType type) {
  return type == EntityType::none ? 0 : 2 * static_cast<std::uint32_t>(type) - 1;
}
[[nodiscard]] constexpr EntityType type_of_label(std::uint32_t label) {
  return static_cast<EntityType>((label + 1) / 2);
}
/// Is the label that of a token within a name, after the first?
[[nodiscard]] constexpr bool goes_on(std::uint32_t label) { return label > 0 && label % 2 == 0; }
/// A name goes on only after its first token.
[[nodiscard]] constexpr bool may_follow(std::uint32_t before, std::uint32_t label) {
  return !goes_on(label) || before == label || before + 1 == label;
}

/// A label's score is 127 x (the sum of its features' weights) + weights . states.
struct NameWeights {
  std::span<const std::uint32_t> keys;   // a hash table by linear search from key mod size; 0 is empty
  std::span<const std::int16_t> rows;    // kNameLabels a key
  std::span<const std::int16_t> states;  // a label: for the token's own states, then for those of its phrase's head,
                                         // then for the likenesses of both where the file has kinds of words
  std::span<const std::int32_t> moves;   // kNameLabels of a sentence's first token, then a row for each label before
};

/// Const is shareable between threads.
class NameFinder {
 public:
  /// Nothing when the file holds no names. The file must outlive the finder.
  /// @errors bad_model
  [[nodiscard]] static Result<std::optional<NameFinder>> from(const SectionFile& file);

  /// Fills Token::entity and Token::entity_begin of an analysis with trees.
  /// @param states  those that the parser had for it
  /// @param hints   one per token, made as those it was trained with; or none
  void find(const Document& document, Analysis& analysis, const WordStates& states,
            std::span<const NameHints> hints) const;

 private:
  NameFinder(NameWeights weights, std::optional<KindGuesser> kinds) : weights_(weights), kinds_(kinds) {}

  NameWeights weights_;
  std::optional<KindGuesser> kinds_;
};

/// The best row of labels. @param scores  kNameLabels a token
[[nodiscard]] std::vector<std::uint32_t> best_labels(std::span<const std::int64_t> scores,
                                                     std::span<const std::int32_t> moves);

}  // namespace attest
