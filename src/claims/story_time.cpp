#include <limits>

#include "claims/scope.hpp"
#include "claims/story.hpp"
#include "claims/tense.hpp"
#include "claims/when.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kNear = 4;  // sentences: so far an account of one event goes on

bool has_rule(const Claim& claim, std::string_view field) {
  return std::ranges::any_of(claim.derived, [&](const Derivation& d) { return d.field == field; });
}

/// Kinds whose figure over many events is a sum.
bool counts_events(ClaimKind kind) {
  return kind == ClaimKind::killed || kind == ClaimKind::injured || kind == ClaimKind::damaged ||
         kind == ClaimKind::attack || kind == ClaimKind::displaced || kind == ClaimKind::detained;
}

long length_days(const Time& time) {
  return time.from && time.to ? (*time.to - *time.from).count() : std::numeric_limits<long>::max();
}

/// Kinds that one event can bring about together: a raid, the fight for the base, its fall, the prisoners.
bool of_one_fight(ClaimKind kind) {
  const std::string_view family = family_of(kind);
  return family == "attack" || family == "clash" || family == "control" || family == "detained";
}

bool is_open(const Claim& claim) {
  return !claim.time && claim.certainty != Certainty::future && claim.certainty != Certainty::possible;
}

bool same_place(const Claim& a, const Claim& b) { return a.place && b.place && a.place->name == b.place->name; }

void take(Claim& claim, const Time& time, const char* rule) {
  claim.time = time;
  claim.derived.push_back({"time", rule});
}

/// How a claim without a date of its own goes on from what was told before.
enum class Thread : std::uint8_t {
  none,   // what has happened at some time up to now, what is usual, what an earlier event did
  loose,  // nothing says
  past,   // the next thing that happened: "Gunmen then shot at"
  same    // "the attack"
};

Thread thread_of(const Story& story, const Claim& claim) {
  const SentenceView s = story.view_of(claim);
  const TokenRange trigger = s.tokens_in(claim.trigger);
  if (trigger.first == trigger.last) return Thread::loose;
  const std::uint32_t near = trigger.first > s.first() + 3 ? trigger.first - 3 : s.first();
  if (s.has_word({near, trigger.first}, {"earlier", "previous", "previously", "past", "former", "similar", "recent"}))
    return Thread::none;
  for (std::uint32_t i = near; i < trigger.first; ++i) {
    const bool of_trigger =
        !s.has_tree() ? i + 1 == trigger.first : s.token(i).deprel == Deprel::det && trigger.contains(s.token(i).head);
    if (of_trigger && s.is_word(i, {"the", "this", "that"})) return Thread::same;
  }
  const Telling telling = telling_of(s, trigger);
  return telling == Telling::past ? Thread::past : telling == Telling::open ? Thread::loose : Thread::none;
}

/// Is the day of `other` that of a claim `gap` sentences later? At the same place, else in the same country where the
/// account goes straight on, or comes back to the event.
bool is_same_day(const Claim& claim, const Claim& other, Thread thread, std::uint32_t gap) {
  const bool family = family_of(other.kind) == family_of(claim.kind);
  const bool fight = gap <= kNear && of_one_fight(other.kind) && of_one_fight(claim.kind);
  if (thread == Thread::none || !(family || fight)) return false;
  if (same_place(claim, other)) return true;
  const bool abroad = claim.place && other.place && claim.place->country != other.place->country;
  return (thread == Thread::past && gap <= 2 && !abroad) || (thread == Thread::same && family && gap <= kNear + 2);
}

constexpr int kProvince = 4;  // UCDP's where_prec: a province or more

/// A headline tells what the lead tells: the first claim of its family that has a date of its own.
void from_lead(const Story& story, std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    if (!story.is_headline(claim) || !is_open(claim)) continue;
    for (const Claim& other : claims) {
      if (!other.time || story.is_headline(other) || family_of(other.kind) != family_of(claim.kind)) continue;
      if (story.sentence_of(other) > story.sentence_of(claim) + 6) break;
      const bool elsewhere = claim.place && other.place && !has_rule(claim, "place") && !same_place(claim, other) &&
                             claim.place->country != other.place->country;
      const bool other_place = claim.place && other.place && !has_rule(other, "place") && !same_place(claim, other) &&
                               other.place->precision < kProvince &&
                               story.sentence_of(other) > story.sentence_of(claim) + 2;
      if (elsewhere || other_place || other.scope == Scope::cumulative || length_days(*other.time) > 7) continue;
      take(claim, *other.time, "time.from-lead");
      break;
    }
  }
}

/// The date behind a form's label, in its line or the next: "Incident date", "January 18, 2019".
std::optional<Time> date_of_form(const Story& story) {
  for (std::uint32_t i = 0; i < story.sentences(); ++i) {
    const SentenceView label = story.view(i);
    const std::uint32_t end = std::min(label.first() + 4, label.last());
    const bool names_a_date = label.last() - label.first() >= 2 && label.has_word({label.first(), end}, {"date"}) &&
                              label.has_word({label.first(), end}, {"incident", "event", "attack", "strike"});
    if (!names_a_date) continue;
    for (const std::uint32_t at : {i, i + 1}) {
      if (at >= story.sentences()) break;
      const SentenceView value = story.view(at);
      const std::uint32_t rest = at == i ? 5 : 1;  // words of the label, a colon
      for (const TimeMention* time : value.within(value.mentions().times, value.range()))
        if (time->when && time->stated && value.last() - value.first() <= time->tokens.last - time->tokens.first + rest)
          return time_of(value, *time);
    }
  }
  return std::nullopt;
}

}  // namespace

void date_by_form(const Story& story, std::vector<Claim>& claims) {
  const std::optional<Time> date = date_of_form(story);
  if (!date) return;
  for (Claim& claim : claims)
    if (is_open(claim) && claim.scope == Scope::incident) take(claim, *date, "time.of-form");
}

void date_by_headings(const Story& story, std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    const auto heading = story.list_heading(claim);
    if (!heading || !is_open(claim) || claim.scope == Scope::state) continue;
    const SentenceView s = story.view(*heading);
    for (const TimeMention* time : s.within(s.mentions().times, s.range()))
      if (time->when && !claim.time) take(claim, time_of(s, *time), "time.list-heading");
    // What happened over a long time is a total.
    if (claim.time && length_days(*claim.time) >= kShortSeriesDays && claim.scope == Scope::incident &&
        counts_events(claim.kind))
      claim.scope = Scope::cumulative;
  }
}

namespace {

/// The last claim of the same story that had a date of its own. The items of a list share what was said before it, and
/// a paragraph that breaks a figure down shares its date.
void from_story(const Story& story, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const bool item = story.in_list(claim);
    if (!is_open(claim)) continue;
    const std::uint32_t sentence = story.sentence_of(claim);
    const Thread thread = thread_of(story, claim);
    for (std::size_t back = i; back-- > 0;) {
      const Claim& other = claims[back];
      const std::uint32_t gap = sentence - story.sentence_of(other);
      const long longest_days = gap <= 2 ? 7 : 1;  // "last week" is said of what follows at once
      if (!other.time || !other.time->text || length_days(*other.time) > longest_days) continue;
      if (story.parts(other, claim)) break;
      if (!story.same_section(other, sentence)) continue;
      const bool listed = item && family_of(other.kind) == family_of(claim.kind);
      const bool series =
          gap <= kNear && thread != Thread::none && other.rule == claim.rule && story.same_block(other, claim);
      const bool told = claim.scope == Scope::incident && is_same_day(claim, other, thread, gap);
      if (!listed && !series && !told) continue;
      take(claim, *other.time, "time.same-incident");
      if (item) claim.scope = Scope::incident;  // a short series on one day
      break;
    }
  }
}

/// "Three dead and two wounded": what one sentence counts happened on one day.
void share_in_sentence(std::vector<Claim>& claims) {
  const auto harm = [](const Claim& claim) {
    return (claim.kind == ClaimKind::killed || claim.kind == ClaimKind::injured) && claim.scope == Scope::incident &&
           claim.certainty == Certainty::asserted;
  };
  for (Claim& claim : claims) {
    if (!is_open(claim) || claim.time || !harm(claim)) continue;
    for (const Claim& other : claims)
      if (other.sentence == claim.sentence && harm(other) && other.time && other.kind != claim.kind) {
        take(claim, *other.time, "time.same-incident");
        break;
      }
  }
}

/// A report that dates one event alone: what it goes on to tell of it happened on that day.
void from_only_day(const Story& story, std::vector<Claim>& claims) {
  const Time* day = nullptr;
  for (const Claim& claim : claims) {
    if (!claim.time || !claim.time->text) continue;
    if (length_days(*claim.time) > 31) continue;  // a year, to explain
    if (length_days(*claim.time) > 1 || (day != nullptr && claim.time->from != day->from)) return;
    day = &*claim.time;
  }
  if (day == nullptr) return;
  const Time only = *day;
  for (Claim& claim : claims)
    if (is_open(claim) && claim.scope == Scope::incident && family_of(claim.kind) == "attack" &&
        thread_of(story, claim) != Thread::none)
      take(claim, only, "time.only-day");
}

}  // namespace

void carry_times(const Story& story, std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    // Plans and possibilities are not dated by the tense of the sentence.
    const bool at_publication = claim.time && !claim.time->text;
    if (at_publication && (claim.certainty == Certainty::future || claim.certainty == Certainty::possible)) {
      claim.time.reset();
      std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "time"; });
    }
  }
  from_lead(story, claims);
  from_story(story, claims);
  share_in_sentence(claims);
  from_only_day(story, claims);
}

}  // namespace attest
