#include "claims/targets_hit.hpp"

#include <algorithm>

#include "claims/places_hit.hpp"
#include "claims/sides.hpp"
#include "claims/with_what.hpp"

namespace attest {

namespace {

/// "Two strikes engaged a militia's unit", "strikes using aircraft against militia targets": whom the attack was for.
std::optional<Victims> side_engaged(const SentenceView& s, std::uint32_t from) {
  const std::uint32_t end = std::min(from + 16, s.last());
  for (std::uint32_t i = from; i < end && !s.is_word(i, {";", "said", "after", "when", "while", "but"}); ++i) {
    if (!s.is_word(i, {"engaged", "engaging", "engage", "suppressed", "suppressing", "against", "targeting"})) continue;
    for (const PartyMention* party : s.within(s.mentions().parties, {i + 1, std::min(i + 7, s.last())}))
      if (!party->nationality && !s.is_word(party->tokens.last, {"-", "'s", "’s"}))
        return Victims{s.bytes(party->tokens), VictimStatus::combatant, VictimGroup::any};
  }
  return std::nullopt;
}

}  // namespace

bool hits_target(const Frame& f, const Claim& claim, std::vector<Affected>& affected) {
  const SentenceView& s = f.s;
  const Predicate& p = f.predicate;
  const Arguments& a = f.arguments;
  const TokenRange zone = head_of(s, f.zone_of(Role::target));
  const std::vector<Affected> people = people_in(f, zone, false);
  const std::vector<Affected> objects = find_objects(f, zone);
  const bool party = party_in(f, zone, true).has_value();
  const bool pronoun = !a.noun && s.has_word(zone, {"it", "them", "they", "us", "him", "her"});
  const bool military =
      s.has_word(zone, {"base",      "bases",        "barracks", "outpost",  "outposts", "checkpoint", "checkpoints",
                        "positions", "headquarters", "airbase",  "vehicle",  "vehicles", "convoy",     "convoys",
                        "patrol",    "patrols",      "hideout",  "hideouts", "tank",     "tanks"});
  if (p.needs_target && people.empty() && objects.empty() && !party && !pronoun && !military && !head_place(s, zone))
    return false;
  if (p.needs_weapon && !claim.actor && !weapon_in(s, a.subject) && !weapon_in(s, a.by)) return false;
  Affected target;
  if (!people.empty()) target.victims = people.front().victims;
  if (target.victims && target.victims->status == VictimStatus::civilian && combatants_in(f, zone))
    target.victims->status = VictimStatus::mixed;  // "against opposition forces and civilians"
  if (!target.victims && objects.empty())
    if (const auto side = combatants_in(f, zone)) target.victims = side->victims;
  if (!target.victims && a.noun) target.victims = side_engaged(s, f.mention.tokens.last);
  std::vector<ObjectKind> kinds;
  for (const Affected& hit : objects)
    if (std::ranges::find(kinds, *hit.object) == kinds.end()) kinds.push_back(*hit.object);
  if (a.noun && kinds.size() > 1) kinds = {kinds.size() > 2 ? ObjectKind::other : kinds.front()};
  if (kinds.empty()) affected.push_back(target);
  for (const ObjectKind kind : kinds) {
    target.object = kind;
    affected.push_back(target);
  }
  return true;
}

}  // namespace attest
