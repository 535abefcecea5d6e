// The words that report speech in one sentence: each cue with its speaker's phrase and the words that it governs.
// Without trees both are stretches of the sentence; subject_of() and governed_by() are the places for a parser.
#pragma once

#include <vector>

#include "claims/quotes.hpp"
#include "claims/sentence_view.hpp"
#include "claims/speakers.hpp"

namespace attest {

/// Where the speaker stands: "X said", "said X", "according to X", "quoted X as saying" or "citing X", "were reported by X".
enum class SpeechOrder : std::uint8_t { subject_first, inverted, according, quoted, agent };

struct Speech {
  CueClass type = CueClass::neutral;
  SpeechOrder order = SpeechOrder::subject_first;
  TokenRange cue, subject;
  TokenRange governs;
  bool passed_on = false;  // by another voice over the same words: "television, citing the ministry, said"
};

/// The speech reported in a sentence, in the order of the cues. A subject may still name nobody who can speak.
[[nodiscard]] std::vector<Speech> find_speech(const SentenceView& s, const Speakers& speakers,
                                              const std::vector<Quotation>& quotations);

}  // namespace attest
