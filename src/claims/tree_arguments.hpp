// The arguments of a predicate read from the dependency tree: the same value that the words give, with borders that
// relative clauses, joined verbs and long modifiers do not move.
#pragma once

#include <optional>

#include "claims/arguments.hpp"

namespace attest {

/// Nothing where the sentence has no tree, or the tree does not show the trigger as that verb or noun.
[[nodiscard]] std::optional<Arguments> tree_arguments(const SentenceView& sentence, const PredicateMention& mention,
                                                      bool verb);

/// The subject of fixed words ("are still missing"): what the tree hangs from their head.
[[nodiscard]] std::optional<TokenRange> tree_subject(const SentenceView& sentence, const PredicateMention& mention);

/// What the tree says of a single word that can be verb or noun ("strikes", "attack"): verb, noun, or nothing.
[[nodiscard]] std::optional<bool> tagged_as_verb(const SentenceView& sentence, const PredicateMention& mention);

}  // namespace attest
