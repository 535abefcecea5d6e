// Which of a sentence's places is a claim's own: not where the speaker speaks, not where someone came from. What the sentence
// leaves open, story.cpp fills. Rule: docs/places.md, "Which place is the claim's".
#pragma once

#include "attest/claim.hpp"
#include "claims/arguments.hpp"
#include "claims/attribution.hpp"
#include "claims/sentence_view.hpp"
#include "claims/weighing.hpp"

namespace attest {

/// A mention as a claim's value; `words` are what the claim quotes.
[[nodiscard]] Place place_of(const PlaceMention& mention, Span words);

/// Sets Claim::place where the sentence names one.
void set_place(const SentenceView& sentence, const Predicate& predicate, const PredicateMention& mention,
               const Arguments& arguments, const Voice& voice, Claim& claim, Weighing* weighing);

/// Where the speaker speaks, where someone comes from, whose embassy it is: not where anything happened.
[[nodiscard]] bool is_passing(const SentenceView& sentence, const PlaceMention& place);

/// The further places of a list in which the claim's own stands: "the attacks in A, B and C". Not a place and what it lies in.
[[nodiscard]] std::vector<Place> places_beside(const SentenceView& sentence, const Place& own);

}  // namespace attest
