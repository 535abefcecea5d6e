// Places as what something happens to: "captured the town of Hit", "shelled the northern outskirts".
#pragma once

#include "claims/sentence_view.hpp"

namespace attest {

/// A named place or a word for one ("the village", "the stronghold") anywhere in the stretch.
[[nodiscard]] bool any_place(const SentenceView& sentence, TokenRange zone);

/// The first noun phrase of a stretch, as far as words tell: up to a preposition or a comma.
[[nodiscard]] TokenRange head_of(const SentenceView& sentence, TokenRange zone);

/// A place or a word for one as the head of the stretch: "the town of Hit", not "soldiers near Hit".
[[nodiscard]] bool head_place(const SentenceView& sentence, TokenRange zone);

/// "took Sanaa", "took the Yemeni capital of Sanaa": by the tree, the verb's object is a town or a part of one by name.
[[nodiscard]] bool object_is_named_place(const SentenceView& sentence, TokenRange verb);

}  // namespace attest
