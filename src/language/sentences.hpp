// Where sentences end. A block of the document is at least one sentence; inside it full stops, question marks and
// exclamation marks decide, read together with what stands on either side.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/analysis.hpp"

namespace attest {

/// Appends the sentences of `tokens` [first, last), which are the words of block number `block` of `text`. Of a form the
/// line of a label and the line of its figure are one sentence: "Civilians reported killed", "10 – 16".
void append_sentences(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                      std::uint32_t block, std::vector<Sentence>& sentences);

}  // namespace attest
