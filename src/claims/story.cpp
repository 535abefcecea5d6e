#include "claims/story.hpp"

#include <algorithm>
#include <map>

#include "claims/phrases.hpp"
#include "claims/where.hpp"
#include "gazetteer/place.hpp"

namespace attest {

namespace {

bool is_town(const PlaceMention& place) { return exactness(place) == 3; }

/// "fled to Syria": where they are now, not where the story is.
bool is_refuge(const SentenceView& s, const PlaceMention& place) {
  std::uint32_t before = place.tokens.first;
  while (before > s.first() && (s.word(before - 1) == "the" || s.word(before - 1).ends_with("ern"))) --before;
  if (before < s.first() + 2 || !s.is_word(before - 1, {"to", "into"})) return false;
  const std::uint32_t from = before > s.first() + 5 ? before - 5 : s.first();
  return s.has_word({from, before}, {"fled", "flee", "fleeing", "flown", "crossed", "crossing", "escaped", "escape",
                                     "displaced", "deported", "arrived"});
}

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
    if (is_passing(s, *place) || is_refuge(s, *place) || !of_story(*place)) continue;
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

bool Story::parts(const Claim& earlier, const Claim& later) const {
  for (const Block& block : document_.blocks) {
    const bool between = block.span.begin >= earlier.sentence.end && block.span.end <= later.sentence.begin;
    if (block.kind == BlockKind::dateline && between) return true;
    if (block.kind == BlockKind::teaser && block.span.contains(earlier.sentence) != block.span.contains(later.sentence))
      return true;
  }
  return false;
}

bool Story::same_block(const Claim& a, const Claim& b) const {
  return analysis_.sentences[sentence_of(a)].block == analysis_.sentences[sentence_of(b)].block;
}

std::optional<std::uint32_t> Story::list_heading(const Claim& claim) const {
  if (!in_list(claim)) return std::nullopt;
  std::uint32_t sentence = sentence_of(claim);
  const auto block = [&](std::uint32_t i) { return document_.blocks[analysis_.sentences[i].block].kind; };
  while (sentence > 0 && block(sentence) == BlockKind::list_item) --sentence;
  const Sentence& before = analysis_.sentences[sentence];
  if (block(sentence) == BlockKind::list_item || before.first == before.last || analysis_.word(before.last - 1) != ":")
    return std::nullopt;
  return sentence;
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
  claim.place = place_of(
      place, {analysis_.tokens[place.tokens.first].span.begin, analysis_.tokens[place.tokens.last - 1].span.end});
  std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "place"; });
  claim.derived.push_back({"place", rule});
}

void Story::carry_place(Claim& claim) const {
  if (claim.place) return;
  const std::uint32_t sentence = sentence_of(claim);
  if (!is_headline(claim)) {
    if (claim.scope != Scope::incident)
      if (const PlaceMention* land = land_of(claim)) return set(claim, *land, "place.land-of-sentence");
    if (is_of_whole_country(claim))
      if (const PlaceMention* land = land_of_story()) return set(claim, *land, "place.land-of-story");
    if (is_background(claim)) {
      // The sum of a long time, item by item, is the sum of what the report is about.
      if (in_list(claim))
        if (const PlaceMention* subject = place_of_lead()) return set(claim, *subject, "place.from-lead");
      if (const PlaceMention* land = land_of_story()) return set(claim, *land, "place.land-of-story");
    }
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

/// "across the Gaza Strip": all over it.
bool Story::spreads(const Claim& claim, const PlaceMention& place) const {
  const SentenceView s(document_, analysis_, mentions_, sentence_of(claim));
  std::uint32_t at = place.tokens.first;
  while (at > s.first() && (s.is_word(at - 1, {"the"}) || s.word(at - 1).ends_with("ern"))) --at;
  return at > s.first() && s.is_word(at - 1, {"across", "throughout", "nationwide", "over"});
}

/// "attacks across the country", "against the country's police": not at the scene of the story alone.
bool Story::is_of_whole_country(const Claim& claim) const {
  const SentenceView s(document_, analysis_, mentions_, sentence_of(claim));
  return has_phrase(s, s.range(),
                    {"the country 's", "the country ’s", "across the country", "throughout the country",
                     "around the country", "in the country", "nationwide", "countrywide"});
}

/// Told of a time long before the report, to explain: the scene of the story is not its scene.
bool Story::is_background(const Claim& claim) const {
  constexpr int kLongAgoDays = 60;
  if (!claim.time || !claim.time->text || !claim.time->from || !document_.published) return false;
  return (document_.published->value - *claim.time->from).count() > kLongAgoDays;
}

/// The first place that the first sentences set.
const PlaceMention* Story::place_of_lead() const {
  constexpr std::size_t kLead = 3;
  for (std::size_t i = 0; i < std::min(kLead, main_places_.size()); ++i)
    if (main_places_[i] != nullptr) return main_places_[i];
  return nullptr;
}

/// The country of the story, if it is one and the report names it.
const PlaceMention* Story::land_of_story() const {
  if (countries_.size() != 1) return nullptr;
  for (const auto* list : {&mentions_.places, &mentions_.lands})
    for (const PlaceMention& place : *list)
      if (place.broad && !place.reference && place.country == *countries_.begin()) return &place;
  return nullptr;
}

namespace {

/// By what the lists say, else by how far it is from the region's middle; a name of no list lies where the story is.
bool lies_in_region(const PlaceMention& place, const PlaceMention& region) {
  constexpr double kReachKm = 120;
  if (!place.parent.empty()) return place.parent == region.name;
  if (place.unlisted) return true;
  return place.point && region.point && distance_km(*place.point, *region.point) < kReachKm;
}

/// Two dead here and five there: figures of one kind that do not fit each other, and neither is a part of the other.
bool counts_apart(const Claim& a, const Claim& b) {
  if (a.kind != b.kind || !a.count || !b.count || a.subset_of == b.id || b.subset_of == a.id) return false;
  if (a.subset_of || b.subset_of) return false;
  const auto below = [](const Count& less, const Count& more) { return less.max && more.min && *less.max < *more.min; };
  return below(*a.count, *b.count) || below(*b.count, *a.count);
}

}  // namespace

void Story::refine_place(std::vector<Claim>& claims) const {
  const auto derived = [](const Claim& claim) {
    return std::ranges::any_of(claim.derived, [](const Derivation& d) { return d.field == "place"; });
  };
  std::vector<const PlaceMention*> better(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (!claim.place || claim.scope != Scope::incident || claim.certainty == Certainty::future) continue;
    const PlaceMention* own = mention_of(*claim.place);
    if (own == nullptr || claim.place->name != own->name || spreads(claim, *own)) continue;
    const bool offset = own->relation == PlaceRelation::offset && !own->reference;
    if (exactness(*own) > 1 && !offset) continue;
    std::size_t best_gap = claims.size() + 1;
    for (std::size_t k = 0; k < claims.size(); ++k) {
      const Claim& other = claims[k];
      if (k == i || !other.place || other.scope != Scope::incident || derived(other) ||
          family_of(other.kind) != family_of(claim.kind))
        continue;
      const PlaceMention* place = mention_of(*other.place);
      if (place == nullptr || exactness(*place) < 2 || place->country != own->country) continue;
      if (offset && (place->name == own->name || place->relation == PlaceRelation::offset)) continue;
      const bool other_day = claim.time && other.time && are_apart(*claim.time, *other.time);
      const bool other_region = exactness(*own) == 1 && !lies_in_region(*place, *own);
      if (other_day || other_region || (offset && counts_apart(claim, other))) continue;
      const std::size_t gap = k < i ? i - k : k - i;
      if (gap < best_gap) best_gap = gap, better[i] = place;
    }
  }
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (better[i] != nullptr) set(claims[i], *better[i], "place.same-event");
}

}  // namespace attest
