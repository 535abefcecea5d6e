// According to whom: who speaks in each sentence, followed over sentences while the same voice goes on.
#pragma once

#include <optional>
#include <vector>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

struct Voice {
  std::optional<Source> source;  // nothing: the reporter
  CueClass cue = CueClass::neutral;
  bool carried = false;  // the words stand in an earlier sentence
  TokenRange outside;    // tokens of the cue and the speaker themselves
};

/// One voice a sentence, in order.
[[nodiscard]] std::vector<Voice> find_voices(const Document& document, const Analysis& analysis,
                                             const Mentions& mentions);

}  // namespace attest
