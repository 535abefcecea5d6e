#include "claims/time_of_telling.hpp"

namespace attest {

namespace {

/// "a police post", not "they posted": by the tree, a noun that is written like a verb of saying.
bool is_noun(const SentenceView& s, const CueMention& cue) {
  return s.has_tree() && s.token(cue.tokens.first).upos == Upos::noun;
}

/// "reports strikes over the weekend": what is said today was not said then.
bool is_said_now(const SentenceView& s, const CueMention& cue, const TimeMention& time) {
  const std::uint32_t verb = cue.tokens.first;
  return s.has_tree() && (s.token(verb).xpos == Xpos::vbz || s.token(verb).xpos == Xpos::vbp) && s.published() &&
         time.when && time.when->to < *s.published();
}

/// "Shelling was reported in the town on Tuesday": of what was reported, not when.
bool is_reported_of(const SentenceView& s, const CueMention& cue) {
  const std::uint32_t verb = cue.tokens.first;
  return s.word(verb) == "reported" && verb > s.first() && s.is_word(verb - 1, {"was", "were", "also", "been"}) &&
         s.word(cue.tokens.last) != "by";
}

/// "said on Friday", "told reporters today", "in a Nov. 24 statement": the time of saying.
bool stands_by_speech(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  for (const CueMention* cue : s.within(s.mentions().cues, s.range())) {
    if (cue->needs_clause || is_noun(s, *cue) || is_said_now(s, *cue, time) || is_reported_of(s, *cue))
      continue;  // "continued": only with a clause
    const bool after = time.tokens.first >= cue->tokens.last && time.tokens.first - cue->tokens.last <= 4;
    const bool between = t.tokens.first > cue->tokens.last && t.tokens.first < time.tokens.first;
    if (after && !between && cue->form != Form::gerund) return true;
    const bool before = cue->tokens.first >= time.tokens.last && cue->tokens.first - time.tokens.last <= 1;
    if (before && t.tokens.first > cue->tokens.last && time.tokens.first > s.first() + 2)
      return true;  // "the ministry on Friday said that"
  }
  for (std::uint32_t i = time.tokens.last; i < std::min(time.tokens.last + 3, s.last()); ++i)
    if (s.is_word(i, {"statement", "briefing", "interview", "report", "news", "tweet", "speech"})) return true;
  const std::uint32_t from = time.tokens.first > s.first() + 3 ? time.tokens.first - 3 : s.first();
  return s.has_word({from, time.tokens.first},
                    {"statement", "briefing", "interview", "reporters", "issued", "released", "published", "report"});
}

bool is_reaction(const SentenceView& s, std::uint32_t verb) {
  return s.is_word(
      verb, {"condemned", "condemns",  "condemn", "demanded",  "demands",  "deplored",    "deplores",   "denounced",
             "denounces", "mourned",   "mourns",  "decried",   "welcomed", "lamented",    "criticised", "criticized",
             "discussed", "protested", "marked",  "regretted", "buried",   "commemorated"});
}

/// "the agency on Tuesday said that": the tree hangs the time from a verb of saying. "On Tuesday, the agency said" can
/// mean either.
bool hangs_from_speech(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  if (!s.has_tree() || time.tokens.first <= s.first() + 2) return false;
  for (std::uint32_t i = time.tokens.first; i < time.tokens.last; ++i) {
    const std::uint32_t head = s.token(i).head;
    if (time.tokens.contains(head) || s.token(i).upos == Upos::punct || head < s.first() || head >= s.last()) continue;
    for (const CueMention* cue : s.within(s.mentions().cues, s.range()))
      if (!cue->needs_clause && !is_said_now(s, *cue, time) && !is_reported_of(s, *cue) && cue->tokens.contains(head) &&
          !t.tokens.contains(head))
        return true;
  }
  return false;
}

}  // namespace

bool dates_the_speech(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  return stands_by_speech(s, time, t) || hangs_from_speech(s, time, t);
}

bool dates_a_reaction(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  if (!s.has_tree() || time.tokens.last > t.tokens.first) return false;
  std::uint32_t next = time.tokens.last;
  while (next < t.tokens.first && s.token(next).upos == Upos::adv) ++next;
  if (next < t.tokens.first && is_reaction(s, next)) return true;
  for (std::uint32_t i = time.tokens.first; i < time.tokens.last; ++i) {
    const std::uint32_t head = s.token(i).head;
    if (head >= s.first() && head < t.tokens.first && !time.tokens.contains(head) && is_reaction(s, head)) return true;
  }
  return false;
}

bool labels_report(const SentenceView& s, const TimeMention& time) {
  return time.tokens.first < s.first() + 8 && s.is_word(time.tokens.last, {":", "-", "–", "—", "--"}) && time.when &&
         s.published() && time.when->from == *s.published() && time.when->to == *s.published();
}

}  // namespace attest
