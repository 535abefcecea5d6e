// Fixed phrases ("as many as") held against the words of a text: asked for everywhere, so it must cost nothing to say no.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/analysis.hpp"

namespace attest {

/// Takes `word` and the space behind it off the front of `phrase`; false, and nothing taken, where another word stands.
inline bool take_word(std::string_view& phrase, std::string_view word) {
  // Most words differ in their first letter: looked at here, no call is needed.
  if (word.empty() || phrase.empty() || word[0] != phrase[0] || !phrase.starts_with(word)) return false;
  if (phrase.size() == word.size()) {
    phrase = {};
    return true;
  }
  if (phrase[word.size()] != ' ') return false;
  phrase.remove_prefix(word.size() + 1);
  return true;
}

/// Tokens of `phrase` (lower case, single spaces) from token `i` on, before token `last`: how many, or 0.
inline std::uint32_t phrase_length(const Analysis& analysis, std::uint32_t i, std::uint32_t last,
                                   std::string_view phrase) {
  std::uint32_t at = i;
  while (!phrase.empty()) {
    if (at >= last || !take_word(phrase, analysis.word(at))) return 0;
    ++at;
  }
  return at - i;
}

}  // namespace attest
