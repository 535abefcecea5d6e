// What kind of thing a word stands for (a person, a place, an event), and whether it looks like part of a name, as
// corpora on all subjects tell it. The finder of names takes this for evidence; the few texts it learns from itself
// cannot know so many words. Every sum is one of integers, so that all machines agree.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "language/model_file.hpp"
#include "language/name_features.hpp"
#include "language/parser.hpp"

namespace attest {

/// Log-odds at which a kind counts as impossible beside the likeliest.
inline constexpr float kFarOff = 6;

/// Const is shareable between threads.
class KindGuesser {
 public:
  /// Nothing when the file has no kinds. The file must outlive the guesser.
  /// @errors bad_model
  [[nodiscard]] static Result<std::optional<KindGuesser>> from(const SectionFile& file);

  /// One a token of the analysis that the features are of.
  [[nodiscard]] std::vector<WordKinds> guess(const NameFeatures& features, const Analysis& analysis,
                                             const WordStates& states) const;

 private:
  std::span<const std::uint32_t> keys_;   // a hash table by linear search from key mod size; 0 is empty
  std::span<const std::int16_t> rows_;    // kWordKinds a key
  std::span<const std::int16_t> states_;  // a kind: for the token's own states, then for those of its phrase's head
  std::span<const std::int32_t> steps_;   // a group of kinds: what one point of WordKinds::likeness is worth
};

}  // namespace attest
