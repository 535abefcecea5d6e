// Tokens of a stretch of text, as Universal Dependencies treebanks of English cut them: hyphenated words and
// clitics are split, numbers, abbreviations and addresses stay whole, every token knows whether it was joined.
#pragma once

#include <string_view>
#include <vector>

#include "language/analysis.hpp"

namespace attest {

/// Appends the tokens of `text` within `span`. No token holds white space; all other bytes are covered once.
void append_tokens(std::string_view text, Span span, std::vector<Token>& tokens);

/// A word that ends in a full stop without ending a sentence: "Gen.", "Jan.", "U.S.", "J.". Lower-cased word expected.
[[nodiscard]] bool is_abbreviation(std::string_view folded);

}  // namespace attest
