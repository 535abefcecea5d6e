#include "claims/no_event.hpp"

#include <algorithm>
#include <cctype>

#include "claims/places_hit.hpp"

namespace attest {

namespace {

/// "rebel-controlled", "the occupied West Bank": a modifier makes no claim.
bool describes_a_place(const SentenceView& s, const PredicateMention& trigger) {
  const std::uint32_t first = trigger.tokens.first;
  const bool participle = trigger.form == Form::participle || trigger.form == Form::past_or_participle;
  if (participle && first == s.first())  // "Occupied Palestinian Territory"
    return head_place(s, {trigger.tokens.last, std::min(trigger.tokens.last + 3, s.last())});
  if (!participle) return false;
  if (s.word(first - 1) == "-") return true;
  return s.is_word(first - 1, {"the", "a", "in", "of", "from", "newly", "recently", "into"}) &&
         head_place(s, {trigger.tokens.last, std::min(trigger.tokens.last + 3, s.last())});
}

/// "three of the injured people died": those told of before.
bool takes_up_the_hurt(const SentenceView& s, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  if (at < s.first() + 3 || s.word(at - 1) != "the" || s.word(at - 2) != "of") return false;
  if (trigger.form != Form::participle && trigger.form != Form::past_or_participle) return false;
  return std::ranges::any_of(s.within(s.mentions().quantities, {s.first(), at}),
                             [&](const Quantity* q) { return q->tokens.last == at - 2; });
}

/// "the Samara Barrage", "Raid Street", "the Occupied Palestinian Territory": a word inside a proper name is no event.
bool is_part_of_a_name(const SentenceView& s, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  if (s.raw(at) == "Occupied" && trigger.tokens.last < s.last() &&
      std::isupper(static_cast<unsigned char>(s.raw(trigger.tokens.last)[0])) != 0)
    return true;
  if (at > s.first() + 1 && s.word(at - 1) == "of" &&
      s.is_word(at - 2, {"ministry", "department", "minister", "directorate", "bureau"}))
    return true;  // "the Ministry of Displacement"
  if (trigger.is_noun() && s.word(trigger.tokens.last) == "-" &&
      s.is_word(trigger.tokens.last + 1, {"style", "like", "type"}))
    return true;  // "killed execution-style"
  if (!trigger.is_noun() || !s.has_tree() || at == s.first()) return false;
  const auto capital = [&](std::uint32_t i) {
    return std::isupper(static_cast<unsigned char>(s.raw(i)[0])) != 0 && s.token(i).upos == Upos::propn;
  };
  if (capital(at) && s.is_word(at - 1, {"and", "for"}) && at > s.first() + 1 && capital(at - 2)) return true;
  return capital(at) && capital(at - 1);
}

/// "Arrests", "'Widespread displacement'": a heading that only says what comes.
bool is_bare_heading(const SentenceView& s, const PredicateMention& trigger) {
  if (!trigger.is_noun() || (s.block() != BlockKind::headline && s.block() != BlockKind::caption)) return false;
  constexpr int kMost = 2;
  int words = 0;
  for (std::uint32_t i = s.first(); i < s.last(); ++i)
    if (std::isalnum(static_cast<unsigned char>(s.raw(i)[0])) != 0 && ++words > kMost) return false;
  return true;
}

/// "Areas under the control of the rebels" as a heading: a label, with no place of its own.
bool labels_areas(const SentenceView& s, const Predicate& p) {
  return p.kind == ClaimKind::control && (s.block() == BlockKind::headline || s.block() == BlockKind::caption) &&
         s.within(s.mentions().places, s.range()).empty() && s.within(s.mentions().lands, s.range()).empty() &&
         s.is_word(s.first(), {"areas", "territory", "territories", "regions", "parts"});
}

/// "killed by artillery fire", "sprayed houses with gunfire": the fire is how, not an attack of its own.
bool names_the_means_only(const SentenceView& s, const Predicate& p, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  return p.kind == ClaimKind::attack && trigger.is_noun() && at > s.first() + 1 &&
         (s.is_word(at - 1, {"by", "with"}) ||
          (s.token(at - 1).upos == Upos::adj && s.is_word(at - 2, {"by", "with"}))) &&
         s.is_word(trigger.tokens.last - 1, {"fire", "shellfire", "gunfire"});
}

/// "In reprisal, youths …", "the raid was a reprisal for", "no attack will go unpunished".
bool is_in_return(const SentenceView& s, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first, next = trigger.tokens.last;
  if (!trigger.is_noun()) return false;
  if (s.is_word(at, {"reprisal", "reprisals"}))
    return s.is_word(next, {"for", ","}) && at > s.first() ? s.is_word(at - 1, {"in", "a"}) : s.word(next) == "for";
  return at > s.first() && s.word(at - 1) == "no" && s.has_word({next, s.last()}, {"unpunished", "unanswered"});
}

/// "the striking miners": who do not work.
bool is_of_workers(const SentenceView& s, const PredicateMention& trigger) {
  return s.word(trigger.tokens.first) == "striking" &&
         s.is_word(trigger.tokens.last, {"miners", "workers", "teachers", "nurses", "doctors", "drivers", "employees",
                                         "staff", "students", "pilots", "unions", "truckers", "dockers", "lawyers"});
}

/// "may not attack hospitals", "must not be targeted": what is allowed, not what happened.
bool is_a_norm(const SentenceView& s, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  for (std::uint32_t i = at > s.first() + 4 ? at - 4 : s.first(); i + 1 < at; ++i)
    if (s.is_word(i, {"may", "must", "should", "shall"}) && s.word(i + 1) == "not") {
      const bool bare = i + 2 == at && trigger.form == Form::base;
      return bare || s.word(i + 2) == "be";
    }
  return false;
}

}  // namespace

/// "in areas held by the rebels": territory without a name.
bool is_of_unnamed_areas(const SentenceView& s, const Predicate& p, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  return p.kind == ClaimKind::control && at > s.first() && s.is_word(at, {"held", "controlled"}) &&
         s.is_word(at - 1, {"areas", "area", "territory", "territories", "parts", "pockets", "regions", "zones"}) &&
         s.has_word({at > s.first() + 4 ? at - 4 : s.first(), at - 1}, {"in", "from", "of", "to"});
}

/// "in an attempt to seize control of a road": told as the attempt.
bool is_of_an_attempt(const SentenceView& s, const Predicate& p, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  return p.kind == ClaimKind::control && trigger.is_noun() && at > s.first() + 2 &&
         s.is_word(at - 1, {"seize", "take", "gain", "wrest", "regain"}) && s.word(at - 2) == "to" &&
         s.is_word(at - 3, {"attempt", "attempts", "bid", "effort", "efforts", "trying", "tried", "battle", "fight"});
}

/// "the dead attacker's body": somebody told of before.
bool is_of_a_body(const SentenceView& s, const Predicate& p, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.last - 1;
  if (p.kind != ClaimKind::killed || !s.has_tree() || s.word(at) != "dead" || s.token(at).deprel != Deprel::amod)
    return false;
  const std::uint32_t head = s.token(at).head;
  return head > at && s.is_word(head + 1, {"'s", "’s"});
}

bool names_no_event(const SentenceView& s, const Resources& resources, const PredicateMention& trigger) {
  const Predicate& p = resources.predicates[trigger.predicate];
  if (is_bare_heading(s, trigger) || labels_areas(s, p)) return true;
  if (p.kind == ClaimKind::control && describes_a_place(s, trigger)) return true;
  if (is_of_a_body(s, p, trigger) || is_of_an_attempt(s, p, trigger) || is_of_unnamed_areas(s, p, trigger) ||
      is_in_return(s, trigger) || is_of_workers(s, trigger))
    return true;
  return is_a_norm(s, trigger) || is_part_of_a_name(s, trigger) || names_the_means_only(s, p, trigger) ||
         takes_up_the_hurt(s, trigger);
}

bool is_second_of_pair(const SentenceView& s, const Resources& resources, const PredicateMention& trigger,
                       std::span<const Claim> told_here) {
  const std::uint32_t at = trigger.tokens.first;
  const ClaimKind kind = resources.predicates[trigger.predicate].kind;
  if (kind == ClaimKind::attack && trigger.is_noun() && s.has_tree() &&
      s.token(trigger.tokens.last - 1).deprel == Deprel::obj)  // "launched air strikes" is one attack
    return std::ranges::any_of(told_here, [&](const Claim& claim) {
      return claim.kind == kind && s.tokens_in(claim.trigger).contains(s.token(trigger.tokens.last - 1).head);
    });
  if (kind == ClaimKind::attack || kind == ClaimKind::clash || kind == ClaimKind::control || at < s.first() + 2 ||
      !s.is_word(at - 1, {"and", "or"}))
    return false;
  if (trigger.is_noun() && s.word(trigger.tokens.last) == "of") return false;  // "the arrest and killing of"
  return std::ranges::any_of(s.within(s.mentions().predicates, {at - 2, at - 1}), [&](const PredicateMention* before) {
    if (before->tokens.last != at - 1 || before->form != trigger.form) return false;
    return std::ranges::any_of(
        told_here, [&](const Claim& claim) { return claim.kind == kind && claim.trigger == s.bytes(before->tokens); });
  });
}

}  // namespace attest
