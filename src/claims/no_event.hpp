// Words of an event that name none here: a modifier, a part of a name, the way of another event.
#pragma once

#include "claims/sentence_view.hpp"

namespace attest {

/// "the occupied West Bank", "Raid Street", "killed by artillery fire", "three of the injured".
[[nodiscard]] bool names_no_event(const SentenceView& sentence, const Predicate& predicate,
                                  const PredicateMention& trigger);

}  // namespace attest
