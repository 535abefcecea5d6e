// Words of an event that name none here: a modifier, a part of a name, the way of another event.
#pragma once

#include <span>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

/// "the occupied West Bank", "Raid Street", "killed by artillery fire", "three of the injured".
[[nodiscard]] bool names_no_event(const SentenceView& sentence, const Resources& resources,
                                  const PredicateMention& trigger);

/// "arrests and kidnappings", "damaged or destroyed": one fact, told already of the word before.
[[nodiscard]] bool is_second_of_pair(const SentenceView& sentence, const Resources& resources,
                                     const PredicateMention& trigger, std::span<const Claim> told_here);

}  // namespace attest
