#include "claims/scope.hpp"

#include <algorithm>
#include <array>

#include "claims/phrases.hpp"
#include "claims/tense.hpp"

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

/// "The conflict has left 20,000 people dead": the subject of the verb that the trigger is, or hangs from.
bool is_done_by_conflict(const SentenceView& s, const PredicateMention& mention) {
  if (!s.has_tree()) return false;
  const auto inside = [&](std::uint32_t i) { return i >= s.first() && i < s.last(); };
  std::uint32_t verb = mention.tokens.first;
  for (int steps = 0; inside(verb) && steps < 5; ++steps, verb = s.token(verb).head) {
    bool subject = false, perfect = false;
    for (std::uint32_t i = s.first(); i < verb; ++i) {
      if (s.token(i).head != verb) continue;
      subject = subject || (s.token(i).deprel == Deprel::nsubj &&
                            s.is_word(i, {"conflict", "war", "insurgency", "uprising", "crisis", "unrest",
                                          "hostilities", "offensive", "campaign", "violence"}));
      perfect = perfect || s.is_word(i, {"has", "have"});
    }
    if (subject) return perfect;
  }
  return false;
}

/// "are being killed", "is bombing": going on at the time of writing.
bool is_progressive(const SentenceView& s, TokenRange group, const PredicateMention& mention) {
  return (has_phrase(s, group, {"are being", "is being", "being"}) &&
          !has_phrase(s, {group.first > s.first() ? group.first - 1 : group.first, group.last},
                      {"after being", "before being", "since being", "was being", "were being"})) ||
         (mention.form == Form::gerund && has_phrase(s, group, {"are", "is", "'re", "'s"}));
}

/// "three weeks ago", "two weeks later", "last week", not "in the last week": one day, told by the week.
bool is_told_by_the_week(const SentenceView& s, Span time) {
  const std::string_view when = slice(s.text(), time);
  if (when == "last week") return !s.text().substr(0, time.begin).ends_with("the ");
  return std::ranges::any_of(std::array{"ago", "later", "after", "earlier"},
                             [&](const char* end) { return when.ends_with(end); });
}

}  // namespace

Scope find_scope(const SentenceView& s, const Predicate& predicate, const PredicateMention& mention, const Arguments& a,
                 const std::optional<Time>& time, Weighing* weighing) {
  const auto by = [&](std::string_view rule, Scope scope) {
    took(weighing, "scope", rule);
    return scope;
  };
  if (predicate.scope) return by("scope.of-predicate", *predicate.scope);
  const ClaimKind kind = predicate.kind;
  const TokenRange clause = clause_around(s, mention.tokens), group = verb_group(s, mention.tokens.first);
  // "As of 31 January, 41,000 people were displaced": how things stood; of the dead, how many there had been.
  if (has_phrase(s, s.range(), {"as of", "as at"}) && is_event(kind) && kind != ClaimKind::attack)
    return by("scope.as-of",
              kind == ClaimKind::displaced || kind == ClaimKind::detained ? Scope::state : Scope::cumulative);
  const bool still =
      has_phrase(s, group, {"remain", "remains", "remained", "still", "continue to be", "continues to be"});
  const bool progressive = is_progressive(s, group, mention);
  const bool span = time && time->from && (*time->to - *time->from).count() >= kShortSeriesDays;
  const bool one_day = time && time->text && is_told_by_the_week(s, *time->text);
  const bool open_span = time && time->text && !time->from && slice(s.text(), *time->text).ends_with("years");
  const bool over_time =
      open_span || (span && time->text && !one_day &&
                    s.has_word(s.range(), {"since", "alone", "months", "month", "weeks", "week", "years", "year",
                                           "total", "throughout", "during", "between", "days"}));
  const bool perfect =
      telling_of(s, mention.tokens) == Telling::perfect || has_phrase(s, group, {"to have been", "to have"});
  // "The conflict has left 20,000 people dead": all of it
  if (is_event(kind) && kind != ClaimKind::attack && is_done_by_conflict(s, mention))
    return by("scope.of-conflict", Scope::cumulative);
  switch (kind) {
    case ClaimKind::trapped:
    case ClaimKind::sheltered:
    case ClaimKind::deprived:
      return by("scope.stock", Scope::state);
    case ClaimKind::human_shield:
      // The past tense tells of one event; "are using", "the use of" and headlines of how things stand.
      if (over_time || (perfect && !still && !progressive)) return by("scope.over-time", Scope::cumulative);
      return mention.form == Form::past && !still ? by("scope.told-in-the-past", Scope::incident)
                                                  : by("scope.goes-on", Scope::state);
    case ClaimKind::abused:
    case ClaimKind::recruited:
      if (time && time->from && !span) return by("scope.dated", Scope::incident);
      return progressive || still ? by("scope.goes-on", Scope::state) : by("scope.practice", Scope::cumulative);
    case ClaimKind::displaced:
      if (still) return by("scope.goes-on", Scope::state);  // "remain displaced"
      break;
    case ClaimKind::missing:
      return still || has_phrase(s, group, {"are", "is"}) ? by("scope.goes-on", Scope::state)
                                                          : by("scope.told-in-the-past", Scope::incident);
    case ClaimKind::control:
      if (still || has_phrase(s, mention.tokens, {"control", "hold", "holds", "controls", "held", "controlled"})) {
        const bool taken = has_phrase(s, clause,
                                      {"took", "take", "taken", "seized", "gained", "regained", "lost", "taking",
                                       "gaining", "regaining", "wrested", "retook"});
        return taken && !still ? by("scope.one-event", Scope::incident) : by("scope.goes-on", Scope::state);
      }
      return has_phrase(s, clause, {"percent", "per cent", "so far", "since"}) && over_time
                 ? by("scope.over-time", Scope::cumulative)
                 : by("scope.one-event", Scope::incident);
    case ClaimKind::clash:
      return by("scope.one-event", Scope::incident);
    case ClaimKind::detained:
      if (still || progressive || has_phrase(s, mention.tokens, {"hostages", "prisoners", "held"})) {
        if (!has_phrase(s, clause, {"took", "taken", "seized", "taking", "freed", "released"}))
          return by("scope.goes-on", Scope::state);
      }
      break;
    default:
      break;
  }
  if (!is_event(kind)) return by("scope.one-event", Scope::incident);
  if (over_time) return by("scope.over-time", Scope::cumulative);
  // "have fled since May", "have fled": all who did, up to now
  if (perfect && (s.has_word(s.range(), {"since"}) || (kind == ClaimKind::displaced && !time)))
    return by("scope.over-time", Scope::cumulative);
  const bool dated = time && time->from && !span;
  if (!time && mention.form == Form::plural &&
      has_phrase(s, clause, {"end to", "cease", "ceases", "stop", "halt", "end its"}))
    return by("scope.repeated", Scope::cumulative);
  // "a total of 26 were killed", not "in the attack"
  const bool total = has_phrase(s, clause, {"a total of"}) &&
                     !has_phrase(s, clause,
                                 {"in the attack", "in the blast", "in the explosion", "in the strike", "in the raid",
                                  "in the ambush", "in an attack", "in a raid", "in the bombing"});
  if (!dated && (total || is_repeated(s, clause) || progressive)) return by("scope.repeated", Scope::cumulative);
  // "air strikes in both countries": many, on no one day and at no one place.
  if (kind == ClaimKind::attack && a.noun && mention.form == Form::plural && !time) {
    for (const PlaceMention* place : s.within(s.mentions().places, s.range()))
      if (!place->broad) return by("scope.one-event", Scope::incident);
    const bool series = has_phrase(s, clause, {"series of", "multiple", "as they", "as the"});
    return series ? by("scope.one-event", Scope::incident) : by("scope.many-nowhere", Scope::cumulative);
  }
  return by("scope.one-event", Scope::incident);
}

}  // namespace attest
