#include "claims/attachment.hpp"

namespace attest {

namespace {

long distance(TokenRange a, TokenRange b) {
  if (a.overlaps(b)) return 0;
  return a.last <= b.first ? static_cast<long>(b.first - a.last) : static_cast<long>(a.first - b.last);
}

bool is_clause_border(std::string_view w) {
  return w == ";" || w == "while" || w == "after" || w == "before" || w == "because" || w == "although" || w == "but" ||
         w == "when" || w == "which" || w == "who" || w == "whereas" || w == ":" || w == "where" || w == "as" ||
         w == "that";
}

bool in_sentence(const SentenceView& s, std::uint32_t i) { return i >= s.first() && i < s.last(); }

/// The token of a range that hangs outside it.
std::uint32_t top_of(const SentenceView& s, TokenRange range) {
  for (std::uint32_t i = range.last; i-- > range.first;)
    if (!range.contains(s.token(i).head) && s.token(i).upos != Upos::punct) return i;
  return range.first;
}

bool is_joined(const SentenceView& s, std::uint32_t i) {
  const Deprel relation = s.token(i).deprel;
  return (relation == Deprel::conj || relation == Deprel::parataxis) && s.token(i).upos == Upos::verb;
}

/// Does the token head a clause of its own?
bool opens_clause(const SentenceView& s, std::uint32_t i) {
  switch (s.token(i).deprel) {
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::ccomp:
    case Deprel::csubj:
    case Deprel::csubj_pass:
      return true;
    default:
      return is_joined(s, i);
  }
}

}  // namespace

long attachment_cost(const SentenceView& s, TokenRange phrase, TokenRange trigger) {
  const std::uint32_t first = std::min(phrase.last, trigger.last), last = std::max(phrase.first, trigger.first);
  long cost = distance(phrase, trigger);
  for (std::uint32_t i = first; i < last; ++i)
    if (is_clause_border(s.word(i))) cost += 8;
  for (const PredicateMention* other : s.within(s.mentions().predicates, {first, std::max(first, last)}))
    if (!other->is_noun() && other->form != Form::fixed) cost += 4;
  return cost;
}

TreeLink tree_link(const SentenceView& s, TokenRange phrase, TokenRange trigger) {
  if (!s.has_tree()) return TreeLink::unknown;
  const std::uint32_t from = top_of(s, phrase), to = top_of(s, trigger);
  // Up from the phrase to the trigger, if it stands under it.
  std::vector<std::uint32_t> path;  // the phrase's own clause and those above, by their heads
  bool clause = false;
  for (std::uint32_t i = from; in_sentence(s, i) && path.size() < 60; i = s.token(i).head) {
    if (trigger.contains(i)) return clause ? TreeLink::below : TreeLink::own;
    path.push_back(i);
    if (opens_clause(s, i)) clause = true;
  }
  // Up from the trigger to where the two meet.
  int clauses = 0;
  bool joined = false;
  for (std::uint32_t i = to; in_sentence(s, i) && clauses < 60; i = s.token(i).head) {
    const auto met = std::ranges::find(path, i);
    if (met != path.end()) {
      bool under = false;  // a clause of its own below where they meet
      for (auto p = path.begin(); p != met; ++p) under = under || opens_clause(s, *p);
      if (under || joined) return TreeLink::joined;
      return clauses <= 1 ? TreeLink::above : TreeLink::joined;
    }
    if (opens_clause(s, i)) {
      ++clauses;
      joined = joined || is_joined(s, i);
    }
  }
  return TreeLink::unknown;
}

std::optional<TokenRange> example_beside(const SentenceView& s, TokenRange trigger) {
  const Mentions& m = s.mentions();
  for (std::uint32_t i = s.first() + 1; i + 1 < s.last(); ++i) {
    if (s.word(i) != "including") continue;
    TokenRange out{i, i + 1};
    const auto in_date = [&](const TimeMention* time) { return time->tokens.contains(out.last); };  // "May 4, 2022"
    while (out.last < s.last() && s.word(out.last) != ";" &&
           (s.word(out.last) != "," || std::ranges::any_of(s.within(m.times, s.range()), in_date)))
      ++out.last;
    if (out.contains(trigger.first)) continue;
    const bool one = s.is_word(i + 1, {"one", "two", "three", "several"}) &&  // "attacks in A, including one in B"
                     s.is_word(i + 2, {"in", "at", "near", "outside", "on", "that", "which"});
    const auto event = [](const PredicateMention* other) { return other->is_noun(); };
    if (one && !s.within(m.places, {s.first(), i}).empty()) return out;
    if (std::ranges::any_of(s.within(m.predicates, out), event) || !s.within(m.weapons, out).empty()) return out;
  }
  return std::nullopt;
}

std::optional<TokenRange> answered_deed(const SentenceView& s) {
  for (std::uint32_t i = s.first(); i + 2 < s.last(); ++i) {
    const bool noun = s.is_word(i, {"retaliation", "response", "revenge", "reprisal", "reprisals", "retribution"}) &&
                      s.is_word(i + 1, {"for", "to", "against"});
    const bool verb = s.is_word(i, {"avenge", "avenging", "avenged"}) ||
                      (s.is_word(i, {"retaliate", "retaliated", "retaliating"}) && s.word(i + 1) == "for");
    if (!noun && !verb) continue;
    TokenRange out{i, i + 1};
    while (out.last < s.last() && !s.is_word(out.last, {",", ";"})) ++out.last;
    return out;
  }
  return std::nullopt;
}

bool deed_and_answer(const SentenceView& s, Span a, Span b) {
  const auto deed = answered_deed(s);
  return deed && deed->contains(s.tokens_in(a).first) != deed->contains(s.tokens_in(b).first);
}

TokenRange told_apart(const SentenceView& s, const PredicateMention& trigger, const Claim& claim) {
  if (const auto deed = answered_deed(s))
    return deed->contains(trigger.tokens.first) ? TokenRange{s.first(), deed->first} : *deed;
  const auto example = example_beside(s, trigger.tokens);
  const bool of_it = example && claim.victims && claim.victims->text.begin >= s.bytes(*example).begin &&
                     claim.victims->text.begin < s.bytes(*example).end;
  return example && !of_it ? *example : TokenRange{0, 0};
}

}  // namespace attest
