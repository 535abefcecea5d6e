// Constructions in which the people stand outside of the predicate's own arguments.
#include "claims/populations.hpp"
#include "claims/parts_behind.hpp"

namespace attest {

std::vector<Affected> Populations::civilians_of_trigger() const {
  for (std::uint32_t i = f_.mention.tokens.first; i < f_.mention.tokens.last; ++i)
    if (const bool child = s_.word(i) == "child"; child || s_.is_word(i, {"civilian", "civilians"}))
      return {{{},
               Victims{s_.bytes({i, i + 1}), VictimStatus::civilian, child ? VictimGroup::children : VictimGroup::any},
               {}}};
  return {};
}

std::vector<Affected> Populations::before_noun(TokenRange subject) const {
  const std::uint32_t end = subject.last;
  if (s_.is_word(f_.mention.tokens.last - 1, {"order", "orders", "warning", "warnings"}))
    return {};  // "two evacuation orders"
  TokenRange near{end > subject.first + 4 ? end - 4 : subject.first, end};
  for (std::uint32_t i = near.first; s_.has_tree() && i < end; ++i)
    if (s_.token(i).upos == Upos::verb && s_.token(i).deprel != Deprel::amod &&
        !s_.is_word(i, {"suffered", "sustained", "received", "suffer", "sustain", "had", "have"}))
      near.first = i + 1;  // "gunmen carried out a massacre": who did it
  std::vector<Affected> out = in_zone(near, true);
  const bool events = s_.is_word(f_.mention.tokens.last - 1, {"massacre", "massacres", "bloodbath"});  // not people
  for (const Quantity* q : s_.within(m_.quantities, {subject.first, end}))
    if (out.empty() && !events && q->tokens.last + 2 > end && !q->bare_year)
      out.push_back({counted_.count_of(*q), counted_.unnamed(q->tokens), {}});
  if (out.empty() && end > subject.first && s_.is_word(end - 1, {"his", "her"})) {
    const TokenRange word{end - 1, end};
    out.push_back({Count{s_.bytes(word), 1, 1, Unit::persons}, counted_.unnamed(word), {}});
  }
  if (out.empty() && end > subject.first && s_.is_word(end - 1, {"their", "our"}))
    out.push_back({{}, counted_.unnamed({end - 1, end}), {}});
  return out;
}

void Populations::counted_side_beside(TokenRange zone, std::vector<Affected>& out) const {
  const auto side = combatants_in(f_, zone);
  if (!side || !side->count) return;
  const auto between = [&](const PredicateMention* verb) {  // "two peacekeepers were killed and five injured"
    return s_.bytes(verb->tokens).begin > side->victims->text.end && verb->tokens.last < f_.mention.tokens.first;
  };
  if (!out.empty() && std::ranges::any_of(s_.within(m_.predicates, s_.range()), between)) return;
  const bool known = std::ranges::any_of(out, [&](const Affected& one) {
    return one.count && one.count->text.begin < side->victims->text.end &&
           side->count->text.begin < one.victims->text.end;
  });
  if (known) return;
  out.insert(out.begin(), *side);
  took(f_.weighing, "victims", "victims.side-beside", side->victims->text);
  took(f_.weighing, "count", "count.of-victims", side->count->text);
}

void Populations::parts_after(TokenRange zone, std::vector<Affected>& out) const {
  for (const auto& [person, figure] : find_parts_behind(f_, std::max(f_.mention.tokens.last, zone.last))) {
    if (inside_other_mention(*person)) continue;
    out.push_back(affected_of(*person));
    out.back().count = counted_.count_of(figure, out.back().count ? out.back().count->unit : Unit::persons);
  }
}

void Populations::add_those_alongside(std::vector<Affected>& out) const {
  constexpr std::uint32_t kReach = 24;
  const std::uint32_t next = f_.mention.tokens.last;
  const bool with = s_.is_word(next, {"along", "together"}) && s_.word(next + 1) == "with";
  if (!with && s_.word(next) != "alongside") return;
  TokenRange zone{next + (with ? 2 : 1), next + 1};
  while (zone.last < std::min(next + kReach, s_.last()) &&
         !s_.is_word(zone.last, {"who", "which", "when", "in", "on", "after", "by", "during"}))
    ++zone.last;
  for (Affected& one : noted(f_, "victims.alongside", in_zone(zone, false)))
    if (one.count) out.push_back(std::move(one));
}

std::vector<Affected> Populations::included() const {
  if (!s_.has_tree()) return {};
  const TokenRange own = f_.mention.tokens;
  for (std::uint32_t i = own.last; i < std::min(own.last + 9, s_.last()); ++i) {
    if (!s_.is_word(i, {"include", "includes", "included"})) continue;
    bool subject = false;
    for (std::uint32_t j = s_.first(); j < i; ++j)
      subject = subject || (s_.token(j).head == i && s_.token(j).deprel == Deprel::nsubj &&
                            (own.contains(j) || s_.token(own.first).head == j));
    if (!subject) return {};
    std::uint32_t end = i + 1;
    while (end < std::min(i + 14, s_.last()) &&
           !s_.is_word(end, {"who", "which", "after", "when", "said", "according", ";", "as", "while"}))
      ++end;
    std::vector<Affected> parts = in_zone({i + 1, end}, false);
    if (parts.empty()) return {};
    for (const Quantity* q :
         s_.within(m_.quantities, {own.first > s_.first() + 4 ? own.first - 4 : s_.first(), own.first}))
      if (q->tokens.last == own.first && !q->bare_year)
        parts.insert(parts.begin(), Affected{counted_.count_of(*q), counted_.unnamed(own), {}});
    return noted(f_, "victims.included", std::move(parts));
  }
  return {};
}

std::vector<Affected> Populations::left_so() const {
  constexpr std::uint32_t kReach = 16;
  const std::uint32_t at = f_.mention.tokens.first;
  if (f_.arguments.attributive || s_.begins_quantity(f_.mention.tokens.last)) return {};
  std::uint32_t begin = at;  // of the words between
  for (std::uint32_t i = at; i-- > s_.first() && at - i < kReach;) {
    if (s_.is_word(i, {"left", "leave", "leaves", "leaving"})) {
      return so_left({begin == at ? i + 1 : begin, at}, begin != at);
    }
    if (s_.is_word(i, {"was", "were", "has", "had", "have", "is", "are", ";", "who", "which", "when", "after"}))
      return {};
    if (begin == at && s_.is_word(i, {"and", ","}) && is_state(i - 1)) begin = i + 1;
  }
  return {};
}

std::vector<Affected> Populations::of_label() const {
  const std::uint32_t at = f_.mention.tokens.first, next = f_.mention.tokens.last;
  const bool colon = s_.word(next) == ":";
  if (f_.arguments.noun || at < s_.first() + 2) return {};
  if (!colon && !s_.is_word(at - 1, {"reported", "reportedly", "confirmed", "known"})) return {};
  for (const PeopleMention* person : s_.within(m_.people, {s_.first(), at})) {
    if (person->tokens.first != s_.first() || person->quantity || person->tokens.last + 2 < at) continue;
    for (const Quantity* q : s_.within(m_.quantities, {next, s_.last()})) {
      if (q->tokens.first != next + (colon ? 1 : 0) || q->bare_year) continue;
      Affected one = affected_of(*person);
      one.count = counted_.count_of(*q);
      return {one};
    }
  }
  return {};
}

std::vector<Affected> Populations::before_infinitive() const {
  const std::uint32_t to = f_.mention.tokens.first - 1;
  if (f_.mention.form != Form::base || f_.mention.tokens.first == s_.first() || s_.word(to) != "to") return {};
  for (const PeopleMention* person : s_.within(m_.people, {to > s_.first() + 6 ? to - 6 : s_.first(), to}))
    if (person->tokens.last == to && no_victim(*person).empty()) return {affected_of(*person)};
  return {};
}

bool Populations::is_state(std::uint32_t i) const {
  if (s_.has_tree() && s_.token(i).upos == Upos::adj) return true;
  return std::ranges::any_of(s_.within(m_.predicates, {i, i + 1}), [&](const PredicateMention* other) {
    return other->tokens.last == i + 1 && !other->is_noun();
  });
}

std::vector<Affected> Populations::so_left(TokenRange words, bool second) const {
  if (words.first >= words.last) return {};
  std::vector<Affected> out = in_zone(words, true);
  if (out.empty()) out = pronoun_in(words, true);
  if (!out.empty() || !second) return out;
  Affected one{{}, counted_.unnamed(words), {}};
  if (s_.is_word(words.first, {"a", "an", "one", "another"})) one.count = Count{s_.bytes(words), 1, 1, Unit::persons};
  return {one};
}

}  // namespace attest
