// Looks for the sides of one predicate in its sentence: the steps from which sides.cpp puts its answers together.
#pragma once

#include "claims/frame.hpp"

namespace attest {

class Sides {
 public:
  /// @param field  what the side is looked for: notes go under its name; empty: no notes
  Sides(const Frame& frame, std::string_view field)
      : s_(frame.s),
        m_(frame.s.mentions()),
        resources_(frame.resources),
        trigger_(frame.mention.tokens),
        field_(field),
        weighing_(field.empty() ? nullptr : frame.weighing) {}

  /// Takes a note of the side that `rule` found, if it did.
  [[nodiscard]] std::optional<Party> by(std::string_view rule, std::optional<Party> party) const;

  [[nodiscard]] std::optional<Party> in(TokenRange zone, bool any_position) const;

  /// The party of a subject that stands nearest before its verb, outside of prepositional phrases.
  [[nodiscard]] std::optional<Party> in_subject(TokenRange zone) const;

  /// "Somalia", not "Somali": the country's own name.
  [[nodiscard]] bool is_country_by_name(const PartyMention& party) const;
  /// "Somalia suicide bombing" in a report of places there: where, not who.
  [[nodiscard]] bool is_scene(const PartyMention& party) const;
  /// "Burkina Faso attack: ten killed": where, by the country's name, not who.
  [[nodiscard]] bool heads_a_title(const PartyMention& party, std::uint32_t noun) const;
  /// "U.S. casualties", "army losses": the side before the noun suffers them; "army killings" it commits.
  [[nodiscard]] bool is_suffered(const PredicateMention& noun) const;

  [[nodiscard]] bool hangs_by(std::uint32_t noun, std::initializer_list<std::string_view> prepositions) const;

  /// The noun phrase before an attack noun: "US air strikes", "the regime's indiscriminate bombing campaign".
  [[nodiscard]] std::optional<Party> before_noun(std::uint32_t noun) const;

  /// "Fighting between A and B": the first or the second of the sides after "between".
  [[nodiscard]] std::optional<Party> between(const PredicateMention& noun, std::size_t which) const;

  /// "Killed in a clash with soldiers": the side that the dead met.
  [[nodiscard]] std::optional<Party> met(const PredicateMention& noun) const;

  [[nodiscard]] std::optional<Party> of_noun(const PredicateMention& noun, const Arguments& a) const;

  /// "The coalition continues to support the army with air strikes", "claimed responsibility for capturing": the subject
  /// of the light verb that the tree hangs the deed from.
  [[nodiscard]] std::optional<Party> governing_subject(const PredicateMention& deed) const;

  /// "artillery fire from the rebels".
  [[nodiscard]] std::optional<Party> comes_from(const PredicateMention& noun) const;
  /// "The coalition said its raids had killed", "the regime's attacks and its siege": whose deed the pronoun says it is.
  [[nodiscard]] std::optional<Party> owner(const PredicateMention& noun) const;

  /// "the army's siege of the town and obstruction of aid": whose the first is, the second is, too.
  [[nodiscard]] std::optional<Party> owner_of_joined(const PredicateMention& noun) const;

  /// "blamed on X", "attributed to X", "claimed by X", "X claimed responsibility" in the noun's sentence.
  [[nodiscard]] std::optional<Party> blamed(const PredicateMention& noun) const;

  /// "forced to fight on behalf of X", "in the ranks of X", "held by X"
  [[nodiscard]] std::optional<Party> on_behalf(std::uint32_t from) const;

  /// "captured in a joint operation of the army and the police", "detained at a militia's checkpoint"
  [[nodiscard]] std::optional<Party> of_operation(std::uint32_t from) const;

  /// "A suicide bomber attacked": the words of the deed name who did it.
  [[nodiscard]] std::optional<Party> in_trigger() const;

  /// "under X rule", "under the yoke of X"
  [[nodiscard]] std::optional<Party> ruler(std::uint32_t under) const;

  /// "trapped under X rule": who rules those to whom it happens.
  [[nodiscard]] std::optional<Party> ruler_behind(std::uint32_t from) const;

  [[nodiscard]] std::optional<Party> opponent_after(const Arguments& a) const;

 private:
  /// "federal troops and allied militias": the one named first speaks for both.
  [[nodiscard]] bool are_joined(TokenRange first, TokenRange second) const;
  /// "several attacks on police and soldiers killed ten": whom the attacks were on.
  [[nodiscard]] bool is_target(const PartyMention& party) const;
  [[nodiscard]] bool usable(const PartyMention& party) const;

  /// Is the noun of the predicates' own that tells an attack or fighting?
  [[nodiscard]] bool is_attack(std::uint32_t noun) const;

  /// False, with a note of why not this side.
  bool refuse(const PartyMention& party, std::string_view rule) const;

  /// "A rebel area", "an army base": the word only says whose, unless a weapon or a deed follows ("rebel fire").
  [[nodiscard]] bool modifies(const PartyMention& party) const;

  [[nodiscard]] bool in_phrase(const PartyMention& party, TokenRange zone) const;

  /// "a US-made missile", "the army's shells": the weapon is the subject, its owner acts all the same.
  [[nodiscard]] bool behind_weapon(const PartyMention& party) const;

  /// "Gunmen carried out an attack": the subject of the light verb that governs the noun.
  [[nodiscard]] std::optional<Party> light_verb_subject(TokenRange left) const;

  const SentenceView& s_;
  const Mentions& m_;
  const Resources& resources_;
  const TokenRange trigger_;
  std::string_view field_;
  Weighing* weighing_;
};

}  // namespace attest
