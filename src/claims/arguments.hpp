// Where a predicate's arguments stand. Without trees these are stretches of the clause: everything between the
// clause's border and the verb, and so on. A parser will give the same value from the tree.
#pragma once

#include "claims/sentence_view.hpp"

namespace attest {

struct Arguments {
  bool noun = false;         // "the killing of": the predicate is a noun
  bool passive = false;      // "were killed", "26 killed in"
  bool attributive = false;  // "the wounded soldiers"
  TokenRange subject;        // before the verb, or the modifiers of the noun
  TokenRange object;         // after the verb, up to "by"
  TokenRange by;             // after "by" of a passive or of a noun
  TokenRange of;             // after the noun: "of", "on", "against", "targeting"
  TokenRange from;           // after "from" or "out of"
  TokenRange clause;         // all of it
};

/// Is the matched form used as a verb (or as fixed words) here rather than as a noun?
[[nodiscard]] bool used_as_verb(const SentenceView& sentence, const PredicateMention& mention);

/// The arguments of a predicate. `verb` as used_as_verb() says.
[[nodiscard]] Arguments find_arguments(const SentenceView& sentence, const PredicateMention& mention, bool verb);

/// The same from the order of the words alone.
[[nodiscard]] Arguments arguments_by_words(const SentenceView& sentence, const PredicateMention& mention, bool verb);

}  // namespace attest
