// What a claim takes from those that the sentence told before it, and whether they tell the same.
#pragma once

#include <span>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

/// "held 25 hostages": one kind, population and figure of a sentence is one claim.
[[nodiscard]] bool is_told_already(std::span<const Claim> told_here, const Claim& claim);

/// "10 others", "and wounded 30": the sort of people that the sentence counted just before.
void inherit_population(const SentenceView& sentence, std::span<const Claim> told_here, Claim& claim);

/// "seized six men and killed them": as many.
void count_pronoun(const SentenceView& sentence, std::span<const Claim> told_here, Claim& claim);

}  // namespace attest
