#include "claims/side_finder.hpp"

#include "annotate/side_names.hpp"
#include "claims/side_words.hpp"

namespace attest {

std::optional<Party> Sides::by(std::string_view rule, std::optional<Party> party) const {
  if (party) took(weighing_, field_, rule, party->text);
  return party;
}

std::optional<Party> Sides::in(TokenRange zone, bool any_position) const {
  for (const PartyMention* party : s_.within(m_.parties, zone))
    if (usable(*party) && (any_position || !in_phrase(*party, zone))) return party_of(s_, *party);
  return std::nullopt;
}

bool Sides::are_joined(TokenRange first, TokenRange second) const {
  constexpr std::uint32_t kModifiers = 3;
  if (s_.word(first.last) != "and" || second.first > first.last + 1 + kModifiers) return false;
  for (std::uint32_t i = first.last + 1; i < second.first; ++i)
    if (s_.has_tree() && s_.token(i).upos == Upos::verb && s_.token(i).deprel != Deprel::amod) return false;
  return true;
}

std::optional<Party> Sides::in_subject(TokenRange zone) const {
  const auto parties = s_.within(m_.parties, zone);
  for (auto at = parties.rbegin(); at != parties.rend(); ++at)
    if (usable(**at) && !in_phrase(**at, zone) && !behind_weapon(**at)) {
      const auto first = std::find_if(at + 1, parties.rend(), [&](const auto* other) { return usable(*other); });
      const bool joined = first != parties.rend() && are_joined((*first)->tokens, (*at)->tokens);
      return party_of(s_, joined ? **first : **at);
    }
  return in(zone, true);
}

std::optional<Party> Sides::on_behalf(std::uint32_t from) const {
  for (std::uint32_t i = from; i + 1 < std::min(from + 10, s_.last()); ++i) {
    if (s_.is_word(i, {"of", "by", "for", "with"}))
      if (auto party = in({i + 1, std::min(i + 7, s_.last())}, true)) return party;
    if (s_.word(i) == "under")
      if (auto party = ruler(i)) return party;
  }
  return std::nullopt;
}

std::optional<Party> Sides::of_operation(std::uint32_t from) const {
  for (std::uint32_t i = from; i + 1 < std::min(from + 12, s_.last()); ++i)
    if (s_.is_word(i, {"operation", "operations", "raid", "raids", "sweep", "ambush"}) &&
        s_.is_word(i + 1, {"of", "by"}))
      return in({i + 2, std::min(i + 8, s_.last())}, true);
  for (const PartyMention* party : s_.within(m_.parties, {from, std::min(from + 8, s_.last())})) {
    std::uint32_t site = party->tokens.last;
    if (s_.is_word(site, {"'s", "’s", "'", "’"})) ++site;
    if (s_.is_word(site, {"checkpoint", "checkpoints", "prison", "prisons", "jail", "jails", "custody", "base"}))
      return party_of(s_, *party);
  }
  return std::nullopt;
}

std::optional<Party> Sides::in_trigger() const {
  for (const PartyMention* party : s_.within(m_.parties, trigger_))
    if (party->generic && party->meant == kUnknownSide) return party_of(s_, *party);
  return std::nullopt;
}

std::optional<Party> Sides::ruler(std::uint32_t under) const {
  const TokenRange near{under + 1, std::min(under + 7, s_.last())};
  for (const PartyMention* party : s_.within(m_.parties, near)) {
    const bool before = s_.is_word(party->tokens.last, {"rule", "control", "siege", "occupation"});
    const bool behind =
        s_.word(party->tokens.first - 1) == "of" &&
        s_.is_word(party->tokens.first - 2, {"rule", "control", "siege", "occupation", "yoke", "thumb"});
    if (before || behind) return party_of(s_, *party);
  }
  return std::nullopt;
}

std::optional<Party> Sides::ruler_behind(std::uint32_t from) const {
  for (std::uint32_t i = from; i < std::min(from + 3, s_.last()); ++i)
    if (s_.word(i) == "under") return ruler(i);
  return std::nullopt;
}

std::optional<Party> Sides::opponent_after(const Arguments& a) const {
  for (const PartyMention* party : s_.within(m_.parties, {a.clause.first, s_.last()})) {
    std::uint32_t i = party->tokens.first;
    while (i > s_.first() && s_.is_word(i - 1, {"the", "a", "armed", "local", "remaining", "last"})) --i;
    if (i > s_.first() + 1 && s_.is_word(i - 2, {"border", "borders", "frontier"}))
      continue;                                                     // "its border with Syria"
    if (s_.has_word({a.clause.first, i}, {"alongside"})) continue;  // who fights at somebody's side
    if (i > s_.first() && s_.is_word(i - 1, {"against", "from", "with", "between", "battle", "battled", "repelled"}))
      return party_of(s_, *party);
  }
  return std::nullopt;
}

bool Sides::usable(const PartyMention& party) const {
  if (party.generic && party.tokens.overlaps(trigger_)) return false;  // "a military offensive"
  if (only_describes(s_, party) || tells_of_another(s_, party)) return refuse(party, "side.only-describes");
  if (modifies(party)) return refuse(party, "side.whose-it-is");
  if (is_target(party)) return refuse(party, "side.is-the-target");
  if (!party.nationality) return true;
  const bool acts = s_.word(party.tokens.last) != "'s" && s_.word(party.tokens.last) != "’s" && country_acts(s_, party);
  return acts || refuse(party, "side.country-does-not-act");
}

bool Sides::is_target(const PartyMention& party) const {
  std::uint32_t first = party.tokens.first;
  const auto describes = [&](std::uint32_t i) {
    return s_.is_word(i, {"the", "a", "an"}) ||
           (s_.has_tree() &&
            (s_.token(i).upos == Upos::det || s_.token(i).upos == Upos::adj || s_.token(i).upos == Upos::num));
  };
  while (first > s_.first() + 2 && describes(first - 1)) --first;
  if (first < s_.first() + 2) return false;
  if (s_.word(first - 1) == "and")
    for (const PartyMention* other :
         s_.within(m_.parties, {first > s_.first() + 6 ? first - 6 : s_.first(), first - 1}))
      if (other->tokens.last == first - 1) return is_target(*other);
  if (!s_.is_word(first - 1, {"on", "against", "targeting"})) return false;
  for (const PredicateMention* event :
       s_.within(m_.predicates, {first > s_.first() + 4 ? first - 4 : s_.first(), first}))
    if (event->is_noun() && event->tokens.last == first - 1 && !event->tokens.overlaps(trigger_)) return true;
  return false;
}

bool Sides::refuse(const PartyMention& party, std::string_view rule) const {
  left(weighing_, field_, rule, s_.bytes(party.tokens));
  return false;
}

bool Sides::modifies(const PartyMention& party) const {
  const Token& token = s_.token(party.tokens.last - 1);
  const std::uint32_t head = token.head;
  if (token.deprel != Deprel::compound && token.deprel != Deprel::amod) return false;
  if (!party.generic || head == kRoot || head < party.tokens.last) return false;
  if (s_.is_word(head,
                 {"plane",    "planes",   "aircraft", "jet",     "jets",   "helicopter", "helicopters", "gunship",
                  "gunships", "drone",    "drones",   "tank",    "tanks",  "warplane",   "warplanes",   "artillery",
                  "gunner",   "gunners",  "patrol",   "patrols", "sniper", "snipers",    "group",       "groups",
                  "faction",  "factions", "cells",    "network", "unit",   "units",      "column",      "columns"}))
    return false;
  return s_.within(m_.weapons, {head, head + 1}).empty() && s_.within(m_.predicates, {head, head + 1}).empty();
}

bool Sides::in_phrase(const PartyMention& party, TokenRange zone) const {
  std::uint32_t first = party.tokens.first;
  const auto modifier = [&](std::uint32_t i) {
    return s_.is_word(i, {"the", "a", "an", "some", "other"}) || (s_.has_tree() && s_.token(i).upos == Upos::adj);
  };
  while (first > zone.first && modifier(first - 1)) --first;
  const bool made_of =
      first > zone.first + 1 && s_.word(first - 1) == "of" &&  // "an alliance of rebel groups"
      s_.is_word(first - 2, {"alliance", "coalition", "group", "groups", "unit", "units", "column", "band", "gang",
                             "dozens", "hundreds", "thousands", "team", "handful", "members"});
  const bool inside = !made_of && first > zone.first && (is_link(s_.word(first - 1)) || s_.word(first - 1) == "of");
  if (inside) refuse(party, "side.in-a-phrase");
  return inside;
}

bool Sides::behind_weapon(const PartyMention& party) const {
  return s_.word(party.tokens.last) == "-" && party.nationality;
}

}  // namespace attest
