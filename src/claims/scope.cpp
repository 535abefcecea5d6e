#include "claims/scope.hpp"

#include "claims/phrases.hpp"

namespace attest {

namespace {

bool is_event(ClaimKind kind) {
  return kind == ClaimKind::attack || kind == ClaimKind::killed || kind == ClaimKind::injured ||
         kind == ClaimKind::damaged || kind == ClaimKind::displaced || kind == ClaimKind::detained ||
         kind == ClaimKind::returned;
}

/// "repeatedly", "on three occasions", "so far": many events, whatever the date.
bool is_repeated(const SentenceView& s, TokenRange clause) {
  return has_phrase(s, clause,
                    {"frequent",
                     "frequently",
                     "regularly",
                     "repeatedly",
                     "routinely",
                     "systematically",
                     "systematic",
                     "often",
                     "indiscriminate",
                     "indiscriminately",
                     "occasions",
                     "in the past",
                     "so far",
                     "to date",
                     "in total",
                     "continues to",
                     "continue to",
                     "continued to",
                     "times",
                     "every day",
                     "almost daily",
                     "daily",
                     "each month",
                     "a total of",
                     "the total",
                     "waves of",
                     "over the years",
                     "campaign of",
                     "again and again",
                     "countless",
                     "numerous",
                     "widespread",
                     "ongoing",
                     "pattern of",
                     "death toll",
                     "since the start",
                     "since the beginning",
                     "since the war",
                     "since the conflict",
                     "across the country",
                     "yet"});
}

/// "are being killed", "is bombing": going on at the time of writing.
bool is_progressive(const SentenceView& s, TokenRange group, const PredicateMention& mention) {
  return has_phrase(s, group, {"are being", "is being", "being"}) ||
         (mention.form == Form::gerund && has_phrase(s, group, {"are", "is", "'re", "'s"}));
}

}  // namespace

Scope find_scope(const SentenceView& s, const Predicate& predicate, const PredicateMention& mention, const Arguments& a,
                 const std::optional<Time>& time) {
  if (predicate.scope) return *predicate.scope;
  const ClaimKind kind = predicate.kind;
  const TokenRange clause = clause_around(s, mention.tokens), group = verb_group(s, mention.tokens.first);
  const bool still =
      has_phrase(s, group, {"remain", "remains", "remained", "still", "continue to be", "continues to be"});
  const bool progressive = is_progressive(s, group, mention);
  static constexpr int kShortSeries = 5;  // days: a series within them is one incident
  const bool span = time && time->from && (*time->to - *time->from).count() >= kShortSeries;
  const bool over_time = span && time->text &&
                         s.has_word(s.range(), {"since", "alone", "months", "month", "weeks", "week", "years", "year",
                                                "total", "throughout", "during", "between", "days"});
  switch (kind) {
    case ClaimKind::trapped:
    case ClaimKind::sheltered:
    case ClaimKind::deprived:
      return Scope::state;
    case ClaimKind::human_shield:
      // The past tense tells of one event; "are using", "the use of" and headlines of how things stand.
      if (over_time) return Scope::cumulative;
      return mention.form == Form::past && !still ? Scope::incident : Scope::state;
    case ClaimKind::abused:
    case ClaimKind::recruited:
      if (time && !span) return Scope::incident;
      return progressive || still ? Scope::state : Scope::cumulative;
    case ClaimKind::missing:
      return still || has_phrase(s, group, {"are", "is"}) ? Scope::state : Scope::incident;
    case ClaimKind::control:
      if (still || has_phrase(s, mention.tokens, {"control", "hold", "holds", "controls", "held", "controlled"})) {
        const bool taken = has_phrase(s, clause,
                                      {"took", "take", "taken", "seized", "gained", "regained", "lost", "taking",
                                       "gaining", "regaining", "wrested", "retook"});
        return taken && !still ? Scope::incident : Scope::state;
      }
      return has_phrase(s, clause, {"percent", "per cent", "so far", "since"}) && over_time ? Scope::cumulative
                                                                                            : Scope::incident;
    case ClaimKind::clash:
      return Scope::incident;
    case ClaimKind::detained:
      if (still || progressive || has_phrase(s, mention.tokens, {"hostages", "prisoners", "held"})) {
        if (!has_phrase(s, clause, {"took", "taken", "seized", "taking", "freed", "released"})) return Scope::state;
      }
      break;
    default:
      break;
  }
  if (!is_event(kind)) return Scope::incident;
  if (over_time) return Scope::cumulative;
  const bool dated = time && !span;
  if (!dated && (is_repeated(s, clause) || progressive)) return Scope::cumulative;
  // "air strikes in both countries": many, on no one day and at no one place.
  if (kind == ClaimKind::attack && a.noun && mention.form == Form::plural && !time) {
    for (const PlaceMention* place : s.within(s.mentions().places, s.range()))
      if (!place->broad) return Scope::incident;
    const bool series = has_phrase(s, clause, {"series of", "multiple", "as they", "as the"});
    return series ? Scope::incident : Scope::cumulative;
  }
  return Scope::incident;
}

}  // namespace attest
