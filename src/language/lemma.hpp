// Dictionary forms, worked out from a word and its tag when somebody asks: "killed" is kill, "Americans" American.
#pragma once

#include <string>
#include <string_view>

#include "language/tagset.hpp"

namespace attest {

/// The lemma as the English treebanks write it: lower case but for names, nationalities and acronyms; clitics in full
/// ("n't" is not); curly quotes straight.
/// Sources: a table of exceptions read off the train parts of EWT and GUM (lemma_exceptions.inc, made by scripts/lemma-exceptions), then inflection rules.
[[nodiscard]] std::string lemma_of(std::string_view word, Upos upos, Xpos xpos);

}  // namespace attest
