#include "claims/same_attack.hpp"

#include <algorithm>

#include "claims/near_misses.hpp"
#include "claims/places_hit.hpp"

namespace attest {

namespace {

bool is_attack_noun(const Resources& resources, const PredicateMention& other) {
  return other.is_noun() && resources.predicates[other.predicate].kind == ClaimKind::attack;
}

}  // namespace

bool names_an_attack_before(const SentenceView& s, const Resources& resources, const PredicateMention& trigger) {
  const std::uint32_t at = trigger.tokens.first;
  for (std::uint32_t i = s.first(); s.has_tree() && i < at; ++i)  // "the raid, blamed on X, targeted the port"
    if (s.token(i).deprel == Deprel::nsubj && trigger.tokens.contains(s.token(i).head))
      for (const PredicateMention* other : s.within(s.mentions().predicates, {i > s.first() ? i - 1 : i, i + 1}))
        if (other->tokens.contains(i) && is_attack_noun(resources, *other) &&
            words_allow(s, resources.predicates[other->predicate], *other))
          return true;
  const std::uint32_t first = at > s.first() + 12 ? at - 12 : s.first();
  for (const PredicateMention* other : s.within(s.mentions().predicates, {first, at})) {
    if (!is_attack_noun(resources, *other) || !words_allow(s, resources.predicates[other->predicate], *other)) continue;
    bool close = true;
    for (std::uint32_t i = other->tokens.last; i < at; ++i)
      close = close && !s.is_word(i, {",", ";", "and", "said", "as", "after", "when", "while", "but", ":", "before"});
    if (s.word(other->tokens.last) == "," && s.is_word(at - 1, {"which", "that"})) close = true;
    const bool by_agent = s.word(at - 1) == "by";
    if (close && !by_agent) return true;
  }
  return false;
}

void take_target_of_verb(const SentenceView& s, const Resources& resources, const PredicateMention& noun,
                         Arguments& a) {
  for (const PredicateMention* verb : s.within(s.mentions().predicates, {noun.tokens.last, s.last()})) {
    const Predicate& p = resources.predicates[verb->predicate];
    if (p.kind != ClaimKind::attack || verb->is_noun() || p.object != Role::target) continue;
    if (verb->tokens.first - noun.tokens.last > 20 || !names_an_attack_before(s, resources, *verb)) return;
    const Arguments target = find_arguments(s, *verb, true);
    if (!target.passive && target.object.first < target.object.last) a.of = target.object;
    return;
  }
}

bool is_agent_of_attack(const SentenceView& s, const Resources& resources, const PredicateMention& noun) {
  std::uint32_t by = noun.tokens.first;
  while (by > s.first() && noun.tokens.first - by < 4 && s.word(by) != "by") --by;
  if (s.word(by) != "by" || !is_attack_noun(resources, noun)) return false;
  return std::ranges::any_of(
      s.within(s.mentions().predicates, {by > s.first() + 4 ? by - 4 : s.first(), by}), [&](const auto* verb) {
        const Predicate& p = resources.predicates[verb->predicate];
        const bool participle = verb->form == Form::participle || verb->form == Form::past_or_participle;
        return verb->tokens.last == by && participle && p.kind == ClaimKind::attack && p.object == Role::target &&
               words_allow(s, p, *verb);
      });
}

bool is_back_reference(const Frame& f, const Claim& claim, std::span<const Affected> affected, bool told_before) {
  const SentenceView& s = f.s;
  const ClaimKind kind = f.predicate.kind;
  if (!f.arguments.noun || (kind != ClaimKind::attack && kind != ClaimKind::clash)) return false;
  const std::uint32_t at = f.mention.tokens.first, first = at > s.first() + 2 ? at - 2 : s.first();
  const bool of_a_day = s.is_word(at - 1, {"'s", "’s"}) &&
                        std::ranges::any_of(s.within(s.mentions().times, {first, at}), [&](const auto* time) {
                          return time->tokens.last + 1 >= at;  // "yesterday's attack"
                        });
  const bool pointed =
      of_a_day || s.has_word({first, at}, {"this", "such", "these", "those", "that"}) || s.word(at - 1) == "the";
  if (told_before && s.is_word(f.mention.tokens.last, {"comes", "came", "follows", "followed", "coincided"}) &&
      s.has_word({s.first(), at}, {"the", "this"}) && at - s.first() <= 5)
    return true;  // "The apparent bus attack follows two air strikes"
  const bool target = std::ranges::any_of(affected, [](const Affected& one) { return one.victims || one.object; });
  const bool claimed = at > s.first() + 3 && s.has_word({at - 3, at}, {"responsibility"});
  if (claimed && s.word(at - 1) == "the" && !head_place(s, f.arguments.of)) return true;
  if (!pointed || target || claim.actor || f.mention.tokens.last - f.mention.tokens.first > 2) return false;
  const std::uint32_t last = std::min(f.mention.tokens.last + 5, s.last());
  const bool goes_on =
      s.has_word({f.mention.tokens.last, last},
                 {"raging",    "rages",    "raged",      "began",     "begun",     "begins",    "started",  "continues",
                  "continued", "continue", "continuing", "resumed",   "resumes",   "erupted",   "over",     "expected",
                  "ongoing",   "underway", "broke",      "flared",    "escalated", "persisted", "spread",   "entered",
                  "killed",    "wounded",  "left",       "destroyed", "took",      "occurred",  "happened", "came"});
  const bool located = s.is_word(f.mention.tokens.last, {"was", "were"}) &&
                       s.is_word(f.mention.tokens.last + 1, {"in", "on", "at", "near", "outside", "inside"});
  const bool somewhere = !told_before && s.is_word(f.mention.tokens.last, {"in", "at", "near", "outside"}) &&
                         head_place(s, {f.mention.tokens.last + 1, std::min(f.mention.tokens.last + 4, s.last())});
  return !goes_on && !located && !somewhere && !head_place(s, f.arguments.of);
}

}  // namespace attest
