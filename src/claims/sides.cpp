#include "claims/sides.hpp"

#include "claims/attachment.hpp"
#include "claims/pronouns.hpp"
#include "claims/side_finder.hpp"

namespace attest {

namespace {

bool has_weapon(const Frame& f, TokenRange zone) {
  return zone.first < zone.last && !f.s.within(f.s.mentions().weapons, zone).empty();
}

/// The actor of an attack that the clause names by a noun: "were killed in a raid by X", "X's shelling wounded".
std::optional<Party> actor_of_attack_noun(const Frame& f, const Sides& sides) {
  const SentenceView& s = f.s;
  const TokenRange own = f.arguments.clause, subject = f.arguments.subject;  // "an offensive that has killed"
  const TokenRange clause{subject.first < subject.last ? std::min(own.first, subject.first) : own.first,
                          std::min(own.last + 8, s.last())};
  for (const PredicateMention* other : s.within(s.mentions().predicates, clause)) {
    const ClaimKind kind = f.resources.predicates[other->predicate].kind;
    if ((kind != ClaimKind::attack && kind != ClaimKind::clash) || other->tokens == f.mention.tokens) continue;
    if (deed_and_answer(s, s.bytes(f.mention.tokens), s.bytes(other->tokens))) continue;
    if (s.is_word(other->tokens.last - 1, {"offensive", "operation", "campaign", "incursion"}))  // one side's own
      if (auto party = sides.by("side.governing-subject", sides.governing_subject(*other))) return party;
    if (!other->is_noun()) continue;
    if (kind == ClaimKind::clash) {
      if (auto party = sides.by("side.met-in-fighting", sides.met(*other))) return party;
      continue;
    }
    Arguments a = find_arguments(s, *other, false);
    a.subject.first = std::max(a.subject.first, f.arguments.clause.first);
    if (auto party = sides.of_noun(*other, a)) return party;
  }
  return std::nullopt;
}

/// "Clashes between the army and rebels have killed 24": nobody says which side killed them.
bool met_in_a_clash(const Frame& f) {
  if (f.arguments.noun || f.arguments.passive) return false;
  const auto nouns = f.s.within(f.s.mentions().predicates, f.arguments.subject);
  return std::ranges::any_of(nouns, [&](const PredicateMention* noun) {
    return f.resources.predicates[noun->predicate].kind == ClaimKind::clash && noun->is_noun() &&
           f.s.word(noun->tokens.last) == "between";
  });
}

}  // namespace

std::optional<Party> party_in(const Frame& frame, TokenRange zone, bool any_position) {
  return Sides(frame, {}).in(zone, any_position);
}

std::optional<Party> find_actor(const Frame& f) {
  const Predicate& p = f.predicate;
  const Arguments& a = f.arguments;
  const SentenceView& s = f.s;
  const Sides sides(f, "actor");
  if (p.object == Role::actor) {  // "is controlled by X"
    const TokenRange after{p.particles.empty() ? f.mention.tokens.last : f.mention.tokens.first, s.last()};
    return sides.by("side.agent", sides.in({after.first, std::min(after.first + 14, after.last)}, true));
  }
  if (p.subject != Role::actor) {
    const bool attack_or_harm = p.kind == ClaimKind::killed || p.kind == ClaimKind::attack ||
                                p.kind == ClaimKind::injured || p.kind == ClaimKind::damaged;
    if (p.subject == Role::victims && attack_or_harm) return actor_of_attack_noun(f, sides);
    if (p.kind == ClaimKind::recruited || p.kind == ClaimKind::detained || p.kind == ClaimKind::trapped ||
        p.kind == ClaimKind::deprived) {
      if (auto party = sides.by("side.agent", sides.in(a.by, true))) return party;
      return sides.by("side.on-behalf-of", sides.on_behalf(f.mention.tokens.last));
    }
    return std::nullopt;
  }
  if (p.kind == ClaimKind::clash)
    if (auto party = sides.by("side.between", sides.between(f.mention, 0))) return party;
  if (a.noun) {
    if (auto party = sides.of_noun(f.mention, a)) return party;
    return p.kind == ClaimKind::clash ? sides.by("side.met-in-fighting", sides.met(f.mention)) : std::nullopt;
  }
  if (met_in_a_clash(f)) return std::nullopt;
  std::optional<Party> actor;
  if (p.object_before) {  // "civilians used by X as shields", "X used civilians as shields"
    if (auto party = sides.by("side.agent", sides.in(a.by, true))) return party;
    for (std::uint32_t i = a.subject.first; i < a.subject.last; ++i)
      if (s.word(i) == "by")
        if (auto party = sides.by("side.agent", sides.in({i + 1, a.subject.last}, true))) return party;
    if (auto party = sides.by("side.subject", sides.in_subject(a.subject))) return party;
    return sides.by("side.governing-subject", subject_above(f));
  }
  if (a.passive) {
    actor = sides.by("side.agent", sides.in(a.by, true));
    if (!actor && p.kind == ClaimKind::trapped)
      actor = sides.by("side.on-behalf-of", sides.ruler_behind(f.mention.tokens.last));
  } else {
    actor = has_weapon(f, a.subject) ? sides.in(a.subject, false) : sides.in_subject(a.subject);
    if (!actor) actor = sides.in(a.subject, true);
    actor = sides.by("side.subject", std::move(actor));
  }
  if (!actor && s.token(f.mention.tokens.first).xpos == Xpos::vbg)
    actor = sides.by("side.governing-subject", sides.governing_subject(f.mention));
  const bool violent = p.kind == ClaimKind::killed || p.kind == ClaimKind::injured || p.kind == ClaimKind::damaged ||
                       p.kind == ClaimKind::attack || p.kind == ClaimKind::displaced;
  if (!actor && violent) actor = actor_of_attack_noun(f, sides);
  if (!actor && p.kind == ClaimKind::attack) actor = sides.by("side.in-the-trigger", sides.in_trigger());
  if (!actor && a.passive && p.kind == ClaimKind::detained)
    actor = sides.by("side.agent", sides.of_operation(f.mention.tokens.last));
  if (!actor && f.mention.form == Form::fixed && p.of != Role::none)  // "Iraqi operations to retake"
    actor = sides.by("side.before-the-noun", sides.before_noun(f.mention.tokens.first));
  return actor;
}

std::optional<Party> find_opponent(const Frame& f) {
  const Predicate& p = f.predicate;
  const Sides sides(f, "opponent");
  if (p.kind == ClaimKind::clash)
    if (auto party = sides.by("side.between", sides.between(f.mention, 1))) return party;
  if (p.object == Role::opponent || p.subject == Role::opponent || p.of == Role::opponent || p.from == Role::opponent) {
    if (auto party = sides.by("side.argument", sides.in(f.zone_of(Role::opponent), p.kind == ClaimKind::clash)))
      return party;
    if (p.kind != ClaimKind::clash) return std::nullopt;
  } else if (p.from != Role::none || (p.kind != ClaimKind::control && p.kind != ClaimKind::clash)) {
    return std::nullopt;
  }
  return sides.by("side.after-against", sides.opponent_after(f.arguments));
}

}  // namespace attest
