#include "claims/with_what.hpp"

namespace attest {

const WeaponMention* weapon_in(const SentenceView& s, TokenRange zone) {
  if (zone.first >= zone.last) return nullptr;
  const auto weapons = s.within(s.mentions().weapons, zone);
  return weapons.empty() ? nullptr : weapons.front();
}

namespace {

/// The means that another predicate of the clause implies: "12 died when a suicide bomber blew himself up".
std::optional<Means> means_of_neighbour(const Frame& f) {
  const SentenceView& s = f.s;
  for (const PredicateMention* other : s.within(s.mentions().predicates, s.range())) {
    const Predicate& p = f.resources.predicates[other->predicate];
    if (p.kind == ClaimKind::attack && p.means && !other->tokens.overlaps(f.mention.tokens)) return p.means;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Means> find_means(const Frame& f) {
  const SentenceView& s = f.s;
  const auto by = [&](std::string_view rule, const WeaponMention& weapon) {
    took(f.weighing, "means", rule, s.bytes(weapon.tokens));
    return weapon.means;
  };
  const Predicate& p = f.predicate;
  const Arguments& a = f.arguments;
  const TokenRange own = f.mention.tokens;
  const bool violent = p.kind == ClaimKind::killed || p.kind == ClaimKind::injured || p.kind == ClaimKind::attack ||
                       p.kind == ClaimKind::damaged;
  if (!violent || (p.kind == ClaimKind::attack && p.means && *p.means != Means::airstrike)) return p.means;
  if (const auto* w = weapon_in(s, {own.first > s.first() + 3 ? own.first - 3 : s.first(), own.last}))
    return by("means.at-the-trigger", *w);
  const bool burns = p.means == Means::arson;  // with what, unless a weapon is named: "shelling burned down a school"
  if (p.means && !burns) return p.means;
  if (const auto* w = weapon_in(s, a.subject)) return by("means.subject", *w);
  if (const auto* w = weapon_in(s, a.by)) return by("means.agent", *w);
  if (const auto* w = weapon_in(s, {own.first, std::max(own.last, a.clause.last)})) return by("means.in-clause", *w);
  if (p.kind != ClaimKind::attack || a.noun) {
    if (const auto* w = weapon_in(s, {own.first, s.last()})) return by("means.later-in-sentence", *w);
  }
  if (p.kind == ClaimKind::attack) return std::nullopt;
  if (const auto* w = weapon_in(s, s.range())) return by("means.in-sentence", *w);
  const std::optional<Means> beside = means_of_neighbour(f);
  return beside ? beside : p.means;
}

}  // namespace attest
