// The words of a text as they count when two texts are compared: without case, accents and the differences between
// spellings, and with figures told apart from words, so that a new toll in an old sentence shows as just that.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attest/span.hpp"

namespace attest {

/// What a figure's words have as their key, whatever it says.
inline constexpr std::uint32_t kFigureKey = 0x23;

struct PrintWord {
  std::uint32_t key = 0;  // equal for "organised" and "Organized", "Sheikhoun" and "Shaykhun"; of a figure kFigureKey
  std::uint32_t figure = 0;  // of a figure, a number for its value: equal for "19" and "nineteen"; else 0
  bool starts = false;       // the first of a sentence, as far as a point and a capital tell
  Span span;
};

/// Appends the words of `text`, well-formed UTF-8 that begins at byte `offset` of its document. A figure is one word:
/// "1.5 million", "twenty-one", "3,000", also "dozens".
void append_words(std::string_view text, std::uint32_t offset, std::vector<PrintWord>& words);

}  // namespace attest
