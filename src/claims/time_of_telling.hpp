// When it was said, answered or reported: days that are not those of what happened.
#pragma once

#include "claims/sentence_view.hpp"

namespace attest {

/// "said on Friday", "told reporters today", "in a Nov. 24 statement": the time of saying, not of what is told.
[[nodiscard]] bool dates_the_speech(const SentenceView& sentence, const TimeMention& time,
                                    const PredicateMention& trigger);

/// "The council on Tuesday condemned the killing": the day of the answer, not of what it answers to.
[[nodiscard]] bool dates_a_reaction(const SentenceView& sentence, const TimeMention& time,
                                    const PredicateMention& trigger);

/// "January 9: Airstrikes continue", "Goma, 13 March 2024 - The mission condemns": the day of the report, before what it
/// tells.
[[nodiscard]] bool labels_report(const SentenceView& sentence, const TimeMention& time);

}  // namespace attest
