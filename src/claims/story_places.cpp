// A country or province gives way to the more exact place of the same event elsewhere in the report.
#include <algorithm>
#include <map>

#include "annotate/place_words.hpp"
#include "claims/story.hpp"
#include "claims/where.hpp"
#include "gazetteer/place.hpp"

namespace attest {

namespace {

/// By what the lists say, else by how far it is from the region's middle.
bool lies_in_region(const PlaceMention& place, const PlaceMention& region) {
  constexpr double kReachKm = 120;
  if (!place.parent.empty()) return place.parent == region.name;
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

/// "across the Gaza Strip": all over it.
bool Story::spreads(const Claim& claim, const PlaceMention& place) const {
  const SentenceView s(document_, analysis_, mentions_, sentence_of(claim));
  if (place.reference && exactness(place) <= 1) return true;  // "in the state"
  std::uint32_t at = place.tokens.first;
  while (at > s.first() && (s.is_word(at - 1, {"the"}) || gives_direction(s.word(at - 1)))) --at;
  if (at > s.first() && s.is_word(at - 1, {"across", "throughout", "nationwide", "over"})) return true;
  for (std::uint32_t steps = 0; at > s.first() && steps < 3; ++steps, --at) {
    if (!s.is_word(at - 1, {"in", "of"}))
      continue;  // "two towns in northeastern Ukraine", "Yemen's Hodeidah" behind "in"
    const TokenRange before{at - 1 > s.first() + 4 ? at - 5 : s.first(), at - 1};
    return s.is_word(at - 2, {"towns", "villages", "cities", "places", "districts", "areas", "locations", "incidents",
                              "attacks", "bombings", "provinces", "neighbourhoods", "neighborhoods"}) &&
           (s.has_word(before,
                       {"several", "multiple", "many", "various", "different", "separate", "series", "numerous"}) ||
            std::ranges::any_of(s.within(mentions_.quantities, before),
                                [](const Quantity* q) { return !q->bare_year; }));
  }
  return false;
}

bool Story::beside(const Claim& claim, const Claim& other) const {
  const std::uint32_t here = sentence_of(claim), there = sentence_of(other);
  return (here > there ? here - there : there - here) <= 1;
}

bool Story::told_together(const Claim& claim, const Claim& other) const {
  constexpr std::uint32_t kNear = 3, kBelowHeadline = 3;  // sentences
  const std::uint32_t here = sentence_of(claim), there = sentence_of(other);
  if ((here > there ? here - there : there - here) <= (std::min(here, there) == 0 ? kBelowHeadline : kNear))
    return true;
  return claim.kind == other.kind && claim.count && other.count && claim.count->min == other.count->min &&
         claim.count->max == other.count->max;
}

/// "attacks in Iraq, including one in Baghdad"
bool Story::is_example(const Place& of, const Place& place) const {
  if (place.text.begin <= of.text.end || place.text.begin - of.text.end > 120) return false;
  const std::string_view between = std::string_view(document_.text).substr(of.text.end, place.text.begin - of.text.end);
  return between.find("including ") != between.npos && between.find(". ") == between.npos;
}

void Story::refine_place(std::vector<Claim>& claims) const {
  const auto derived = [](const Claim& claim) {
    return std::ranges::any_of(claim.derived, [](const Derivation& d) { return d.field == "place"; });
  };
  std::vector<const PlaceMention*> better(claims.size());
  std::map<std::string_view, std::set<std::string>> scenes;  // of a family: the towns that its claims name themselves
  for (const Claim& claim : claims)
    if (const PlaceMention* place = claim.place && !derived(claim) ? mention_of(*claim.place) : nullptr)
      if (exactness(*place) >= 1)
        scenes[family_of(claim.kind)].insert(place->parent.empty() || exactness(*place) < 4 ? place->name
                                                                                            : place->parent);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (!claim.place || claim.scope != Scope::incident || claim.certainty == Certainty::future) continue;
    const PlaceMention* own = mention_of(*claim.place);
    if (own == nullptr || claim.place->name != own->name || spreads(claim, *own)) continue;
    const bool offset = own->relation == PlaceRelation::offset && !own->reference;
    if (exactness(*own) > 1 && !offset) continue;
    const bool has_example = std::ranges::any_of(claims, [&](const Claim& part) {
      return part.subset_of == claim.id && part.place && part.place->name != claim.place->name && !derived(part);
    });
    if (has_example) continue;  // "hundreds in Mali, including 27 in an attack on Mondoro"
    std::size_t best_gap = claims.size() + 1;
    for (std::size_t k = 0; k < claims.size(); ++k) {
      const Claim& other = claims[k];
      if (k == i || !other.place || other.scope != Scope::incident || derived(other) ||
          !same_section(other, sentence_of(claim)) || family_of(other.kind) != family_of(claim.kind))
        continue;
      const PlaceMention* place = mention_of(*other.place);
      if (place == nullptr || exactness(*place) < 2 || place->country != own->country) continue;
      if (is_example(*claim.place, *other.place)) continue;
      if (offset && (place->name == own->name || place->relation == PlaceRelation::offset)) continue;
      const bool other_day = claim.time && other.time && are_apart(*claim.time, *other.time);
      const bool near = told_together(claim, other);
      const bool other_region =
          exactness(*own) == 1 && !(lies_in_region(*place, *own) || (place->unlisted && beside(claim, other)));
      if (other_day || other_region || counts_apart(claim, other)) continue;
      const bool several = scenes[family_of(claim.kind)].size() > 1;  // events that the report tells of
      if (several && !near) continue;
      if (several && claim.kind != other.kind && !beside(claim, other)) continue;
      const std::size_t gap = k < i ? i - k : k - i;
      if (gap < best_gap) best_gap = gap, better[i] = place;
    }
  }
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (better[i] != nullptr) set(claims[i], *better[i], "place.same-event");
}

}  // namespace attest
