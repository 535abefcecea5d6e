// Over what a claim's figure runs: one incident, a total over time or many events, or a state at a moment.
#pragma once

#include "attest/claim.hpp"
#include "claims/arguments.hpp"
#include "claims/weighing.hpp"

namespace attest {

/// What happened within fewer days may be one incident; a figure over so many is a total.
inline constexpr long kShortSeriesDays = 5;

/// `time` is the claim's, if it has one. Rule: docs/output.md, "scope".
[[nodiscard]] Scope find_scope(const SentenceView& sentence, const Predicate& predicate,
                               const PredicateMention& mention, const Arguments& arguments,
                               const std::optional<Time>& time, Weighing* weighing);

}  // namespace attest
