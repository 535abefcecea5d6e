// Words around the name of a side: what it is called, whether it acts here or only describes something else.
#pragma once

#include <string_view>

#include "claims/sentence_view.hpp"

namespace attest {

/// The side that a mention means, by the name behind generic words: "the rebels from the Northern Front".
[[nodiscard]] Party party_of(const SentenceView& sentence, const PartyMention& mention);

/// "IS-held", "government-controlled", "US-backed": describes a place or another side.
[[nodiscard]] bool only_describes(const SentenceView& sentence, const PartyMention& party);

/// "al-Shabaab, a group allied with al-Qaeda, said": words that tell of the side named before them.
[[nodiscard]] bool tells_of_another(const SentenceView& sentence, const PartyMention& party);

/// A country or nationality acts only before what acts: a verb, a weapon, an attack ("Russian air strikes").
[[nodiscard]] bool country_acts(const SentenceView& sentence, const PartyMention& party);

/// Verbs that put a side behind an attack named by a noun: "launched", "claimed responsibility for".
[[nodiscard]] bool is_light_verb(std::string_view word);

}  // namespace attest
