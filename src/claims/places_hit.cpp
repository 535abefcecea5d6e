#include "claims/places_hit.hpp"

namespace attest {

namespace {

bool territory_in(const SentenceView& s, TokenRange zone) {
  return s.has_word(
      zone,
      {"territory", "territories", "areas",       "area",          "town",          "towns",          "city",
       "cities",    "village",     "villages",    "neighbourhood", "neighborhoods", "neighbourhoods", "neighborhood",
       "district",  "districts",   "countryside", "road",          "base",          "headquarters",   "stronghold",
       "region",    "province",    "land",        "lands",         "side",          "checkpoint",     "airport",
       "border",    "crossing",    "terrain",     "positions",     "capital",       "outpost",        "bridge",
       "bases",     "garrison",    "airbase",     "airfield",      "hill",          "hills",          "heights",
       "mountain",  "mine",        "port",        "settlement",    "settlements",   "suburb",         "suburbs",
       "barracks",  "checkpoints", "junction",    "highway",       "locality",      "township",       "strongholds",
       "outposts",  "island",      "quarter",     "enclave",       "provinces",     "compound",       "palace",
       "dam",       "refinery",    "building",    "buildings",     "house",         "houses",         "parts",
       "part",      "swathes",     "swathe",      "swaths",        "complex",       "complexes"});
}

bool next_is_object(const SentenceView& s, std::uint32_t i) {
  const TokenRange near{i, std::min(i + 3, s.last())};
  return !s.within(s.mentions().objects, near).empty();
}

}  // namespace

bool any_place(const SentenceView& s, TokenRange zone) {
  return !s.within(s.mentions().places, zone).empty() || territory_in(s, zone);
}

TokenRange head_of(const SentenceView& s, TokenRange zone) {
  std::uint32_t last = zone.first;
  if (s.word(last) == "at" && s.is_word(last + 1, {"least", "most"})) last = std::min(last + 2, zone.last);
  while (last < zone.last && !s.is_word(last, {"in", "near", "at", "around", "during", "after", "with", "for", "who",
                                               "against", "since", "as", "on", "early", "late", "by", "outside"})) {
    const bool list = s.word(last) == "," && (s.is_word(last + 1, {"a", "an", "the"}) || next_is_object(s, last + 1));
    if (s.word(last) == "," && !list) break;
    ++last;
  }
  return {zone.first, last};
}

bool head_place(const SentenceView& s, TokenRange zone) {
  const TokenRange head = head_of(s, zone);
  if (head.first >= head.last) return false;
  const auto people = s.within(s.mentions().people, head);
  const auto places = s.within(s.mentions().places, head);
  if (!places.empty()) return people.empty() || places.front()->tokens.first < people.front()->tokens.first;
  if (!territory_in(s, head)) return false;
  // "the rebel stronghold": the people only describe the place
  return std::ranges::all_of(people, [&](const PeopleMention* person) {
    return !person->quantity && territory_in(s, {person->tokens.last, std::min(person->tokens.last + 1, head.last)});
  });
}

bool object_is_named_place(const SentenceView& s, TokenRange verb) {
  if (!s.has_tree()) return false;
  // Of "sealed off the town" the tree makes a place where something was sealed.
  const auto is_object = [&](std::uint32_t noun) {
    if (!verb.contains(s.token(noun).head)) return false;
    if (s.token(noun).deprel == Deprel::obj) return true;
    for (std::uint32_t i = verb.first; i < verb.last; ++i)
      if (s.token(i).head == noun && s.token(i).deprel == Deprel::case_) return true;
    return false;
  };
  for (const PlaceMention* place : s.within(s.mentions().places, {verb.last, s.last()})) {
    if (place->broad) continue;
    std::uint32_t head = place->tokens.first;
    while (place->tokens.contains(s.token(head).head)) head = s.token(head).head;
    if (is_object(head)) return true;
    const std::uint32_t noun = s.token(head).head;  // "the capital of Sanaa", "the capital, Sanaa"
    if (noun >= verb.last && noun < head && is_object(noun) && territory_in(s, {noun, noun + 1})) return true;
  }
  return false;
}

}  // namespace attest
