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

/// "the Samara Barrage", "Raid Street": a noun inside a proper name is no event.
bool is_part_of_a_name(const SentenceView& s, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  if (!trigger.is_noun() || !s.has_tree() || at == s.first()) return false;
  const auto capital = [&](std::uint32_t i) {
    return std::isupper(static_cast<unsigned char>(s.raw(i)[0])) != 0 && s.token(i).upos == Upos::propn;
  };
  return capital(at) && capital(at - 1);
}

/// "killed by artillery fire": the fire is how, not an attack of its own.
bool names_the_means_only(const SentenceView& s, const Predicate& p, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  return p.kind == ClaimKind::attack && trigger.is_noun() && at > s.first() && s.word(at - 1) == "by" &&
         s.is_word(trigger.tokens.last - 1, {"fire", "shellfire", "gunfire"});
}

}  // namespace

bool names_no_event(const SentenceView& s, const Predicate& p, const PredicateMention& trigger) {
  if (p.kind == ClaimKind::control && describes_a_place(s, trigger)) return true;
  return is_part_of_a_name(s, trigger) || names_the_means_only(s, p, trigger) || takes_up_the_hurt(s, trigger);
}

}  // namespace attest
