// Which of a sentence's times is a claim's own: not when it was said. What the sentence leaves open, context.cpp fills.
#pragma once

#include "attest/claim.hpp"
#include "claims/arguments.hpp"
#include "claims/sentence_view.hpp"
#include "claims/weighing.hpp"

namespace attest {

/// Sets Claim::time where the sentence gives one, by a date or, in the present tense, by the publication.
void set_time(const SentenceView& sentence, const PredicateMention& mention, const Arguments& arguments, Claim& claim,
              Weighing* weighing);

/// What the words of a mention say, as a claim's time.
[[nodiscard]] Time time_of(const SentenceView& sentence, const TimeMention& time);

/// The day of publication, which no words of the report give.
[[nodiscard]] Time at_publication(Date published);

}  // namespace attest
