// People whom a report calls by a name that no list knows.
#pragma once

#include <vector>

#include "claims/whom.hpp"

namespace attest {

/// A person's name that no lexicon knows: one person. The rank or role before it tells whether a combatant.
[[nodiscard]] std::vector<Affected> named_person_in(const Frame& frame, TokenRange zone, bool nearest_last);

}  // namespace attest
