// What the lists know of each word, for the finder of names, which knows no list itself.
#pragma once

#include <vector>

#include "annotate/lexicon.hpp"
#include "language/name_features.hpp"

namespace attest {

/// For every token, bit 2 x List where a phrase of the list begins, and the next bit where one goes on.
[[nodiscard]] std::vector<NameHints> name_hints(const Document& document, const Analysis& analysis,
                                                const Lexicon& lexicon);

}  // namespace attest
