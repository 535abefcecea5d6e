#include "claims/certainty.hpp"

namespace attest {

namespace {

/// Does any of `phrases` (space separated words) stand in `range`?
bool has_phrase(const SentenceView& s, TokenRange range, std::initializer_list<std::string_view> phrases) {
  for (std::string_view phrase : phrases) {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      std::uint32_t at = i;
      std::string_view rest = phrase;
      while (!rest.empty() && at < range.last) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (s.word(at) != rest.substr(0, end)) break;
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++at;
      }
      if (rest.empty()) return true;
    }
  }
  return false;
}

TokenRange window_before(const SentenceView& s, std::uint32_t token, std::uint32_t width) {
  return {token > s.first() + width ? token - width : s.first(), token};
}

}  // namespace

Certainty find_certainty(const SentenceView& s, const Predicate& predicate, const PredicateMention& mention,
                         const Arguments& a, const Voice& voice) {
  if (predicate.certainty) return *predicate.certainty;
  const std::uint32_t at = mention.tokens.first;
  const TokenRange close = window_before(s, at, 4), wide = window_before(s, at, 12);
  const TokenRange clause{std::min(a.clause.first, at), s.last()};
  if (has_phrase(s, close, {"not", "n't", "never", "no", "without", "denied", "denies", "deny"}) &&
      !has_phrase(s, close, {"no fewer", "not only", "no less", "no longer", "whether or not"}))
    return Certainty::denied;
  if (voice.cue == CueClass::denial) return Certainty::denied;
  if (has_phrase(s, close, {"may", "might", "could"}) ||
      has_phrase(s, wide, {"if", "risk of", "fears that", "fear that", "threat of", "would mark", "unless"}))
    return Certainty::possible;
  if (has_phrase(s, close, {"will",     "wo",         "expected to",  "plans to", "plan to",       "planning to",
                            "about to", "prepare to", "preparing to", "vowed to", "threatened to", "threatens to",
                            "ready to", "set to",     "intends to",   "seek to",  "seeks to",      "would",
                            "hopes to", "aims to",    "going to",     "sights on"}) ||
      has_phrase(s, {mention.tokens.first, mention.tokens.last}, {"sights on"}) ||
      has_phrase(s, clause, {"is expected to", "are expected to", "is likely to start"}))
    return Certainty::future;
  if (has_phrase(s, wide,
                 {"reportedly", "allegedly", "alleged", "believed to", "thought to", "apparently", "purportedly",
                  "reports of", "reports that", "unconfirmed", "suspected", "rumours", "rumors", "is said to",
                  "are said to", "appeared to", "accused of", "estimated to"}) ||
      has_phrase(s, clause,
                 {"reportedly", "thought to", "were reported", "was reported", "should stop", "must stop",
                  "could not be independently verified", "could not be verified", "has not been verified"}) ||
      has_phrase(s, wide,
                 {"call for an end", "calls for an end", "called for an end", "to end", "to cease", "to halt",
                  "stop the", "urged"}))
    return Certainty::hedged;
  if (voice.cue == CueClass::belief) return Certainty::hedged;
  return Certainty::asserted;
}

Scope find_scope(const SentenceView& s, const Predicate& predicate, const PredicateMention& mention, const Arguments& a,
                 const std::optional<Time>& time) {
  if (predicate.scope) return *predicate.scope;
  const std::uint32_t at = mention.tokens.first;
  const TokenRange near = window_before(s, at, 5);
  const bool span = time && (time->to - time->from).count() > 6;
  if (s.has_word({std::min(a.clause.first, at), s.last()}, {"frequent", "frequently", "regularly", "repeatedly",
                                                            "routinely", "daily", "systematically", "often"}))
    return Scope::cumulative;
  if (span && time->text &&
      s.has_word(s.range(), {"since", "alone", "months", "weeks", "years", "total", "throughout"}))
    return Scope::cumulative;
  if (has_phrase(s, near, {"remain", "remains", "are being", "is being", "still"}) &&
      (predicate.kind == ClaimKind::human_shield || predicate.kind == ClaimKind::detained ||
       predicate.kind == ClaimKind::missing || predicate.kind == ClaimKind::control))
    return Scope::state;
  switch (predicate.kind) {
    case ClaimKind::trapped:
    case ClaimKind::sheltered:
    case ClaimKind::deprived:
      return Scope::state;
    case ClaimKind::abused:
    case ClaimKind::recruited:
      return Scope::cumulative;
    case ClaimKind::attack:
    case ClaimKind::killed:
    case ClaimKind::injured:
    case ClaimKind::damaged:
      if (has_phrase(s, near,
                     {"have been", "has been", "have been deliberately", "are being", "continue to", "series of",
                      "multiple"}) &&
          !time)
        return Scope::cumulative;
      // "air strikes in both countries": many, on no one day.
      if (predicate.kind == ClaimKind::attack && mention.form == Form::plural && !(time && time->from == time->to))
        return Scope::cumulative;
      return Scope::incident;
    default:
      return Scope::incident;
  }
}

}  // namespace attest
