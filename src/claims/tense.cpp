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

}  // namespace attest
