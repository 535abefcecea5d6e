// One sentence to claims: predicates, their arguments, and the fields that the sentence itself fills.
#pragma once

#include <vector>

#include "attest/claim.hpp"
#include "claims/attribution.hpp"
#include "claims/sentence_view.hpp"
#include "claims/weighing.hpp"

namespace attest {

/// Appends the sentence's claims in the order of their triggers.
/// @param weighings  if not null, gets what the rules noted, one a claim
void code_sentence(const SentenceView& sentence, const SentenceVoices& voices, const Resources& resources,
                   std::vector<Claim>& claims, std::vector<Weighing>* weighings);

/// Fills what single sentences leave open: generic sides ("the militants"), places, times of states, and the
/// labels that group claims about one thing. Every filled field is named in Claim::derived.
void fill_from_context(const Document& document, const Analysis& analysis, const Mentions& mentions,
                       std::vector<Claim>& claims);

}  // namespace attest
