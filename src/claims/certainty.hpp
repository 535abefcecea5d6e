// How sure, and over what: certainty from cues, modality and negation; scope from adverbials, time and kind.
#pragma once

#include "attest/claim.hpp"
#include "claims/arguments.hpp"
#include "claims/attribution.hpp"

namespace attest {

[[nodiscard]] Certainty find_certainty(const SentenceView& sentence, const Predicate& predicate,
                                       const PredicateMention& mention, const Arguments& arguments, const Voice& voice);

/// `time` is the claim's, if it has one.
[[nodiscard]] Scope find_scope(const SentenceView& sentence, const Predicate& predicate,
                               const PredicateMention& mention, const Arguments& arguments,
                               const std::optional<Time>& time);

}  // namespace attest
