// What readers see of a sensitive incident: that it happened, roughly where and when, and to how many. The only place that
// decides it: rows, answers, tiles and exports are made from what it gives.
#pragma once

#include "attest/incident.hpp"

namespace attest {

/// The point is the middle of its cell of one degree, the days are widened to whole months, place, claims and the names of
/// who says what are gone.
[[nodiscard]] Incident coarsened(const Incident& incident);

}  // namespace attest
