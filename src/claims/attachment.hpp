// How closely a phrase of place or time hangs together with what happened: by the words between, and by the tree.
#pragma once

#include <optional>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

/// By the order of the words: 0 next to the trigger, more over every word, clause border and other verb between.
[[nodiscard]] long attachment_cost(const SentenceView& sentence, TokenRange phrase, TokenRange trigger);

/// Where the tree puts a phrase, as seen from a trigger.
enum class TreeLink : std::uint8_t {
  unknown,  // no tree, or the phrase does not hang together in it
  own,      // a complement of the trigger, or inside one, without a verb between: "killed in Aleppo"
  above,    // a complement of the clause that the trigger's clause belongs to: "hit Aleppo, killing"
  joined,   // of a clause joined to it, or of one above that another clause stands between
  below     // inside a clause under the trigger's: "killed people who had fled Aleppo"
};
[[nodiscard]] TreeLink tree_link(const SentenceView& sentence, TokenRange phrase, TokenRange trigger);

/// "shelled the town in retaliation for a raid on A", "to avenge the killing of B": the stretch that tells of the other
/// side's deed, which was answered.
[[nodiscard]] std::optional<TokenRange> answered_deed(const SentenceView& sentence);

/// Does one of two places of the text, as bytes, stand in an answered deed, and the other outside it?
[[nodiscard]] bool deed_and_answer(const SentenceView& sentence, Span a, Span b);

/// Words of the sentence that are not about this claim: an example, unless the victims stand in it, a deed for its answer,
/// and the answer for the deed.
[[nodiscard]] TokenRange told_apart(const SentenceView& sentence, const PredicateMention& trigger, const Claim& claim);

/// "killed hundreds, including 27 in an attack on A in May": the stretch that tells of some of them alone, with an event
/// or a weapon of its own; not the trigger's own stretch.
[[nodiscard]] std::optional<TokenRange> example_beside(const SentenceView& sentence, TokenRange trigger);

}  // namespace attest
