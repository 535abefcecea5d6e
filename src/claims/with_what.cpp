#include "claims/with_what.hpp"

#include "claims/attachment.hpp"

namespace attest {

const WeaponMention* weapon_in(const SentenceView& s, TokenRange zone) {
  if (zone.first >= zone.last) return nullptr;
  const auto weapons = s.within(s.mentions().weapons, zone);
  return weapons.empty() ? nullptr : weapons.front();
}

namespace {

/// The means that another predicate of the clause implies: "12 died when a suicide bomber blew himself up".
std::optional<Means> means_of_neighbour(const Frame& f, TokenRange apart) {
  const SentenceView& s = f.s;
  for (const PredicateMention* other : s.within(s.mentions().predicates, s.range())) {
    const Predicate& p = f.resources.predicates[other->predicate];
    if (p.kind == ClaimKind::attack && p.means && !other->tokens.overlaps(f.mention.tokens) &&
        !apart.contains(other->tokens.first))
      return p.means;
  }
  return std::nullopt;
}

/// "a bomb dropped by an army plane": no mine.
bool comes_from_above(const SentenceView& s, const WeaponMention& bomb) {
  return s.is_word(bomb.tokens.last - 1, {"bomb", "bombs"}) &&
         s.has_word(s.range(), {"dropped", "drop", "dropping", "plane", "planes", "warplane", "warplanes", "jet",
                                "jets", "aircraft", "helicopter", "helicopters"});
}

}  // namespace

std::optional<Means> find_means(const Frame& f, const Claim& claim) {
  const SentenceView& s = f.s;
  const TokenRange apart = told_apart(s, f.mention, claim);
  const auto weapon = [&](TokenRange zone) -> const WeaponMention* {
    if (zone.first >= zone.last) return nullptr;
    for (const WeaponMention* one : s.within(s.mentions().weapons, zone))
      if (!apart.contains(one->tokens.first)) return one;
    return nullptr;
  };
  const auto by = [&](std::string_view rule, const WeaponMention& found) {
    took(f.weighing, "means", rule, s.bytes(found.tokens));
    return found.means == Means::ied_or_mine && comes_from_above(s, found) ? Means::airstrike : found.means;
  };
  const Predicate& p = f.predicate;
  const Arguments& a = f.arguments;
  const TokenRange own = f.mention.tokens;
  const bool violent = p.kind == ClaimKind::killed || p.kind == ClaimKind::injured || p.kind == ClaimKind::attack ||
                       p.kind == ClaimKind::damaged;
  if (!violent || (p.kind == ClaimKind::attack && p.means && *p.means != Means::airstrike)) return p.means;
  if (const auto example = example_beside(s, own); example && apart.first == apart.last)
    if (const auto* w = weapon(*example)) return by("means.of-example", *w);
  if (const auto* w = weapon(own))
    return p.means == Means::airstrike && w->means == Means::ied_or_mine ? p.means : by("means.at-the-trigger", *w);
  if (const auto* w = weapon({own.first > s.first() + 3 ? own.first - 3 : s.first(), own.last}))
    return by("means.at-the-trigger", *w);
  const bool burns = p.means == Means::arson;  // with what, unless a weapon is named: "shelling burned down a school"
  if (p.means && !burns) return p.means;
  if (const auto* w = weapon(a.subject)) return by("means.subject", *w);
  if (const auto* w = weapon(a.by)) return by("means.agent", *w);
  if (p.kind == ClaimKind::damaged && !a.noun && !a.passive)
    if (const auto* hit = weapon(a.object);
        hit != nullptr && !s.is_word(hit->tokens.first - 1, {"in", "by", "with", "from", "the"}))
      return std::nullopt;  // "destroyed five mortar systems"
  if (const auto* w = weapon({own.first, std::max(own.last, a.clause.last)})) return by("means.in-clause", *w);
  if (p.kind != ClaimKind::attack || a.noun) {
    if (const auto* w = weapon({own.first, s.last()})) return by("means.later-in-sentence", *w);
  }
  if (p.kind == ClaimKind::attack) return std::nullopt;
  if (const auto* w = weapon(s.range())) return by("means.in-sentence", *w);
  const std::optional<Means> beside = means_of_neighbour(f, apart);
  return beside ? beside : p.means;
}

}  // namespace attest
