#include "claims/who_was_hit.hpp"

#include <algorithm>

#include "claims/attachment.hpp"
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

namespace {

/// Whom the claims of harm name together; `of`: only those whose victims stand there.
std::optional<Victims> those_hit(const SentenceView& s, const Claim& attack, std::span<const Claim> claims, Span of) {
  std::optional<Victims> hit;
  for (const Claim& harm : claims) {
    if (deed_and_answer(s, attack.trigger, harm.trigger)) continue;
    if ((harm.kind != ClaimKind::killed && harm.kind != ClaimKind::injured) || !harm.victims) continue;
    if (harm.certainty == Certainty::denied || !of.contains(harm.victims->text)) continue;
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
  return hit;
}

}  // namespace

void give_attacks_their_victims(const SentenceView& s, std::span<Claim> claims) {
  for (Claim& attack : claims) {
    if (attack.kind != ClaimKind::attack || attack.victims) continue;
    // "hundreds, including 27 in an attack": those of the example
    const std::string_view before =
        s.text().substr(attack.sentence.begin, attack.trigger.begin - attack.sentence.begin);
    const std::size_t example = before.rfind("including ");
    std::optional<Victims> hit;
    if (example != std::string_view::npos)
      hit = those_hit(s, attack, claims,
                      {attack.sentence.begin + static_cast<std::uint32_t>(example), attack.trigger.begin});
    if (!hit) hit = those_hit(s, attack, claims, attack.sentence);
    if (!hit) continue;
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
