// What the finder of names sees of a token: its words, the phrase that the tree puts it in, and what the caller's
// lists know of it. Each feature is a 32-bit key; a model holds a row of small integers for the keys it knows.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "attest/document.hpp"
#include "language/analysis.hpp"

namespace attest {

/// What a caller's lists know of a token, a bit each: the meaning of a bit is learnt. Lists come as pairs of bits,
/// "a phrase begins here" and "a phrase goes on here".
using NameHints = std::uint32_t;

/// Kinds of things that the head of a noun phrase may stand for: none, person, place, organisation, object, event, time,
/// animal, abstract.
inline constexpr std::size_t kThingKinds = 9;
/// Kinds of names that a word may be part of, in the order of EntityType.
inline constexpr std::size_t kNameKinds = 5;
inline constexpr std::size_t kWordKinds = kThingKinds + kNameKinds;

/// What a token is likely to stand for (word_kinds.hpp).
struct WordKinds {
  std::array<std::int8_t, kWordKinds> likeness{};  // things, then names: 127 for the likeliest, 0 for what is far off
  std::uint8_t thing = 0, name = 0;                // the likeliest
};

/// A document's tokens as features. Refers to what it was made from.
class NameFeatures {
 public:
  /// @param hints  one per token, or none at all
  NameFeatures(const Document& document, const Analysis& analysis, std::span<const NameHints> hints);

  /// Replaces `keys` by those of a token, never 0.
  /// @param kinds  one per token, or none at all
  void keys_of(const Sentence& sentence, std::uint32_t token, std::span<const WordKinds> kinds,
               std::vector<std::uint32_t>& keys) const;
  /// The fewer features that kinds of words are guessed from.
  void kind_keys_of(const Sentence& sentence, std::uint32_t token, std::vector<std::uint32_t>& keys) const;

  /// The head of the phrase without clauses and prepositions that the token stands in: "forces" for each word of
  /// "the Iraqi security forces".
  [[nodiscard]] std::uint32_t phrase_head(std::uint32_t token) const { return words_[token].phrase; }

 private:
  struct Word {
    std::uint32_t word = 0, cased = 0, shape = 0, prefix2 = 0, prefix3 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0;
    std::uint32_t phrase = 0;       // token
    std::uint32_t begin = 0;        // first token of the run of the same phrase that this one stands in
    NameHints phrase_hints = 0;     // of all its words
    std::uint32_t place = 0;        // within the phrase: alone, first, inside, last, after its head
    std::uint32_t preposition = 0;  // word before the phrase, of a head: "of"
    std::uint32_t hangs = 0;  // of a head, bits: a phrase with a preposition, a second member, an apposition follows
    bool proper = false;      // the phrase has a proper noun
  };

  [[nodiscard]] std::uint32_t climb(std::uint32_t token) const;
  void read_phrases(const Sentence& sentence);
  [[nodiscard]] std::uint32_t word_before(const Sentence& sentence, std::uint32_t token, std::uint32_t distance) const;
  [[nodiscard]] std::uint32_t word_after(const Sentence& sentence, std::uint32_t token, std::uint32_t distance) const;
  [[nodiscard]] std::uint32_t tag_before(const Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t tag_after(const Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] NameHints hints_of(std::uint32_t token) const { return hints_.empty() ? 0 : hints_[token]; }
  void add_kinds(std::uint32_t token, std::span<const WordKinds> kinds, std::vector<std::uint32_t>& keys) const;

  const Analysis& analysis_;
  std::span<const NameHints> hints_;
  std::vector<Word> words_;
};

}  // namespace attest
