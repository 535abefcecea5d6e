#include "claims/tense.hpp"

namespace attest {

namespace {

bool is_present_be(std::string_view w) { return w == "is" || w == "are" || w == "'re" || w == "’re"; }

bool is_gerund(std::string_view w) { return w.size() > 4 && w.ends_with("ing"); }

bool ends_clause(std::string_view w) {
  return w == ";" || w == "while" || w == "after" || w == "because" || w == "although" || w == "but" || w == "when" ||
         w == "where" || w == "that" || w == "said" || w == "says";
}

/// "are using civilians as …": a present progressive that ends at most `reach` words before the trigger.
bool progressive_before(const SentenceView& s, std::uint32_t trigger, std::uint32_t reach) {
  for (std::uint32_t i = trigger; i > s.first() && trigger - i < reach; --i) {
    const std::string_view w = s.word(i - 1);
    if (ends_clause(w)) return false;
    if (w == "was" || w == "were" || w == "had") return false;
    if (!is_present_be(w)) continue;
    for (std::uint32_t next = i; next < std::min(i + 3, s.last()); ++next)
      if (is_gerund(s.word(next)) && next <= trigger + 1) return s.word(next) != "going" && s.word(next) != "planning";
    return false;
  }
  return false;
}

/// "continues to hold", "remain trapped", "still under".
bool continuing_before(const SentenceView& s, std::uint32_t trigger) {
  for (std::uint32_t i = trigger; i > s.first() && trigger - i < 6; --i) {
    const std::string_view w = s.word(i - 1);
    if (ends_clause(w)) return false;
    if (w == "continue" || w == "continues" || w == "remain" || w == "remains" || w == "keep" || w == "keeps")
      return true;
  }
  return false;
}

/// "the campaign … is progressing", "fighting continues".
bool goes_on_after(const SentenceView& s, std::uint32_t from) {
  for (std::uint32_t i = from; i < s.last() && i < from + 14; ++i) {
    const std::string_view w = s.word(i);
    if (ends_clause(w) || w == "was" || w == "were") return false;
    if (w == "continues" || w == "continue" || w == "rages" || w == "rage" || w == "intensifies") return true;
    if (!is_present_be(w)) continue;
    for (std::uint32_t next = i + 1; next < std::min(i + 4, s.last()); ++next) {
      if (s.is_word(next, {"ongoing", "underway", "raging", "intensifying", "continuing", "progressing", "escalating",
                           "spreading", "taking"}))
        return true;
      if (s.word(next) == "under" && s.word(next + 1) == "way") return true;
    }
    return false;
  }
  return false;
}

bool is_have(std::string_view w) { return w == "have" || w == "has" || w == "'ve" || w == "’ve"; }

bool is_modal(std::string_view w) {
  return w == "will" || w == "would" || w == "may" || w == "might" || w == "could" || w == "can" || w == "must" ||
         w == "should" || w == "shall" || w == "'ll" || w == "’ll" || w == "wo";
}

/// What the auxiliaries and the form of the word at `i` say; nothing: the word that it hangs from tells.
std::optional<Telling> told_at(const SentenceView& s, std::uint32_t i) {
  bool perfect = false, before = false, present = false, past = false, infinitive = false;
  for (std::uint32_t k = s.first(); k < s.last(); ++k) {
    if (s.token(k).head != i) continue;
    const Deprel relation = s.token(k).deprel;
    if (relation == Deprel::mark && s.word(k) == "to") infinitive = true;
    if (relation != Deprel::aux && relation != Deprel::aux_pass && relation != Deprel::cop) continue;
    const std::string_view w = s.word(k);
    if (is_modal(w)) return Telling::other;
    perfect = perfect || is_have(w);
    before = before || w == "had";
    present = present || is_present_be(w) || w == "do" || w == "does";
    past = past || w == "was" || w == "were" || w == "did";
  }
  if (before) {
    const bool reported = s.token(i).deprel == Deprel::ccomp || s.token(i).deprel == Deprel::conj;
    return reported ? Telling::past : Telling::before;
  }
  if (perfect) return infinitive ? Telling::past : Telling::perfect;  // "is said to have shelled"
  if (past) return Telling::past;
  if (present) return Telling::present;
  switch (s.token(i).xpos) {
    case Xpos::vbd:
      return Telling::past;
    case Xpos::vbp:
    case Xpos::vbz:
      return Telling::present;
    default:
      return std::nullopt;
  }
}

Telling telling_by_words(const SentenceView& s, TokenRange trigger) {
  const std::uint32_t near = trigger.first > s.first() + 4 ? trigger.first - 4 : s.first();
  for (std::uint32_t i = trigger.first; i > near; --i) {
    const std::string_view w = s.word(i - 1);
    if (ends_clause(w)) break;
    if (is_have(w)) return Telling::perfect;
    if (w == "had") return Telling::before;
    if (is_modal(w)) return Telling::other;
    if (is_present_be(w)) return Telling::present;
    if (w == "was" || w == "were" || w == "did") return Telling::past;
  }
  return s.word(trigger.first).ends_with("ed") ? Telling::past : Telling::open;
}

}  // namespace

Tense tense_of(const SentenceView& s, const PredicateMention& t, const Arguments& a) {
  const std::uint32_t first = t.tokens.first;
  const std::string_view own = s.word(first);
  if (own == "remain" || own == "remains" || own == "continue" || own == "continues") return Tense::present;
  if (is_present_be(own) && t.tokens.last - first > 1) return Tense::present;
  if (a.noun || t.form == Form::fixed) {
    if (goes_on_after(s, t.tokens.last)) return Tense::present;
    if (progressive_before(s, first, 6) || continuing_before(s, first)) return Tense::present;
  } else {
    if (progressive_before(s, first, t.form == Form::gerund ? 3 : 5) || continuing_before(s, first))
      return Tense::present;
    const std::string_view before = first > s.first() ? s.word(first - 1) : std::string_view();
    if (t.form == Form::base && s.block() != BlockKind::headline && s.is_word(first - 1, {"they", "we", "who"}))
      return Tense::present;
    if (is_present_be(before) && a.passive) return Tense::present;
  }
  if (t.form == Form::past) return Tense::past;
  const std::uint32_t near = first > s.first() + 5 ? first - 5 : s.first();
  if (s.has_word({near, first}, {"was", "were", "had", "once", "formerly", "previously", "did"})) return Tense::past;
  if (t.form == Form::past_or_participle && !a.passive) return Tense::past;
  return Tense::open;
}

Telling telling_of(const SentenceView& s, TokenRange trigger) {
  if (trigger.first == trigger.last) return Telling::open;
  if (!s.has_tree()) return telling_by_words(s, trigger);
  std::uint32_t at = trigger.last - 1;
  for (std::uint32_t i = trigger.first; i < trigger.last; ++i)
    if (!trigger.contains(s.token(i).head)) at = i;
  for (std::uint32_t i = trigger.first; i < trigger.last; ++i)
    if (s.token(i).upos == Upos::verb) at = i;
  for (int steps = 0; steps < 12; ++steps) {
    if (const auto told = told_at(s, at)) return *told;
    const std::uint32_t head = s.token(at).head;
    if (head < s.first() || head >= s.last()) break;
    at = head;
  }
  return Telling::open;
}

}  // namespace attest
