// Who is said to be behind an incident, and how well it is told, in Airwars' words and by its definitions
// (docs/methodology.md). Three judgments stay apart: the grade, whether there was a strike, and whose it was.
#pragma once

#include <cstdint>
#include <span>

#include "attest/incident.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

/// Fills blame, responsibility, grade and strike. The incident's claims, figures and origins must be there.
/// @param told  numbers of its testimonies, in the order of Incident::claims
void grade(const Evidence& evidence, std::span<const std::uint32_t> told, Incident& incident);

}  // namespace attest
