// How closely a phrase of place or time hangs together with what happened: by the words between, and by the tree.
#pragma once

#include "claims/sentence_view.hpp"

namespace attest {

/// By the order of the words: 0 next to the trigger, more over every word, clause border and other verb between.
[[nodiscard]] long attachment_cost(const SentenceView& sentence, TokenRange phrase, TokenRange trigger);

/// By the tree: does the phrase stand in a clause of its own under the trigger ("killed people who had fled Aleppo")? False
/// without a tree.
[[nodiscard]] bool in_clause_below(const SentenceView& sentence, TokenRange phrase, TokenRange trigger);

}  // namespace attest
