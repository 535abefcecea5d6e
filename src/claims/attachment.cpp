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

/// The token of a range that hangs outside it.
std::uint32_t top_of(const SentenceView& s, TokenRange range) {
  for (std::uint32_t i = range.last; i-- > range.first;)
    if (!range.contains(s.token(i).head) && s.token(i).upos != Upos::punct) return i;
  return range.first;
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
    case Deprel::conj:
    case Deprel::parataxis:
      return s.token(i).upos == Upos::verb;
    default:
      return false;
  }
}

}  // namespace

long attachment_cost(const SentenceView& s, TokenRange phrase, TokenRange trigger) {
  const std::uint32_t first = std::min(phrase.last, trigger.last), last = std::max(phrase.first, trigger.first);
  long cost = distance(phrase, trigger);
  for (std::uint32_t i = first; i < last; ++i)
    if (is_clause_border(s.word(i))) cost += 8;
  for (const PredicateMention* other : s.within(s.mentions().predicates, {first, std::max(first, last)}))
    if (other->form != Form::noun && other->form != Form::plural && other->form != Form::fixed) cost += 4;
  return cost;
}

bool in_clause_below(const SentenceView& s, TokenRange phrase, TokenRange trigger) {
  if (!s.has_tree()) return false;
  bool clause = false;
  int steps = 0;
  for (std::uint32_t i = top_of(s, phrase); i >= s.first() && i < s.last() && steps < 60; i = s.token(i).head, ++steps) {
    if (trigger.contains(i)) return clause;
    clause = clause || opens_clause(s, i);
  }
  return false;
}

}  // namespace attest
