// What a speaker is called: the side, body or people that a noun phrase names, without articles, counts and tails.
// A side is called as the report calls its body ("Ugandan army"), since forces and their spokesmen are not one voice.
#pragma once

#include <optional>
#include <string>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

struct SideName {
  std::string name;
  SourceKind kind = SourceKind::other;
};

/// "Ugandan army officials", "the militants", "the army": for a general word the last side of that sort before it.
[[nodiscard]] SideName side_name(const SentenceView& s, const PartyMention& party);

/// The words for the forces of a country, "Ugandan army", if that is what `party` names; else `name`.
[[nodiscard]] std::string body_or_name(const SentenceView& s, const PartyMention& party, const std::string& name);

/// "Ukraine's prosecutor general" under the nationality that the report itself uses: "Ukrainian prosecutor general".
[[nodiscard]] std::optional<std::string> nationality_name(const SentenceView& s, TokenRange phrase);

/// "Harbour Relief International": a name with a word for help in it is a body, not a person.
[[nodiscard]] bool names_aid_body(const SentenceView& s, TokenRange name);

/// The canonical name of the side that a speaker's name means; the name itself for any other speaker.
[[nodiscard]] std::string side_called(const SentenceView& s, const std::string& name);

/// "military analysts", "the rebel administration": the word for a side only says what sort of people these are.
[[nodiscard]] bool modifies_other_noun(const SentenceView& s, const PartyMention& party, TokenRange phrase);

/// The words of `phrase` that name a role: "two witnesses in TOWN" are "witnesses", "a spokesman for the X" is "X".
[[nodiscard]] TokenRange name_in(const SentenceView& s, TokenRange phrase);

/// What the body in a phrase is, when it names one: "the head of the hospital" speaks for a hospital.
[[nodiscard]] std::optional<SourceKind> kind_of_body(const SentenceView& s, TokenRange phrase);

}  // namespace attest
