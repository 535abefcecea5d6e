#include "claims/story.hpp"

#include <algorithm>
#include <map>

#include "claims/where.hpp"

namespace attest {

namespace {

bool is_town(const PlaceMention& place) { return exactness(place) == 3; }

}  // namespace

std::string_view family_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::killed:
    case ClaimKind::injured:
    case ClaimKind::attack:
    case ClaimKind::damaged:
      return "attack";
    case ClaimKind::sheltered:
    case ClaimKind::returned:
    case ClaimKind::displaced:
      return "displacement";
    default:
      return name_of(kind);
  }
}

Story::Story(const Document& document, const Analysis& analysis, const Mentions& mentions,
             const std::vector<Claim>& claims)
    : document_(document), analysis_(analysis), mentions_(mentions) {
  std::map<std::string, int> counts;
  int most = 0;
  for (const Claim& claim : claims)
    if (claim.place && claim.place->country) most = std::max(most, ++counts[*claim.place->country]);
  for (const auto& [country, count] : counts)
    if (count * 5 >= most) countries_.insert(country);
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) main_places_.push_back(main_place(i));
}

bool Story::of_story(const PlaceMention& place) const {
  return countries_.empty() || !place.country || countries_.contains(*place.country);
}

/// The most exact place of a sentence that is not in passing. Of several quarters of one town, the town.
const PlaceMention* Story::main_place(std::uint32_t sentence) const {
  const SentenceView s(document_, analysis_, mentions_, sentence);
  const PlaceMention* best = nullptr;
  bool several = false;
  for (const PlaceMention* place : s.within(mentions_.places, s.range())) {
    if (is_passing(s, *place) || !of_story(*place)) continue;
    if (best == nullptr || exactness(*place) > exactness(*best)) {
      best = place;
      several = false;
    } else if (exactness(*place) == exactness(*best) && place->name != best->name) {
      several = true;
    }
  }
  if (best == nullptr || !several || exactness(*best) < 4 || best->parent.empty()) return best;
  for (const PlaceMention& town : mentions_.places)
    if (is_town(town) && town.name == best->parent) return &town;
  return best;
}

std::uint32_t Story::sentence_of(const Claim& claim) const {
  const auto after = std::ranges::upper_bound(analysis_.sentences, claim.sentence.begin, {},
                                              [](const Sentence& s) { return s.span.begin; });
  return after == analysis_.sentences.begin() ? 0 : static_cast<std::uint32_t>(after - analysis_.sentences.begin() - 1);
}

bool Story::is_headline(const Claim& claim) const {
  const std::uint32_t sentence = sentence_of(claim);
  return sentence == 0 || document_.blocks[analysis_.sentences[sentence].block].kind == BlockKind::headline;
}

bool Story::in_list(const Claim& claim) const {
  return document_.blocks[analysis_.sentences[sentence_of(claim)].block].kind == BlockKind::list_item;
}

/// "the town", "the camp" in the claim's sentence: the place of that sort that the story named last.
const PlaceMention* Story::named_last(const Claim& claim) const {
  const std::uint32_t sentence = sentence_of(claim);
  const SentenceView s(document_, analysis_, mentions_, sentence);
  std::string_view noun;
  for (std::uint32_t i = s.first(); i + 1 < s.last() && noun.empty(); ++i)
    if (s.is_word(i, {"the", "that", "this"}) && !s.is_word(i + 2, {"of", "in"}) &&
        s.is_word(i + 1, {"town", "city", "village", "province", "governorate", "region", "state", "camp", "district"}))
      noun = s.word(i + 1);
  if (noun.empty()) return nullptr;
  const auto fits = [&](const PlaceMention& place) {
    if (noun == "camp") return place.kind == PlaceKind::camp;
    if (noun == "district") return place.kind == PlaceKind::adm2 || place.kind == PlaceKind::quarter;
    if (noun == "town" || noun == "city" || noun == "village") return exactness(place) == 3;
    return exactness(place) == 1;
  };
  const auto exactly = [&](const PlaceMention& place) {
    return (noun == "village") == (place.kind == PlaceKind::village) &&
           (noun == "city") <= (place.kind == PlaceKind::city);
  };
  const PlaceMention* other = nullptr;
  for (std::uint32_t back = sentence; back-- > 0;) {
    const PlaceMention* place = main_places_[back];
    if (place == nullptr || !fits(*place)) continue;
    if (exactly(*place) || exactness(*place) != 3) return place;
    if (other == nullptr) other = place;
  }
  if (other != nullptr) return other;
  for (const PlaceMention& place : mentions_.places) {
    if (analysis_.tokens[place.tokens.first].span.begin >= claim.sentence.begin) break;
    if (fits(place)) other = &place;
  }
  return other;
}

/// "Sudan's", "the Syrian people" in the claim's own sentence: for totals, which a town of the story would belittle.
const PlaceMention* Story::land_of(const Claim& claim) const {
  const SentenceView s(document_, analysis_, mentions_, sentence_of(claim));
  const auto lands = s.within(mentions_.lands, s.range());
  for (const PlaceMention* land : lands)
    if (land->name != lands.front()->name) return nullptr;
  return lands.empty() || !of_story(*lands.front()) ? nullptr : lands.front();
}

const PlaceMention* Story::mention_of(const Place& place) const {
  for (const PlaceMention& mention : mentions_.places)
    if (analysis_.tokens[mention.tokens.first].span.begin == place.text.begin) return &mention;
  return nullptr;
}

void Story::set(Claim& claim, const PlaceMention& place, const char* rule) const {
  claim.place =
      Place{{analysis_.tokens[place.tokens.first].span.begin, analysis_.tokens[place.tokens.last - 1].span.end},
            place.name,
            place.country};
  std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "place"; });
  claim.derived.push_back({"place", rule});
}

void Story::carry_place(Claim& claim) const {
  if (claim.place) return;
  const std::uint32_t sentence = sentence_of(claim);
  if (!is_headline(claim)) {
    if (const PlaceMention* place = named_last(claim)) return set(claim, *place, "place.named-last");
    if (claim.scope != Scope::incident)
      if (const PlaceMention* land = land_of(claim)) return set(claim, *land, "place.land-of-sentence");
    const PlaceMention* broad = nullptr;
    for (std::uint32_t back = sentence; back-- > 0;) {
      const PlaceMention* place = main_places_[back];
      if (place == nullptr) continue;
      if (exactness(*place) >= 3) {
        // A hospital or a base is the scene of its own sentence; the story goes on in the town.
        if (place->kind == PlaceKind::facility && !place->parent.empty())
          for (const PlaceMention& town : mentions_.places)
            if (is_town(town) && town.name == place->parent) return set(claim, town, "place.running-story");
        return set(claim, *place, "place.running-story");
      }
      if (broad == nullptr || (exactness(*place) > exactness(*broad) && place->country == broad->country))
        broad = place;
    }
    if (broad != nullptr) return set(claim, *broad, "place.running-story");
  }
  // A headline, or a claim before any place: the first sentence that sets one.
  const PlaceMention* broad = nullptr;
  for (const PlaceMention* place : main_places_) {
    if (place == nullptr) continue;
    if (exactness(*place) >= 3) return set(claim, *place, "place.from-lead");
    if (broad == nullptr) broad = place;
  }
  if (broad != nullptr) set(claim, *broad, "place.from-lead");
}

void Story::refine_place(std::vector<Claim>& claims) const {
  const auto derived = [](const Claim& claim) {
    return std::ranges::any_of(claim.derived, [](const Derivation& d) { return d.field == "place"; });
  };
  std::vector<const PlaceMention*> better(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (!claim.place || claim.scope != Scope::incident || claim.certainty == Certainty::future) continue;
    const PlaceMention* own = mention_of(*claim.place);
    if (own == nullptr || exactness(*own) > 1 || claim.place->name != own->name) continue;
    std::size_t best_gap = claims.size() + 1;
    for (std::size_t k = 0; k < claims.size(); ++k) {
      const Claim& other = claims[k];
      if (k == i || !other.place || other.scope != Scope::incident || derived(other) ||
          family_of(other.kind) != family_of(claim.kind))
        continue;
      const PlaceMention* place = mention_of(*other.place);
      if (place == nullptr || exactness(*place) < 3 || place->country != own->country) continue;
      const bool other_day = claim.time && other.time && are_apart(*claim.time, *other.time);
      const bool other_region = exactness(*own) == 1 && place->parent != own->name;
      if (other_day || other_region) continue;
      const std::size_t gap = k < i ? i - k : k - i;
      if (gap < best_gap) best_gap = gap, better[i] = place;
    }
  }
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (better[i] != nullptr) set(claims[i], *better[i], "place.same-event");
}

}  // namespace attest
