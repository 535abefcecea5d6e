// Fixed phrases and the stretches of a sentence in which certainty and scope look for them. Without trees a clause is
// what stands between conjunctions and marks; a parser can give the same ranges.
#pragma once

#include <initializer_list>
#include <string_view>

#include "claims/sentence_view.hpp"

namespace attest {

/// Does any of `phrases` (words separated by spaces) stand in `range`?
[[nodiscard]] bool has_phrase(const SentenceView& s, TokenRange range, std::initializer_list<std::string_view> phrases);

/// The clause around a predicate: from the conjunction or mark before it to the one after it.
[[nodiscard]] TokenRange clause_around(const SentenceView& s, TokenRange predicate);

/// The auxiliaries and adverbs right before a verb, with the subject's last words: where negation and modals stand.
[[nodiscard]] TokenRange verb_group(const SentenceView& s, std::uint32_t verb);

}  // namespace attest
