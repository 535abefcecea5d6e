// Does a sentence say that something goes on while it is written, or that it is over? Decides which claims without a
// date are dated to the publication.
#pragma once

#include "claims/arguments.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

enum class Tense : std::uint8_t { open, present, past };

/// `present`: "are using", "is being shelled", "continues to hold", "the campaign is progressing".
/// `past`: a past form or "was", "had", "once" before the trigger. Headlines' present is `open`: it tells of the past.
[[nodiscard]] Tense tense_of(const SentenceView& sentence, const PredicateMention& mention, const Arguments& arguments);

/// How the verb that carries a trigger tells of it: the trigger itself, or the verb that it hangs from.
enum class Telling : std::uint8_t {
  open,     // no verb says
  past,     // "shelled", "were killed", "denied the attack"
  before,   // "had shelled", outside what someone said
  perfect,  // "have shelled"
  present,  // "are common", "blames"
  other     // "will shell", "to shell"
};
[[nodiscard]] Telling telling_of(const SentenceView& sentence, TokenRange trigger);

}  // namespace attest
