// Tokens of a stretch of text, as Universal Dependencies treebanks of English cut them: hyphenated words and
// clitics are split, numbers, abbreviations and addresses stay whole, every token knows whether it was joined.
#pragma once

#include <string_view>
#include <vector>

#include "language/analysis.hpp"
#include "language/word_lists.hpp"

namespace attest {

/// Appends the tokens of `text` within `span`, in time linear in its length. No token holds white space; all other
/// bytes are covered once.
void append_tokens(std::string_view text, Span span, std::vector<Token>& tokens);

}  // namespace attest
