#include "claims/when.hpp"

#include "annotate/timex.hpp"
#include "claims/attachment.hpp"
#include "claims/tense.hpp"
#include "claims/time_of_telling.hpp"

namespace attest {

namespace {

/// "the town, which fell in May": a date inside a relative clause of something else than the trigger.
bool is_in_other_relative(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  if (!s.has_tree()) return false;
  const auto reaches = [&](std::uint32_t from, std::uint32_t to) {
    for (int steps = 0; from >= s.first() && from < s.last() && steps < 60; ++steps, from = s.token(from).head)
      if (from == to) return true;
    return false;
  };
  std::uint32_t at = time.tokens.last - 1;
  for (int steps = 0; at >= s.first() && at < s.last() && steps < 60; ++steps, at = s.token(at).head) {
    const Deprel relation = s.token(at).deprel;
    if ((relation == Deprel::acl_relcl || relation == Deprel::advcl_relcl) && !time.tokens.contains(at)) {
      // "the death of a soldier, who was killed on 12 March"
      if (t.is_noun() && reaches(s.token(at).head, t.tokens.first) &&
          s.is_word(at, {"killed", "died", "shot", "wounded", "injured", "abducted", "kidnapped", "stabbed", "beaten"}))
        return false;
      // "attacks that took place on Friday", "in which two died"; "police sent to help on Sunday" may be of the sentence
      return !reaches(t.tokens.first, s.token(at).head) && !s.within(s.mentions().predicates, {at, at + 1}).empty();
    }
  }
  return false;
}

/// "since the siege began in May": the span is of what went on since then, the date of what began.
bool is_of_other_side(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  if (time.tokens.contains(t.tokens.first)) return true;
  for (const TimeMention* outer : s.within(s.mentions().times, s.range()))
    if (outer != &time && outer->tokens.contains(time.tokens.first) && !outer->tokens.contains(t.tokens.first))
      return true;
  return false;
}

/// "ahead of a presidential election in August": the day on which something else is to be.
bool is_of_appointment(const SentenceView& s, const TimeMention& time) {
  std::uint32_t i = time.tokens.first;
  while (i > s.first() && s.is_word(i - 1, {"in", "on", "for", "scheduled", "due", "set", "planned", "slated", "this",
                                            "next", "'s", "’s", "late", "early"}))
    --i;
  const bool behind =
      i > s.first() && s.is_word(i - 1, {"election", "elections", "vote", "poll", "polls", "referendum", "summit",
                                         "conference", "talks", "ceremony", "anniversary", "runoff", "ballot"});
  const std::uint32_t from = i > s.first() + 10 ? i - 10 : s.first();
  const bool to_be_held =
      i > s.first() + 1 && s.is_word(i - 1, {"held"}) &&  // "the election that is to be held this weekend"
      s.has_word({from, i}, {"election", "elections", "vote", "referendum", "summit", "conference", "talks"});
  if (to_be_held) return true;
  return behind && s.has_word({from, i}, {"ahead", "before", "upcoming", "until", "prepare", "preparing", "for"});
}

/// "the March 23 Movement", "the October Revolution", "the May 4 agreement": a date inside a name.
bool is_in_a_name(const SentenceView& s, const TimeMention& time) {
  return s.is_word(time.tokens.last,
                   {"movement", "revolution", "brigade", "brigades", "agreement", "accord", "alliance", "martyrs",
                    "coalition", "forces", "hospital", "bridge", "street", "square"});
}

/// A date or a span of dates, not how long something takes.
bool is_date(const TimeMention& time) { return !time.value.starts_with('P') && time.rule != "time.repeated"; }

long cost_of(const SentenceView& s, const TimeMention& time, const PredicateMention& t, const Arguments& a) {
  long cost = attachment_cost(s, time.tokens, t.tokens);
  switch (tree_link(s, time.tokens, t.tokens)) {
    case TreeLink::own:
      cost -= 8;
      break;
    case TreeLink::above:
      cost -= 4;
      break;
    case TreeLink::below:
      cost += 6;
      break;
    case TreeLink::joined:
    case TreeLink::unknown:
      break;
  }
  const bool leads = time.tokens.first <= s.first() + 1;  // "On Tuesday, …" is for the whole sentence
  if (leads) cost = std::min(cost, 10L);
  return a.clause.contains(time.tokens.first) ? cost - 5 : cost;
}

}  // namespace

Time time_of(const SentenceView& s, const TimeMention& time) {
  Time out{s.bytes(time.tokens), {}, {}, time.value};
  if (!time.mod.empty()) out.mod = std::string(time.mod);
  if (!time.when) return out;
  out.from = time.when->from;
  out.to = time.when->to;
  out.precision = date_precision(*time.when);
  return out;
}

Time at_publication(Date published) {
  return Time{{}, published, published, to_iso(published), {}, date_precision({published, published})};
}

void set_time(const SentenceView& s, const PredicateMention& t, const Arguments& a, Claim& claim, Weighing* weighing) {
  const TimeMention* best = nullptr;
  long best_cost = 0;
  bool labelled = false;
  const TokenRange apart = told_apart(s, t, claim);
  for (const TimeMention* time : s.within(s.mentions().times, s.range())) {
    if (apart.contains(time->tokens.first)) {
      left(weighing, "time", "time.of-example", s.bytes(time->tokens));
      continue;
    }
    if (!time->when && !is_date(*time)) {
      left(weighing, "time", "time.duration", s.bytes(time->tokens));
      continue;
    }
    if (labels_report(s, *time)) {
      labelled = true;
      left(weighing, "time", "time.of-report", s.bytes(time->tokens));
      continue;
    }
    if (dates_the_speech(s, *time, t)) {
      left(weighing, "time", "time.of-speech", s.bytes(time->tokens));
      continue;
    }
    if (dates_a_reaction(s, *time, t)) {
      left(weighing, "time", "time.of-reaction", s.bytes(time->tokens));
      continue;
    }
    if (is_of_other_side(s, *time, t) || is_in_other_relative(s, *time, t) || is_of_appointment(s, *time) ||
        is_in_a_name(s, *time)) {
      left(weighing, "time", "time.of-another-clause", s.bytes(time->tokens));
      continue;
    }
    long cost = cost_of(s, *time, t, a);
    if (!time->when) cost += 100;  // only where no words of the sentence say the days
    const bool at_once = s.is_word(time->tokens.first, {"now", "currently"});
    if (at_once && (cost > 6 || time->tokens.first > t.tokens.first)) {  // "now" belongs to its own verb
      left(weighing, "time", "time.now-of-another-verb", s.bytes(time->tokens));
      continue;
    }
    if (best == nullptr || cost < best_cost) best = time, best_cost = cost;
  }
  if (best != nullptr) {
    took(weighing, "time", best->rule, s.bytes(best->tokens));
    claim.time = time_of(s, *best);
    if (best->when && !best->stated) claim.derived.push_back({"time", std::string(best->rule)});
  } else if (s.published() && !(labelled && s.block() == BlockKind::headline) && tense_of(s, t, a) == Tense::present) {
    claim.time = at_publication(*s.published());
    claim.derived.push_back({"time", "time.present-at-publication"});
  }
}

}  // namespace attest
