// One attack, one claim: a verb beside the noun that names it gives the target, and what only points back is nothing new.
#pragma once

#include <span>

#include "claims/frame.hpp"
#include "claims/whom.hpp"

namespace attest {

/// "An air strike hit the school", "an attack targeting a convoy": the noun is the claim, the verb gives the target.
[[nodiscard]] bool names_an_attack_before(const SentenceView& sentence, const Resources& resources,
                                          const PredicateMention& trigger);

/// "Hit by an air strike": the verb is the claim, the noun behind "by" says how.
[[nodiscard]] bool is_agent_of_attack(const SentenceView& sentence, const Resources& resources,
                                      const PredicateMention& noun);

/// Takes the object of such a verb as what the noun's attack is on.
void take_target_of_verb(const SentenceView& sentence, const Resources& resources, const PredicateMention& noun,
                         Arguments& arguments);

/// "This attack", "the fighting" with nothing new about it: no claim.
/// @param told_before  does the report make a claim before this one?
[[nodiscard]] bool is_back_reference(const Frame& frame, const Claim& claim, std::span<const Affected> affected,
                                     bool told_before);

}  // namespace attest
