#include "claims/parts_behind.hpp"

namespace attest {

namespace {

/// The figure of people who are said to be some of those told of; `listed`: where the part before them ends.
std::optional<Quantity> part_of_them(const SentenceView& s, const PeopleMention& person,
                                     std::optional<std::uint32_t> listed) {
  std::uint32_t i = person.tokens.first;
  while (i > s.first() && s.is_word(i - 1, {"were", "was", "are", "young", "mostly"})) --i;
  for (const Quantity* q : s.within(s.mentions().quantities, {i > s.first() + 6 ? i - 6 : s.first(), i})) {
    const bool share = q->tokens.last == i && s.is_word(i - 1, {"them", "whom"});  // "two thirds of them"
    const bool counted = q->tokens.last + 2 == i && s.word(i - 2) == "of" && s.is_word(i - 1, {"them", "whom"});
    const bool of_whom = q->tokens.last == i && q->tokens.first > s.first() + 1 && i < person.tokens.first &&
                         s.word(q->tokens.first - 1) == "whom";
    if (share || counted || of_whom) return *q;
  }
  if (!person.quantity) return std::nullopt;
  std::uint32_t first = person.quantity->tokens.first;
  while (first > s.first() && s.is_word(first - 1, {"were", ":"})) --first;
  const bool marked = first > s.first() + 1 &&
                      (s.is_word(first - 1, {"including"}) ||
                       (s.is_word(first - 1, {"them", "whom"}) && s.is_word(first - 2, {"among", "amongst", "of"})));
  const bool joined = listed && *listed < first && first - *listed <= 2 && s.is_word(first - 1, {"and", ","});
  return marked || joined ? person.quantity : std::nullopt;
}

/// Does another predicate in `words` tell of people to whom something happens?
bool told_of_others(const Frame& f, TokenRange words) {
  return std::ranges::any_of(f.s.within(f.s.mentions().predicates, words), [&](const PredicateMention* other) {
    const Predicate& p = f.resources.predicates[other->predicate];
    return !(other->tokens == f.mention.tokens) && !other->is_noun() &&
           (p.object == Role::victims || p.subject == Role::victims);
  });
}

}  // namespace

std::vector<PartBehind> find_parts_behind(const Frame& f, std::uint32_t first) {
  std::vector<PartBehind> out;
  std::optional<std::uint32_t> listed;  // the end of the part before
  for (const PeopleMention* person : f.s.within(f.s.mentions().people, {first, f.s.last()})) {
    if (f.voice.outside.contains(person->tokens.first)) continue;
    const auto part = part_of_them(f.s, *person, listed);
    if (part && !told_of_others(f, {f.mention.tokens.last, part->tokens.first})) out.push_back({person, *part});
    listed = part ? std::optional(person->tokens.last) : std::nullopt;
  }
  return out;
}

}  // namespace attest
