#include "claims/named_persons.hpp"

#include <cctype>

namespace attest {

namespace {

/// "Bosnian", "English": a nationality, not a name.
bool only_describes(const Frame& f, std::uint32_t i) {
  const std::string_view w = f.s.word(i);
  return w.ends_with("ian") || w.ends_with("ish") || w.ends_with("ese") || w.ends_with("can") || w.ends_with("ly");
}

bool name_word(const Frame& f, std::uint32_t i) {
  const std::string_view raw = f.s.raw(i);
  if (raw.size() < 2 || std::isupper(static_cast<unsigned char>(raw[0])) == 0) return false;
  if (std::isupper(static_cast<unsigned char>(raw[1])) != 0) return false;
  if (f.voice.outside.contains(i) || f.s.block() == BlockKind::headline) return false;
  const TokenRange one{i, i + 1};
  const auto covers = [&](const auto& list) {
    for (const auto* mention :
         f.s.within(list, {i > f.s.first() + 6 ? i - 6 : f.s.first(), std::min(i + 6, f.s.last())}))
      if (mention->tokens.overlaps(one)) return true;
    return false;
  };
  if (covers(f.s.mentions().speakers) || covers(f.s.mentions().parties) || covers(f.s.mentions().places) ||
      covers(f.s.mentions().times) || covers(f.s.mentions().people) || covers(f.s.mentions().objects) ||
      covers(f.s.mentions().weapons) || covers(f.s.mentions().predicates) || covers(f.s.mentions().cues))
    return false;
  return i != f.s.first() ||
         !f.s.is_word(i, {"the",     "a",    "an",   "in",   "on",    "at",    "but",   "and",      "his",
                          "her",     "its",  "it",   "they", "their", "we",    "some",  "most",     "many",
                          "more",    "both", "this", "that", "these", "those", "after", "when",     "as",
                          "several", "all",  "no",   "two",  "three", "four",  "five",  "officials"});
}

}  // namespace

std::vector<Affected> named_person_in(const Frame& f, TokenRange zone, bool nearest_last) {
  std::vector<TokenRange> names;
  for (std::uint32_t i = zone.first; i < zone.last; ++i) {
    if (!name_word(f, i)) continue;
    std::uint32_t end = i + 1;
    while (end < zone.last && (name_word(f, end) || (f.s.raw(end) == "-" && end + 1 < zone.last) ||
                               f.s.is_word(end, {"al", "el", "bin", "abu", "de", "van"})))
      ++end;
    if (f.s.raw(end - 1) == "-" || f.s.raw(end) == "-") {  // "US-led"
      i = end;
      continue;
    }
    const bool linked = i > zone.first && (is_link(f.s.word(i - 1)) || f.s.word(i - 1) == "of");
    const bool before_verb = f.s.is_word(end, {"was", "is", "has", "had", "died"});
    const bool bare = end - i == 1 && (!before_verb || !nearest_last || only_describes(f, i));
    if (!linked && !bare) names.push_back({i, end});
    i = end;
  }
  if (names.empty()) return {};
  const TokenRange name = nearest_last ? names.back() : names.front();
  Affected one;
  one.victims = Victims{f.s.bytes(name), VictimStatus::unknown, VictimGroup::any};
  one.count = Count{f.s.bytes(name), 1, 1, Unit::persons};
  const TokenRange around{name.first > f.s.first() + 4 ? name.first - 4 : f.s.first(),
                          std::min(name.last + 6, f.s.last())};
  if (f.s.has_word(around, {"soldier", "commander", "fighter", "militant", "general", "colonel", "captain", "sergeant",
                            "lieutenant", "officer", "insurgent", "leader", "corporal", "private", "major"}))
    one.victims->status = VictimStatus::combatant;
  return {one};
}

}  // namespace attest
