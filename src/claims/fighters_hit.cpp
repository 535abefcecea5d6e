#include "claims/sorts_of_people.hpp"
#include "claims/whom.hpp"

namespace attest {

namespace {

/// "suspected", "heavily armed": nothing but adjectives and participles.
bool only_modifiers(const SentenceView& s, TokenRange words) {
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const Token& token = s.token(i);
    if (token.upos != Upos::adj && token.deprel != Deprel::amod && token.deprel != Deprel::compound &&
        !s.is_word(i, {"more", "other"}))
      return false;
  }
  return true;
}

}  // namespace

bool civilian_scene(const SentenceView& s) {
  for (const ObjectMention* object : s.within(s.mentions().objects, s.range()))
    if (object->kind == ObjectKind::home || object->kind == ObjectKind::market || object->kind == ObjectKind::school ||
        object->kind == ObjectKind::hospital || object->kind == ObjectKind::clinic ||
        object->kind == ObjectKind::place_of_worship || object->kind == ObjectKind::camp)
      return true;
  return s.has_word(s.range(), {"wedding",    "funeral",     "mourners", "worshippers", "celebration", "festival",
                                "restaurant", "restaurants", "cafe",     "café",        "bakery",      "playground",
                                "bus",        "minibus",     "taxi",     "shop",        "shops",       "mall",
                                "stadium",    "concert",     "queue",    "apartment",   "residential"});
}

/// "Eliminate the terrorist group": an organisation, not its fighters.
bool names_no_people(const SentenceView& s, const PartyMention& party) {
  if (s.is_word(party.tokens.last, {"group", "organisation", "organization", "network"})) return true;
  return s.is_word(party.tokens.last - 1, {"group", "organisation", "organization", "movement", "network", "regime",
                                           "government", "state", "entity", "caliphate"});
}

std::optional<Affected> combatants_in(const Frame& frame, TokenRange zone) {
  const SentenceView& s = frame.s;
  for (const PartyMention* party : s.within(s.mentions().parties, zone)) {
    if (party->nationality || frame.voice.outside.contains(party->tokens.first)) continue;
    if (describes_what_follows(frame, party->tokens)) continue;
    if (frame.predicate.needs_people && names_no_people(s, *party)) continue;
    if (s.word(party->tokens.last) == "-" &&
        s.is_word(party->tokens.last + 1, {"held", "controlled", "run", "occupied", "allied", "backed", "aligned",
                                           "linked", "affiliated", "led"}))
      continue;  // "an IS-held village"
    std::uint32_t first = party->tokens.first;
    Affected out;
    for (const Quantity* q :
         s.within(s.mentions().quantities, {first > zone.first + 6 ? first - 6 : zone.first, first}))
      if (q->tokens.last == first || (first - q->tokens.last <= 2 && s.has_tree() && !q->bare_year &&
                                      only_modifiers(s, {q->tokens.last, first}))) {
        out.count = Count{s.bytes(q->tokens), q->min, q->max, Unit::persons};
        first = q->tokens.first;
      }
    while (first > zone.first && s.is_word(first - 1, {"the", "a", "an", "some"})) --first;
    const std::string_view before = first > zone.first ? s.word(first - 1) : std::string_view();
    if (is_link(before) && before != "against" && before != "on" && before != "among") continue;
    out.victims = Victims{s.bytes(party->tokens), VictimStatus::combatant, VictimGroup::any};
    return out;
  }
  return std::nullopt;
}

}  // namespace attest
