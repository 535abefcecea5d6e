#include "claims/counted_people.hpp"

#include <algorithm>

#include "claims/sorts_of_people.hpp"

namespace attest {

std::vector<Affected> noted(const Frame& frame, std::string_view rule, std::vector<Affected> found) {
  for (const Affected& one : found) {
    if (one.victims) took(frame.weighing, "victims", rule, one.victims->text);
    if (one.count) took(frame.weighing, "count", "count.of-victims", one.count->text);
  }
  return found;
}

const Quantity* CountedPeople::share_before(std::uint32_t of, TokenRange zone) const {
  for (const Quantity* q : s_.within(m_.quantities, {std::max(zone.first, of > 6 ? of - 6 : 0), of}))
    if (q->tokens.last == of) return q;
  return nullptr;
}

Count CountedPeople::count_of(const Quantity& q, Unit unit) const { return {s_.bytes(q.tokens), q.min, q.max, unit}; }

const Quantity* CountedPeople::quantity_of(const PeopleMention& person) const {
  if (person.quantity) return &*person.quantity;
  if (!s_.has_tree() || person.singular) return nullptr;
  std::uint32_t first = person.tokens.first;
  for (int steps = 0; steps < 3 && first > s_.first(); ++steps) {
    const Upos tag = s_.token(first - 1).upos;
    const bool modifier = tag == Upos::adj || tag == Upos::propn || s_.token(first - 1).deprel == Deprel::amod ||
                          s_.token(first - 1).deprel == Deprel::compound;
    if (!modifier || s_.is_word(first - 1, {"more", "least", "most"})) break;
    --first;
    for (const Quantity* q : s_.within(m_.quantities, {first > s_.first() + 6 ? first - 6 : s_.first(), first}))
      if (q->tokens.last == first && !q->bare_year && !owned(*q)) return q;
  }
  return nullptr;
}

void CountedPeople::after_trigger(std::vector<Affected>& out) const {
  if (!out.empty() && out.front().count) return;
  for (const Quantity* q : s_.within(m_.quantities, {f_.mention.tokens.last, s_.last()})) {
    if (q->bare_year || of_things(*q) ||
        !s_.is_word(q->tokens.first - 1, {"at", "to", "of", "is", "was", "passed", ":", "stands", "exceeded", "exceeds",
                                          "reached", "hit", "topped", "surpassed"}))
      continue;
    if (const PeopleMention* people = owner(*q)) out = {{{}, sort_of(s_, *people), {}}};  // "is over 1,600 civilians"
    if (out.empty()) out.push_back({{}, unnamed(q->tokens), {}});
    out.front().count = count_of(*q);
    took(f_.weighing, "count", "count.after-the-words", s_.bytes(q->tokens));
    return;
  }
}

Victims CountedPeople::unnamed(TokenRange words) const {
  return Victims{s_.bytes(words), VictimStatus::unknown, VictimGroup::any};
}

std::vector<Affected> CountedPeople::without_noun(TokenRange zone) const {
  std::vector<Affected> out;
  for (const Quantity* q : s_.within(m_.quantities, zone)) {
    if (q->bare_year || owned(*q) || in_a_date(*q) || is_of_other_verb(*q)) continue;
    const std::uint32_t next = q->tokens.last, first = q->tokens.first;
    if (first > zone.first && s_.word(first - 1) == "of" && follows_person(first - 1)) continue;  // "a mother of four"
    if (first > s_.first() && s_.word(first - 1) == "," && s_.word(next) == ",") continue;        // an age
    if (first > s_.first() + 5 && s_.has_word({first - 5, first}, {"aged", "ages"})) continue;
    if (first > zone.first && is_link(s_.word(first - 1))) continue;  // "in 12 of"
    if (s_.is_word(next, {"more", "other"}) && counts_a_side(next + 1)) continue;
    // "93 Palestinian killed": the people by the adjective alone
    const bool by_adjective = std::ranges::any_of(s_.within(m_.parties, {next, std::min(next + 1, s_.last())}),
                                                  [](const auto* party) { return party->nationality; });
    const std::uint32_t verb = by_adjective ? next + 1 : next;
    const bool predicate_next =
        std::ranges::any_of(s_.within(m_.predicates, {next, std::min(next + 6, s_.last())}), [&](const auto* p) {
          return p->tokens.first == verb &&
                 (p->tokens == f_.mention.tokens || p->form == Form::participle || p->form == Form::past_or_participle);
        });
    if (is_hurt_otherwise(verb)) continue;  // "three dead and two wounded"
    const bool alone =
        next >= zone.last || predicate_next ||
        s_.is_word(next, {",",       ".",    "and",    "in",    "on",        "at",    "others", "other", "more",
                          "dead",    "of",   "were",   "was",   "have",      "had",   "are",    "when",  "since",
                          "by",      ")",    "after",  "near",  "during",    "to",    "as",     ";",     "inside",
                          "outside", "from", "across", "while", "including", "among", "–"});
    if (!alone || (s_.word(next) == "of" && !s_.is_word(next + 1, {"them", "whom", "those", "his", "her", "their"})))
      continue;
    Affected one;
    one.count = count_of(*q);
    one.victims = unnamed(s_.is_word(next, {"others", "other"}) ? TokenRange{next, next + 1} : q->tokens);
    out.push_back(one);
  }
  return out;
}

bool CountedPeople::hangs_from_figure(std::uint32_t verb) const {
  return s_.token(verb).deprel == Deprel::acl && s_.token(verb).head + 1 == verb && verb > s_.first() + 2 &&
         s_.token(verb - 1).upos == Upos::num && s_.word(verb - 2) == "and";
}

std::vector<Affected> CountedPeople::at_trigger() const {
  const std::uint32_t at = f_.mention.tokens.first;
  for (const Quantity* q : s_.within(m_.quantities, {at > s_.first() + 3 ? at - 3 : s_.first(), at}))
    if (q->tokens.last == at && !q->bare_year && q->tokens.first > s_.first() && s_.word(q->tokens.first - 1) == "with")
      return noted(f_, "victims.figure-before",
                   {Affected{count_of(*q), unnamed(q->tokens), {}}});  // "with dozens missing"
  const TokenRange other{at > s_.first() ? at - 1 : at, at};
  if (s_.has_word(other, {"another"}) && at > s_.first() + 1 && s_.is_word(at - 2, {"and", ","}))
    return noted(f_, "victims.figure-before",
                 {Affected{Count{s_.bytes(other), 1, 1, Unit::persons}, unnamed(other), {}}});
  if (s_.has_tree() && s_.token(at).deprel != Deprel::conj && !hangs_from_figure(at)) return {};
  if (!f_.arguments.passive && !s_.is_word(f_.mention.tokens.last, {"in", "after", "by", "when", "during", "on", "at",
                                                                    "near", "as", "while", ",", "."}))
    return {};
  if (at > s_.first() + 1 && s_.word(at - 1) == "others" && s_.is_word(at - 2, {"and", ","}))  // "others wounded"
    return noted(f_, "victims.figure-before", {Affected{{}, unnamed({at - 1, at}), {}}});
  for (const Quantity* q : s_.within(m_.quantities, {at > s_.first() + 5 ? at - 5 : s_.first(), at})) {
    const bool joined = q->tokens.first > s_.first() && s_.is_word(q->tokens.first - 1, {"and", ",", "while"});
    if (!joined || q->bare_year || owned(*q)) continue;
    if (q->tokens.last == at)
      return noted(f_, "victims.figure-before", {Affected{count_of(*q), unnamed(q->tokens), {}}});
    if (q->tokens.last + 1 == at && s_.is_word(at - 1, {"others", "more", "other"}))  // "and 37 others wounded"
      return noted(f_, "victims.figure-before", {Affected{count_of(*q), unnamed({at - 1, at}), {}}});
  }
  return {};
}

void CountedPeople::number_told_first(std::vector<Affected>& out) const {
  if (out.size() != 1 || out.front().count || !out.front().victims) return;
  const std::uint32_t at = s_.tokens_in(out.front().victims->text).first;
  for (const Quantity* q : s_.within(m_.quantities, {at > s_.first() + 9 ? at - 9 : s_.first(), at}))
    if (s_.is_word(q->tokens.first - 1, {"to", "at"}) && s_.word(q->tokens.last) == "the" &&
        s_.is_word(q->tokens.last + 1, {"number", "total"})) {
      out.front().count = count_of(*q);
      took(f_.weighing, "count", "count.before-the-words", s_.bytes(q->tokens));
    }
}

void CountedPeople::members_of_group(std::vector<Affected>& out) const {
  if (out.size() != 1 || out.front().count || !out.front().victims) return;
  const std::uint32_t at = s_.tokens_in(out.front().victims->text).first;
  for (const Quantity* q : s_.within(m_.quantities, {at > s_.first() + 9 ? at - 9 : s_.first(), at})) {
    const std::uint32_t noun = q->tokens.last;
    const bool members = s_.is_word(noun, {"members", "member", "relatives", "followers"}) && s_.word(noun + 1) == "of";
    if (!members || q->bare_year || noun + 1 > at) continue;
    out.front().count = count_of(*q);
    took(f_.weighing, "count", "count.of-victims", s_.bytes(q->tokens));
  }
}

void CountedPeople::before_trigger(std::vector<Affected>& out) const {
  const std::uint32_t first = f_.mention.tokens.first;
  if (out.size() != 1 || out.front().count || first < s_.first() + 2 || s_.word(first - 1) != "of") return;
  for (const Quantity* q : s_.within(m_.quantities, {s_.first(), first}))
    if (q->tokens.last == first - 1) out.front().count = count_of(*q);
}

bool CountedPeople::is_hurt_otherwise(std::uint32_t next) const {
  return std::ranges::any_of(s_.within(m_.predicates, {next, std::min(next + 6, s_.last())}), [&](const auto* other) {
    const Predicate& predicate = f_.resources.predicates[other->predicate];
    const bool harm = predicate.kind == ClaimKind::killed || predicate.kind == ClaimKind::injured;
    return other->tokens.first == next && !other->tokens.overlaps(f_.mention.tokens) && harm && !other->is_noun() &&
           predicate.kind != f_.predicate.kind;
  });
}

bool CountedPeople::counts_a_side(std::uint32_t first) const {
  return std::ranges::any_of(s_.within(m_.parties, {first, std::min(first + 6, s_.last())}),
                             [&](const PartyMention* party) { return party->tokens.first == first; });
}

bool CountedPeople::is_of_other_verb(const Quantity& q) const {
  const auto of_victims = [&](const PredicateMention& other) {
    const Predicate& predicate = f_.resources.predicates[other.predicate];
    return predicate.of == Role::victims;
  };
  const bool of = q.tokens.first > s_.first() + 1 && s_.word(q.tokens.first - 1) == "of";
  if (of)  // "the deaths of 12 people and the injury of 17"
    for (const PredicateMention* other : s_.within(m_.predicates, {q.tokens.first - 2, q.tokens.first - 1}))
      if (other->is_noun() && !other->tokens.overlaps(f_.mention.tokens) &&
          other->tokens.first > f_.mention.tokens.last && of_victims(*other))
        return true;
  return std::ranges::any_of(
      s_.within(m_.predicates, {q.tokens.first > s_.first() + 3 ? q.tokens.first - 3 : s_.first(), q.tokens.first}),
      [&](const PredicateMention* other) {
        return other->tokens.last == q.tokens.first && !other->tokens.overlaps(f_.mention.tokens) &&
               !other->is_noun() && other->form != Form::fixed && other->tokens.first > s_.first() &&
               s_.is_word(other->tokens.first - 1, {"and", ",", "or"}) &&
               other->tokens.first > f_.mention.tokens.last + 1;  // not "killed and wounded 12", of both
      });
}

bool CountedPeople::in_a_date(const Quantity& q) const {
  return std::ranges::any_of(s_.within(m_.times, s_.range()),
                             [&](const TimeMention* time) { return time->tokens.overlaps(q.tokens); });
}

const PeopleMention* CountedPeople::owner(const Quantity& q) const {
  for (const PeopleMention* person : s_.within(m_.people, s_.range()))
    if (person->quantity && person->quantity->tokens.overlaps(q.tokens)) return person;
  return nullptr;
}

bool CountedPeople::owned(const Quantity& q) const { return owner(q) != nullptr || of_things(q); }

bool CountedPeople::of_things(const Quantity& q) const {
  return std::ranges::any_of(s_.within(m_.objects, s_.range()), [&](const ObjectMention* object) {
    return object->quantity && object->quantity->tokens == q.tokens;
  });
}

bool CountedPeople::follows_person(std::uint32_t token) const {
  return std::ranges::any_of(s_.within(m_.people, {s_.first(), token}),
                             [&](const PeopleMention* person) { return person->tokens.last == token; });
}

}  // namespace attest
