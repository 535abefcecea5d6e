#include "claims/where_and_when.hpp"

namespace attest {

namespace {

/// "said on Friday", "told reporters today": the time of saying.
bool dates_the_speech(const SentenceView& s, const TimeMention& time, const PredicateMention& t) {
  for (const CueMention* cue : s.within(s.mentions().cues, s.range())) {
    const bool after = time.tokens.first >= cue->tokens.last && time.tokens.first - cue->tokens.last <= 4;
    const bool between = t.tokens.first > cue->tokens.last && t.tokens.first < time.tokens.first;
    if (after && !between && cue->form != Form::gerund) return true;
  }
  return time.tokens.first >= s.first() + 3 && s.word(time.tokens.first - 2) == "statement";
}

}  // namespace

void set_place(const SentenceView& s, const Predicate& p, const PredicateMention& t, const Arguments& a,
               const Voice& voice, Claim& claim) {
  const PlaceMention* best = nullptr;
  long best_score = 0;
  for (const PlaceMention* place : s.within(s.mentions().places, s.range())) {
    const std::uint32_t at = place->tokens.first;
    if (voice.outside.contains(at)) continue;
    long score = 60 - std::abs(static_cast<long>(at) - static_cast<long>(t.tokens.first));
    if (at > s.first() &&
        s.is_word(at - 1, {"in", "near", "at", "on", "of", "around", "outside", "inside", "across", "west", "east",
                           "north", "south", "western", "eastern", "northern", "southern", "'s"}))
      score += 15;
    if (place->broad) score -= 40;
    if (at >= a.clause.first && at < a.clause.last) score += 15;
    if (p.object == Role::place && !a.passive && at >= a.object.first && at < a.object.last) score += 20;
    if (p.kind == ClaimKind::displaced && at > s.first() && s.word(at - 1) == "from") score += 15;
    if (s.word(place->tokens.last) == "-" || (place->broad && s.is_word(at - 1, {"for", "to", "between"}))) score -= 40;
    if (at > s.first() + 1 &&
        s.is_word(at - 2,
                  {"representative", "director", "spokesman", "mission", "ambassador", "envoy", "north", "south"}) &&
        s.is_word(at - 1, {"in", "of", "for", "to"}))
      score -= 25;
    if (best == nullptr || score > best_score) best = place, best_score = score;
  }
  if (best == nullptr) return;
  TokenRange words = best->tokens;
  claim.place = Place{s.bytes(words), best->name, best->country};
  // "in Iraq and Syria": one figure for two places.
  if (best->broad) {
    for (const PlaceMention* other : s.within(s.mentions().places, s.range())) {
      if (!other->broad || other == best || other->name == best->name) continue;
      const bool joined = (other->tokens.first == words.last + 1 && s.word(words.last) == "and") ||
                          (words.first == other->tokens.last + 1 && s.word(other->tokens.last) == "and");
      if (!joined) continue;
      const bool ordered = best->name < other->name;
      claim.place->name = (ordered ? best->name : other->name) + " and " + (ordered ? other->name : best->name);
      claim.place->country.reset();
      claim.place->text =
          s.bytes({std::min(words.first, other->tokens.first), std::max(words.last, other->tokens.last)});
      break;
    }
  }
}

void set_time(const SentenceView& s, const PredicateMention& t, const Arguments&, Claim& claim) {
  const TimeMention* best = nullptr;
  long best_distance = 0;
  for (const TimeMention* time : s.within(s.mentions().times, s.range())) {
    if (dates_the_speech(s, *time, t)) continue;
    const long distance = std::abs(static_cast<long>(time->tokens.first) - static_cast<long>(t.tokens.first));
    if (best == nullptr || distance < best_distance) best = time, best_distance = distance;
  }
  if (best != nullptr) claim.time = Time{s.bytes(best->tokens), best->from, best->to};
}

}  // namespace attest
