// What an attack is aimed at: people, a side, protected objects.
#pragma once

#include <vector>

#include "claims/frame.hpp"
#include "claims/whom.hpp"

namespace attest {

/// Appends the people, the side or the objects that an attack is aimed at. False when the entry needs one and there is none.
[[nodiscard]] bool hits_target(const Frame& frame, const Claim& claim, std::vector<Affected>& affected);

}  // namespace attest
