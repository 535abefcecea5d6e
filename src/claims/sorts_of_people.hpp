// Of what sort people are: civilians, fighters, both, aid workers.
#pragma once

#include <vector>

#include "claims/frame.hpp"
#include "claims/whom.hpp"

namespace attest {

/// By their noun and the words around it: "local people", "staff of the charity", "the Syrian people".
[[nodiscard]] Victims sort_of(const SentenceView& sentence, const PeopleMention& person);

/// "two jihadist attacks", "civilian resistance fighters", "police guards": the words are of an event of its own, or of the
/// people named behind them.
[[nodiscard]] bool describes_what_follows(const Frame& frame, TokenRange words);

/// "170 people, including 97 soldiers": people of both sorts.
void mix_with_parts(const SentenceView& sentence, std::vector<Affected>& people);

/// "10 people, mostly police", "at least 43 others - most of them recruits": what is said of most of them.
void mostly_of_a_sort(const Frame& frame, Affected& people);

}  // namespace attest
