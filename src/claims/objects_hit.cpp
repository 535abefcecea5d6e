#include "claims/whom.hpp"

namespace attest {

namespace {

/// "an army vehicle", "a navy bus": equipment of a side, no protected object.
bool of_the_forces(const SentenceView& s, const ObjectMention& object) {
  if (object.kind != ObjectKind::vehicle && object.kind != ObjectKind::other) return false;
  const std::uint32_t first = object.tokens.first;
  const TokenRange near{first > s.first() + 2 ? first - 2 : s.first(), first};
  return s.has_word(near, {"army", "military", "navy", "police", "armored", "armoured", "troop", "rebel"});
}

}  // namespace

std::vector<Affected> find_objects(const Frame& frame, TokenRange zone) {
  std::vector<Affected> out;
  if (zone.first >= zone.last) return out;
  const SentenceView& s = frame.s;
  for (const ObjectMention* object : s.within(s.mentions().objects, zone)) {
    std::uint32_t first = object->quantity ? object->quantity->tokens.first : object->tokens.first;
    while (first > zone.first && s.is_word(first - 1, {"the", "its", "their", "his", "her", "a", "an"})) --first;
    if (first > zone.first && (is_link(s.word(first - 1)) || s.word(first - 1) == "of") &&
        !(s.word(first - 1) == "of" && first >= 2 &&
          s.is_word(first - 2,
                    {"hundreds", "dozens", "thousands", "scores", "most", "all", "part", "parts", "number"})))
      continue;
    if (of_the_forces(s, *object) || s.word(object->tokens.last) == "-") continue;  // "a vehicle-borne bomb"
    // A village that is attacked is the place; one that is burned down is an object.
    if (frame.predicate.kind != ClaimKind::damaged &&
        s.is_word(object->tokens.last - 1, {"village", "villages", "neighbourhood", "neighbourhoods", "neighborhood",
                                            "neighborhoods", "settlement", "settlements"}))
      continue;
    Affected one;
    one.object = object->kind;
    if (object->quantity)
      one.count = Count{s.bytes(object->quantity->tokens), object->quantity->min, object->quantity->max, Unit::objects};
    out.push_back(one);
  }
  return out;
}

std::vector<Affected> objects_of_label(const Frame& frame) {
  const SentenceView& s = frame.s;
  const std::uint32_t at = frame.mention.tokens.first, next = frame.mention.tokens.last;
  const std::uint32_t figure = next + (s.word(next) == ":" ? 1 : 0);
  for (const ObjectMention* object : s.within(s.mentions().objects, {s.first(), at}))
    if (object->tokens.first == s.first() && at - object->tokens.last <= 1)
      for (const Quantity* q : s.within(s.mentions().quantities, {next, s.last()}))
        if (q->tokens.first == figure && q->tokens.last == s.last()) {
          Affected one;
          one.object = object->kind;
          one.count = Count{s.bytes(q->tokens), q->min, q->max, Unit::objects};
          return {one};
        }
  return {};
}

}  // namespace attest
