#include "claims/when.hpp"

#include "claims/attachment.hpp"
#include "claims/tense.hpp"

namespace attest {

namespace {

/// "said on Friday", "told reporters today", "in a Nov. 24 statement": the time of saying.
bool dates_the_speech(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  for (const CueMention* cue : s.within(s.mentions().cues, s.range())) {
    if (cue->needs_clause) continue;  // "continued": speech only with what was said
    const bool after = time.tokens.first >= cue->tokens.last && time.tokens.first - cue->tokens.last <= 4;
    const bool between = t.tokens.first > cue->tokens.last && t.tokens.first < time.tokens.first;
    if (after && !between && cue->form != Form::gerund) return true;
    const bool before = cue->tokens.first >= time.tokens.last && cue->tokens.first - time.tokens.last <= 1;
    if (before && t.tokens.first > cue->tokens.last && s.word(time.tokens.first - 1) != "on" &&
        time.tokens.first > s.first() + 2)
      return true;  // "the ministry on Friday said that"
  }
  for (std::uint32_t i = time.tokens.last; i < std::min(time.tokens.last + 3, s.last()); ++i)
    if (s.is_word(i, {"statement", "briefing", "interview", "report", "news", "tweet", "speech"})) return true;
  const std::uint32_t from = time.tokens.first > s.first() + 3 ? time.tokens.first - 3 : s.first();
  return s.has_word({from, time.tokens.first},
                    {"statement", "briefing", "interview", "reporters", "issued", "released", "published", "report"});
}

}  // namespace

void set_time(const SentenceView& s, const PredicateMention& t, const Arguments& a, Claim& claim) {
  const TimeMention* best = nullptr;
  long best_cost = 0;
  for (const TimeMention* time : s.within(s.mentions().times, s.range())) {
    if (!time->when || dates_the_speech(s, *time, t)) continue;
    long cost = attachment_cost(s, time->tokens, t.tokens);
    const bool leads = time->tokens.first <= s.first() + 1;  // "On Tuesday, …" is for the whole sentence
    if (leads) cost = std::min(cost, 10L);
    if (a.clause.contains(time->tokens.first)) cost -= 5;
    const bool at_once = s.is_word(time->tokens.first, {"now", "currently"});
    if (at_once && (cost > 6 || time->tokens.first > t.tokens.first)) continue;  // "now" belongs to its own verb
    if (best == nullptr || cost < best_cost) best = time, best_cost = cost;
  }
  if (best != nullptr) {
    claim.time = Time{s.bytes(best->tokens), best->when->from, best->when->to};
  } else if (s.published() && tense_of(s, t, a) == Tense::present) {
    claim.time = Time{std::nullopt, *s.published(), *s.published()};
    claim.derived.push_back({"time", "time.present-at-publication"});
  }
}

}  // namespace attest
