#include <limits>

#include "claims/story.hpp"

namespace attest {

namespace {

bool has_rule(const Claim& claim, std::string_view field) {
  return std::ranges::any_of(claim.derived, [&](const Derivation& d) { return d.field == field; });
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

void take(Claim& claim, const Claim& from, const char* rule) {
  claim.time = from.time;
  claim.derived.push_back({"time", rule});
}

/// A headline tells what the lead tells: the first claim of its family that has a date of its own.
void from_lead(const Story& story, std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    if (!story.is_headline(claim) || !is_open(claim)) continue;
    for (const Claim& other : claims) {
      if (!other.time || story.is_headline(other) || family_of(other.kind) != family_of(claim.kind)) continue;
      if (story.sentence_of(other) > story.sentence_of(claim) + 6) break;
      const bool elsewhere = claim.place && other.place && !has_rule(claim, "place") && !same_place(claim, other) &&
                             claim.place->country != other.place->country;
      if (elsewhere || other.scope == Scope::cumulative || length_days(*other.time) > 7) continue;
      take(claim, other, "time.from-lead");
      break;
    }
  }
}

/// The last claim of the same story that had a date of its own. The items of a list share what was said before it.
void from_story(const Story& story, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const bool item = story.in_list(claim);
    if (!is_open(claim) || (claim.scope != Scope::incident && !item)) continue;
    const std::uint32_t sentence = story.sentence_of(claim);
    for (std::size_t back = i; back-- > 0;) {
      const Claim& other = claims[back];
      if (!other.time || !other.time->text || length_days(*other.time) > 1) continue;
      const bool family = family_of(other.kind) == family_of(claim.kind);
      const bool near = sentence - story.sentence_of(other) <= 4;
      const bool fight = near && of_one_fight(other.kind) && of_one_fight(claim.kind);
      if (!(family && item) && !((family || fight) && same_place(claim, other))) continue;
      take(claim, other, "time.same-incident");
      if (item) claim.scope = Scope::incident;  // a short series on one day
      break;
    }
  }
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
}

}  // namespace attest
