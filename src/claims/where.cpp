#include "claims/where.hpp"

#include "annotate/place_words.hpp"
#include "claims/attachment.hpp"

namespace attest {

namespace {

/// "north of Baghdad", "17 km from Aleppo": the place is by it.
bool is_offset(const SentenceView& s, const PlaceMention& place) {
  const std::uint32_t at = place.tokens.first;
  if (at < s.first() + 2 || !s.is_word(at - 1, {"of", "from"})) return false;
  return s.is_word(at - 2, {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                            "north-east", "north-west", "south-east", "south-west", "km", "kilometres", "kilometers",
                            "miles", "outskirts", "away"});
}

bool locative(std::string_view w) {
  return w == "in" || w == "near" || w == "at" || w == "on" || w == "around" || w == "outside" || w == "inside" ||
         w == "across" || gives_direction(w) || w == "'s" || w == "throughout" || w == "towards" || w == "over";
}

/// Does `inner` name a part of `outer` in one phrase: "the town of Tel Tamer in Hasaka province", "Bama, Nigeria"?
bool lies_in(const SentenceView& s, const PlaceMention& inner, const PlaceMention& outer) {
  if (outer.tokens.last + 1 == inner.tokens.first && s.is_word(outer.tokens.last, {"'s", "’s"}))
    return exactness(inner) > exactness(outer);   // "Gaza's Vardim hospital"
  const std::uint32_t after = outer.tokens.last;  // "Tigray's capital, Mekelle", "the province's town of A"
  if (s.is_word(after, {"'s", "’s"}) &&
      s.is_word(after + 1, {"capital", "city", "town", "village", "district", "port", "suburb"}) &&
      s.is_word(after + 2, {",", "of"}) && inner.tokens.first == after + 3)
    return exactness(inner) > exactness(outer);
  if (inner.tokens.first == outer.tokens.last + 2 && s.word(outer.tokens.last + 1) == "of" &&
      s.is_word(outer.tokens.last,
                {"district", "suburb", "neighborhood", "neighbourhood", "quarter", "area", "region", "province", "town",
                 "village", "settlement", "resort", "port", "city", "enclave", "stronghold"}))
    return exactness(inner) > exactness(outer);  // "the Baghdad district of Sadr City"
  if (inner.tokens.last > outer.tokens.first || outer.tokens.first - inner.tokens.last > 6) return false;
  const bool near = s.is_word(inner.tokens.last, {"near", "outside"}) && outer.relation == PlaceRelation::near;
  if (near && exactness(inner) >= 3) return true;  // "the village of A near the town of B"
  if (exactness(inner) <= exactness(outer) && !inner.unlisted) return false;
  bool linked = false;
  for (std::uint32_t i = inner.tokens.last; i < outer.tokens.first; ++i) {
    if (s.is_word(i, {"in", ",", "of", "("}))
      linked = true;
    else if (s.is_word(i, {"and", "to", "from", "or", "by", "were", "was", "which", "who", "that", "is", "are"}))
      return false;
  }
  return linked && (!inner.country || !outer.country || inner.country == outer.country);
}

/// "militants who had fired mortars into Israel": a place inside a relative clause that does not tell of the trigger.
bool is_in_other_relative(const SentenceView& s, const PlaceMention& place, const PredicateMention& t) {
  if (!s.has_tree()) return false;
  const auto inside = [&](std::uint32_t i) { return i >= s.first() && i < s.last(); };
  std::uint32_t at = place.tokens.last - 1;
  for (int steps = 0; inside(at) && steps < 60; ++steps, at = s.token(at).head) {
    if (s.token(at).deprel != Deprel::acl_relcl || place.tokens.contains(at)) continue;
    for (std::uint32_t up = t.tokens.first; inside(up) && steps < 60; ++steps, up = s.token(up).head)
      if (up == at) return false;
    const auto events = s.within(s.mentions().predicates, {at, at + 1});
    return !events.empty() &&
           s.is_word(s.token(at).head, {"militants", "fighters", "rebels", "insurgents", "gunmen", "soldiers", "troops",
                                        "forces", "people", "civilians", "those", "refugees", "families", "residents"});
  }
  return false;
}

/// The first word of "the key town of Vardim".
std::uint32_t begin_of_phrase(const SentenceView& s, const PlaceMention& place) {
  std::uint32_t before = place.tokens.first;
  while (before > s.first() &&
         (s.is_word(before - 1, {"the", "town", "city", "village", "of", "district", "key", "province", "capital"})))
    --before;
  return before;
}

/// "a bus from Quetta to Lahore", "on its way to the capital": where somebody was going.
bool is_destination(const SentenceView& s, const Predicate& p, const PlaceMention& place) {
  if (p.kind == ClaimKind::control || p.kind == ClaimKind::clash) return false;  // troops fight their way to a place
  std::uint32_t before = begin_of_phrase(s, place);
  for (const PlaceMention* other :
       s.within(s.mentions().places, s.range()))  // "to A and B": the first of the list tells
    if (other->tokens.last + 1 == before && s.is_word(before - 1, {"and", ","})) before = begin_of_phrase(s, *other);
  while (before > s.first() && (gives_direction(s.word(before - 1)) || s.word(before - 1) == "the")) --before;
  if (before <= s.first() || !s.is_word(before - 1, {"to", "for", "towards", "toward"})) return false;
  const std::uint32_t from = before > s.first() + 12 ? before - 12 : s.first();
  // "the villages were raided and the residents fled to A", "the wounded were flown to B"
  const bool movement = p.kind == ClaimKind::displaced || p.kind == ClaimKind::sheltered ||
                        p.kind == ClaimKind::returned || p.kind == ClaimKind::trapped || p.kind == ClaimKind::detained;
  if (!movement && s.has_word({before > s.first() + 6 ? before - 6 : s.first(), before},
                              {"fled", "flee", "fleeing", "shifted", "rushed", "taken", "transferred", "transported",
                               "airlifted", "flown", "evacuated", "moved", "escaped", "referred"}))
    return true;
  if (s.is_word(before - 2, {"way", "route", "bound", "headed", "heading", "travelling", "traveling", "driving",
                             "flying", "flight", "journey", "trip", "en"}))
    return true;
  return s.has_word({from, before}, {"from"}) &&
         s.has_word({from, before}, {"bus", "passengers", "train", "plane", "truck", "travelling", "traveling",
                                     "carrying", "transporting", "flying"});
}

long place_score(const SentenceView& s, const Predicate& p, const PredicateMention& t, const Arguments& a,
                 const PlaceMention& place) {
  const std::uint32_t at = place.tokens.first;
  const std::uint32_t before = begin_of_phrase(s, place);
  const std::string_view link = before > s.first() ? s.word(before - 1) : std::string_view();
  long score = 60 - attachment_cost(s, place.tokens, t.tokens);
  if (locative(link) || (at > s.first() && locative(s.word(at - 1)))) score += 15;
  if (place.broad) score -= 30;
  if (a.clause.contains(at)) score += 15;
  if (p.object == Role::place && !a.passive && !a.noun && at >= a.object.first && at < a.object.last) score += 20;
  if ((p.of == Role::place || p.of == Role::target) && a.of.contains(at)) score += 20;
  if (p.kind == ClaimKind::displaced && link == "from") score += 15;
  if (p.kind == ClaimKind::displaced && link == "to") score -= 5;
  if (p.kind != ClaimKind::displaced && link == "from") score -= 10;
  const TreeLink link_of = tree_link(s, place.tokens, t.tokens);
  if (link_of == TreeLink::below || link_of == TreeLink::joined) score -= 8;
  if (is_passing(s, place) || is_destination(s, p, place) || is_in_other_relative(s, place, t)) score -= 45;
  if (is_offset(s, place)) score -= 20;
  return score;
}

/// "NAME hospital officials", "according to NAME hospital", "were taken to NAME hospital, where the dead were counted":
/// who says so, and where the victims came afterwards.
bool is_of_the_aftermath(const SentenceView& s, const PlaceMention& place) {
  const std::uint32_t at = place.tokens.first, next = place.tokens.last;
  if (s.is_word(next, {"officials", "official", "doctors", "doctor", "staff", "director", "spokesman", "spokeswoman",
                       "sources", "source", "workers", "authorities", "said", "medics", "manager", "administration"}))
    return true;
  const std::uint32_t near = at > s.first() + 9 ? at - 9 : s.first();
  const bool from_it = s.is_word(at - 1, {"to", "by"}) || s.is_word(at - 2, {"to", "by"});
  if (from_it &&
      s.has_word({near, at}, {"according", "provided", "compiled", "taken", "brought", "rushed", "transferred",
                              "evacuated", "transported", "admitted", "carried", "sent", "arrived"}))
    return true;
  const std::uint32_t end = std::min(next + 8, s.last());
  for (std::uint32_t i = next; i + 1 < end; ++i)
    if (s.word(i) == "where")
      return s.has_word({i, std::min(i + 8, s.last())},
                        {"bodies", "dead", "wounded", "injured", "casualties", "treated", "died", "treatment"});
  return false;
}

/// Are two places members of one list: "Homs, Hama", "A in the northern province of B, and the port city of C"?
bool in_one_list(const SentenceView& s, const PlaceMention& left, const PlaceMention& right) {
  constexpr std::uint32_t kReach = 12;  // tokens
  if (exactness(left) != exactness(right) || left.name == right.name || right.parent == left.name) return false;
  if (right.tokens.first - left.tokens.last > kReach) return false;
  const auto around = [&](std::uint32_t i) {  // a word of a wider place
    return std::ranges::any_of(s.within(s.mentions().places, {left.tokens.last, right.tokens.first}),
                               [&](const auto* p) { return p->tokens.contains(i) && exactness(*p) < exactness(left); });
  };
  bool link = false;
  for (std::uint32_t i = left.tokens.last; i < right.tokens.first; ++i) {
    link = link || s.is_word(i, {"and", ",", "well", "including"});
    if (!s.is_word(i, {"and",    ",",         "the",       "of",     "in",           "most",        "parts",    "city",
                       "town",   "towns",     "village",   "port",   "district",     "cities",      "villages", "as",
                       "well",   "including", "coastal",   "nearby", "neighbouring", "neighboring", "province", "state",
                       "region", "regions",   "provinces", "centre", "center"}) &&
        !gives_direction(s.word(i)) && !around(i))
      return false;
  }
  return link;
}

/// The list of places that one stands in, in the order of the text; itself alone when there is none. A list has an "and":
/// "in Jalula, Diyala" is one place.
std::vector<const PlaceMention*> list_of(const SentenceView& s, Span own) {
  std::vector<const PlaceMention*> places;
  const PlaceMention* at = nullptr;
  for (const PlaceMention* place : s.within(s.mentions().places, s.range()))
    if (s.bytes(place->tokens) == own) at = place;
  if (at == nullptr) return {};
  for (const PlaceMention* place : s.within(s.mentions().places, s.range()))
    if (place == at || (exactness(*place) == exactness(*at) && !place->tokens.overlaps(at->tokens) &&
                        (places.empty() || place->tokens.first >= places.back()->tokens.last)))
      places.push_back(place);
  const auto own_at = std::ranges::find(places, at);
  auto first = own_at;
  while (first != places.begin() && in_one_list(s, **(first - 1), **first)) --first;
  auto last = own_at;
  while (last + 1 != places.end() && in_one_list(s, **last, **(last + 1))) ++last;
  for (auto p = first; p != last; ++p)
    if (s.has_word({(*p)->tokens.last, (*(p + 1))->tokens.first}, {"and"})) return {first, last + 1};
  return {at};
}

/// "in Iraq and Syria": one figure for several places. Countries stand by the alphabet, towns as in the text.
void join_list(const SentenceView& s, const PlaceMention& best, Claim& claim) {
  if (!best.broad && !claim.count) return;
  std::vector<const PlaceMention*> list = list_of(s, s.bytes(best.tokens));
  if (list.size() < 2) return;
  Place& place = *claim.place;
  place.text = s.bytes({list.front()->tokens.first, list.back()->tokens.last});
  if (std::ranges::all_of(list, [](const auto* p) { return exactness(*p) == 0; }))
    std::ranges::sort(list, {}, &PlaceMention::name);
  place.name.clear();
  for (const PlaceMention* one : list) {
    place.name += one == list.front() ? "" : one == list.back() ? " and " : ", ";
    place.name += one->name;
    if (one->country != best.country) place.country.reset();
  }
  place.position.reset(), place.precision.reset();  // several places have no point in common
}

}  // namespace

Place place_of(const PlaceMention& mention, Span words) {
  return {.text = words,
          .name = mention.name,
          .country = mention.country,
          .position = mention.point,
          .precision = mention.precision == 0 ? std::nullopt : std::optional(mention.precision)};
}

bool is_passing(const SentenceView& s, const PlaceMention& place) {
  const std::uint32_t at = place.tokens.first;
  if (place.kind == PlaceKind::facility && is_of_the_aftermath(s, place)) return true;
  if (s.word(place.tokens.last) == "-") return true;  // "Damascus-based", "Iran-backed"
  if (at <= s.first()) return false;
  std::uint32_t before = at - 1;
  while (before > s.first() && s.is_word(before, {"the", "northern", "southern", "eastern", "western", "central"}))
    --before;
  if (s.word(before) == "of" && before > s.first() && s.word(before - 1) == ",") return true;  // "a name, 42, of Hull"
  if (!s.is_word(before, {"in", "of", "for", "to", "from", "at", "with", "against"})) return false;
  const std::uint32_t near = before > s.first() + 4 ? before - 4 : s.first();
  if (s.has_word({before > s.first() ? before - 1 : before, before},
                 {"representative", "director",    "spokesman", "spokeswoman",  "spokesperson", "ambassador",
                  "envoy",          "coordinator", "ties",      "links",        "based",        "office",
                  "embassy",        "native",      "mission",   "refugees",     "policy",       "minister",
                  "assistance",     "talks",       "exile",     "headquartered"}))
    return true;
  return s.has_word({near, before}, {"reporters", "briefing", "conference", "telephone", "phone", "summit", "speaking",
                                     "representative", "spokesman", "coordinator", "headquarters", "students"}) ||
         (s.is_word(before, {"for", "with", "against"}) && place.broad);
}

void set_place(const SentenceView& s, const Predicate& p, const PredicateMention& t, const Arguments& a,
               const Voice& voice, Claim& claim, Weighing* weighing) {
  const auto places = s.within(s.mentions().places, s.range());
  const PlaceMention* best = nullptr;
  long best_score = 0;
  const TokenRange apart = told_apart(s, t, claim);
  for (const PlaceMention* place : places) {
    if (apart.contains(place->tokens.first)) {
      left(weighing, "place", "place.of-example", s.bytes(place->tokens));
      continue;
    }
    if (voice.outside.contains(place->tokens.first)) {
      left(weighing, "place", "place.of-speaker", s.bytes(place->tokens));
      continue;
    }
    long score = place_score(s, p, t, a, *place);
    for (const PlaceMention* other : places)  // the inner of two nested places speaks for both
      if (lies_in(s, *place, *other)) score = std::max(score, place_score(s, p, t, a, *other) + 1);
    if (best == nullptr || score > best_score) best = place, best_score = score;
  }
  if (best == nullptr) return;
  if (is_passing(s, *best)) return left(weighing, "place", "place.in-passing", s.bytes(best->tokens));
  if (is_in_other_relative(s, *best, t))
    return left(weighing, "place", "place.of-another-clause", s.bytes(best->tokens));
  for (const PlaceMention* inner : places)
    if (lies_in(s, *inner, *best) && !apart.contains(inner->tokens.first) &&
        !voice.outside.contains(inner->tokens.first)) {
      left(weighing, "place", "place.around-a-closer-one", s.bytes(best->tokens));
      best = inner;
    }
  took(weighing, "place", "place.in-sentence", s.bytes(best->tokens));
  claim.place = place_of(*best, s.bytes(best->tokens));
  if (best->reference) claim.derived.push_back({"place", "place.named-last"});
  join_list(s, *best, claim);
}

std::vector<Place> places_beside(const SentenceView& s, const Place& own) {
  std::vector<Place> out;
  for (const PlaceMention* place : list_of(s, own.text))
    if (s.bytes(place->tokens) != own.text) out.push_back(place_of(*place, s.bytes(place->tokens)));
  return out;
}

}  // namespace attest
