// Is a report, or a sentence of one, about armed conflict at all? People die in earthquakes, too, and teams attack.
#pragma once

#include "annotate/mentions.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

/// False when the words of other subjects (resources/en/other_topics*.tsv) outweigh armed sides, weapons and the words of
/// armed conflict (resources/en/conflict_topics.tsv).
[[nodiscard]] bool is_about_conflict(const Mentions& mentions);
/// The same by counts of words: those of armed sides and weapons, and those of other subjects, strong ones twice.
[[nodiscard]] bool is_about_conflict(std::size_t conflict, std::size_t other);

/// A sentence with a strong word of another subject, and neither a weapon nor a named side, tells of that subject:
/// the football match in a report on a war.
[[nodiscard]] bool is_off_topic(const SentenceView& sentence);

}  // namespace attest
