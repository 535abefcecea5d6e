// According to whom: who speaks at every word of a report, followed over sentences while the same voice goes on.
#pragma once

#include <optional>
#include <vector>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

/// Several stretches of tokens: the cues and speakers of a sentence, which are not part of what is said.
struct TokenRanges {
  std::vector<TokenRange> ranges;
  [[nodiscard]] bool contains(std::uint32_t token) const {
    return std::ranges::any_of(ranges, [&](TokenRange r) { return r.contains(token); });
  }
};

struct Voice {
  std::optional<Source> source;  // nothing: the reporter
  std::vector<Source> via;       // who passed it on, outwards: "Russia Today quoted NAME"
  CueClass cue = CueClass::neutral;
  std::string_view rule;  // why it is this voice: docs/rules.md, "source"
  bool carried = false;   // the words stand in another sentence
  TokenRanges outside;    // tokens of the cues and the speakers of the sentence
};

/// Who speaks in one sentence: one voice, or others within parts of it.
class SentenceVoices {
 public:
  struct Layer {
    TokenRange tokens;
    Source source;
    CueClass cue = CueClass::neutral;
    bool carried = false;
    std::string_view rule;   // string literal
    bool passed_on = false;  // of two voices over the same words the inner one
  };

  std::vector<Layer> layers;
  TokenRanges outside;

  /// The innermost voice at a token, and those around it.
  [[nodiscard]] Voice at(std::uint32_t token) const;
};

/// One a sentence, in order.
[[nodiscard]] std::vector<SentenceVoices> find_voices(const Document& document, const Analysis& analysis,
                                                      const Mentions& mentions);

}  // namespace attest
