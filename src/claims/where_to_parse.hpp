// Which sentences get trees: those that could make a claim by their words alone, and what is needed to read them.
#pragma once

#include <vector>

#include "annotate/resources.hpp"
#include "attest/document.hpp"
#include "language/analysis.hpp"

namespace attest {

/// Sentences to parse, from the lists and the words around their matches: those with a predicate that its near misses
/// allow and that are not surely about another subject, the ones before and after them (speakers, and what "they"
/// are), headlines and the lead. One flag a sentence; empty where no claim can come of the report.
[[nodiscard]] std::vector<bool> where_to_parse(const Document& document, const Analysis& analysis,
                                               const Resources& resources);

}  // namespace attest
