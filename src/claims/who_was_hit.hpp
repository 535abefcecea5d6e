// What the claims of one sentence tell each other about the people who were hit.
#pragma once

#include <span>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

/// "people were killed when shells hit a market", "attacked a wedding": those hit in such a place are civilians, unless
/// the sentence has fighters among the dead.
void take_status_of_scene(const SentenceView& sentence, std::span<Claim> claims);

/// "an ambush that left four soldiers dead": whom the sentence says was hit, when the attack names no target itself.
void give_attacks_their_victims(const SentenceView& sentence, std::span<Claim> claims);

/// "60 people were killed and injured": one figure for both, so that neither has bounds of its own.
void open_shared_figures(std::span<Claim> claims);

}  // namespace attest
