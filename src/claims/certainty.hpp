// How sure: certainty read off negation, modals, conditionals, hedges, appeals and the class of the cue.
#pragma once

#include "attest/claim.hpp"
#include "claims/arguments.hpp"
#include "claims/attribution.hpp"
#include "claims/weighing.hpp"

namespace attest {

[[nodiscard]] Certainty find_certainty(const SentenceView& sentence, const Predicate& predicate,
                                       const PredicateMention& mention, const Arguments& arguments, const Voice& voice,
                                       Weighing* weighing);

/// Does the sentence say that something could not be verified? It may speak of the claims before it.
[[nodiscard]] bool is_unverified(const SentenceView& sentence);

}  // namespace attest
