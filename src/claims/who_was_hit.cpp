#include "claims/who_was_hit.hpp"

#include <algorithm>

#include "claims/whom.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kJoined = 8;  // bytes of " and ", " and/or "

}  // namespace

void take_status_of_scene(const SentenceView& sentence, std::span<Claim> claims) {
  const bool fighters = std::ranges::any_of(claims, [](const Claim& claim) {
    return claim.victims &&
           (claim.victims->status == VictimStatus::combatant || claim.victims->status == VictimStatus::mixed);
  });
  if (fighters || !civilian_scene(sentence)) return;
  for (Claim& harm : claims) {
    if ((harm.kind != ClaimKind::killed && harm.kind != ClaimKind::injured) || !harm.victims ||
        harm.victims->status != VictimStatus::unknown)
      continue;
    harm.victims->status = VictimStatus::civilian;
    harm.derived.push_back({"victims", "victims.civilian-scene"});
  }
}

void give_attacks_their_victims(std::span<Claim> claims) {
  std::optional<Victims> hit;
  for (const Claim& harm : claims) {
    if ((harm.kind != ClaimKind::killed && harm.kind != ClaimKind::injured) || !harm.victims) continue;
    if (harm.certainty == Certainty::denied) continue;
    if (!hit) {
      hit = harm.victims;
      continue;
    }
    if (hit->status != harm.victims->status)
      hit->status = hit->status == VictimStatus::unknown || harm.victims->status == VictimStatus::unknown
                        ? VictimStatus::unknown
                        : VictimStatus::mixed;
    if (hit->group != harm.victims->group) hit->group = VictimGroup::any;
  }
  if (!hit) return;
  for (Claim& attack : claims) {
    if (attack.kind != ClaimKind::attack || attack.victims || attack.object) continue;
    attack.victims = hit;
    attack.derived.push_back({"victims", "victims.of-its-harm"});
  }
}

void open_shared_figures(std::span<Claim> claims) {
  for (Claim& killed : claims)
    for (Claim& injured : claims) {
      const bool both = killed.kind == ClaimKind::killed && injured.kind == ClaimKind::injured;
      if (!both || !killed.count || !injured.count || killed.count->text != injured.count->text) continue;
      const Claim &first = killed.trigger.begin < injured.trigger.begin ? killed : injured,
                  &second = &first == &killed ? injured : killed;
      if (second.trigger.begin - first.trigger.end > kJoined) continue;  // "480 were killed and 1,070 injured"
      for (Claim* claim : {&killed, &injured}) claim->count->min.reset(), claim->count->max.reset();
    }
}

}  // namespace attest
