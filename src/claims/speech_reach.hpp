// How far somebody's words reach in a sentence.
#pragma once

#include <span>

#include "claims/speech.hpp"

namespace attest {

[[nodiscard]] bool is_quotation_mark(std::string_view word);

/// The words that are said: all before an inverted cue, all after a subject and its cue, or those of the quotation that
/// the cue stands in.
[[nodiscard]] TokenRange reach_of(const SentenceView& sentence, std::span<const TokenRange> quotations,
                                  const Speech& speech);

}  // namespace attest
