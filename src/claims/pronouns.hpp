// Who "they", "it" or "the group" is that does it.
#pragma once

#include <span>

#include "claims/frame.hpp"

namespace attest {

/// The side that a pronoun before the predicate stands for: the subject of a clause above it in the sentence, "the troops
/// seized a camp where they had been battling rebels".
[[nodiscard]] std::optional<Party> subject_above(const Frame& frame);

/// Gives the claim its actor where a pronoun stands for it: "it said it had struck", "they then seized the town", "the group
/// has stepped up its bombings". The side of a clause above, the speaker, or the side of the sentence before.
/// @param told  the claims before this one
void take_actor_of_pronoun(const Frame& frame, std::span<const Claim> told, Claim& claim);

}  // namespace attest
