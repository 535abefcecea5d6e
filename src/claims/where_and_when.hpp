// Which of a sentence's places and times are a claim's own: not the speaker's, not where someone came from, not when
// it was said. What the sentence leaves open, context.cpp fills.
#pragma once

#include "attest/claim.hpp"
#include "claims/arguments.hpp"
#include "claims/attribution.hpp"
#include "claims/sentence_view.hpp"
#include "claims/weighing.hpp"

namespace attest {

/// Sets Claim::place where the sentence names one.
void set_place(const SentenceView& sentence, const Predicate& predicate, const PredicateMention& mention,
               const Arguments& arguments, const Voice& voice, Claim& claim, Weighing* weighing);

/// Where the speaker speaks, where someone comes from, whose embassy it is: not where anything happened.
[[nodiscard]] bool is_passing(const SentenceView& sentence, const PlaceMention& place);

/// Sets Claim::time where the sentence gives one, by a date or, in the present tense, by the publication.
void set_time(const SentenceView& sentence, const PredicateMention& mention, const Arguments& arguments, Claim& claim,
              Weighing* weighing);

}  // namespace attest
