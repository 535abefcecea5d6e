// The way through a sentence's tree from one stretch of words to another, for people who check why they belong together.
#pragma once

#include <string>

#include "attest/document.hpp"
#include "language/analysis.hpp"

namespace attest {

/// "killed -nsubj:pass-> civilians", "raid <-obl- killed -obj-> guards"; empty without a tree, between sentences, or
/// where both stretches hang from the same word.
[[nodiscard]] std::string tree_path(const Document& document, const Analysis& analysis, Span from, Span to);

}  // namespace attest
