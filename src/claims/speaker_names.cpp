#include "claims/speaker_names.hpp"

#include <cctype>

namespace attest {

namespace {

std::string_view last_word(const SentenceView& s, const PartyMention& party) { return s.raw(party.tokens.last - 1); }

bool capital(std::string_view word) { return !word.empty() && std::isupper(static_cast<unsigned char>(word[0])) != 0; }

std::string words_of(const SentenceView& s, TokenRange range) {
  const std::string_view first = s.raw(range.first);  // of any sentence
  if (range.first + 1 < range.last && (first == "An" || first == "A" || first == "The" || first == "the"))
    ++range.first;
  return std::string(slice(s.text(), s.bytes(range)));
}

/// "Ugandan military", "US army": the forces or the government of a country under a common noun.
bool body_of_country(const SentenceView& s, const PartyMention& party) {
  if (party.country.empty() || party.nationality || party.generic || party.tokens.last - party.tokens.first < 2)
    return false;
  if (party.speaks_as != SourceKind::military && party.speaks_as != SourceKind::government) return false;
  return capital(s.raw(party.tokens.first)) && !capital(last_word(s, party));
}

SideName name_of_side(const SentenceView& s, const PartyMention& party) {
  const SourceKind kind =
      party.generic && last_word(s, party) == "government" ? SourceKind::government : party.speaks_as;
  if (party.generic || body_of_country(s, party)) return {words_of(s, party.tokens), kind};
  return {party.name, kind};
}

bool same_body(std::string_view a, std::string_view b) {
  const auto forces = [](std::string_view w) { return w == "army" || w == "military"; };
  return a == b || (forces(a) && forces(b));
}

bool is_spokesman(const SentenceView& s, std::uint32_t i) {
  return s.is_word(i, {"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespersons"});
}

/// Somebody at a place is called without it; a head or a member is one of something.
bool plural_people(const SentenceView& s, std::uint32_t end) {
  for (const SpeakerMention* role : s.within(s.mentions().speakers, {s.first(), end}))
    if (role->tokens.last == end && role->type == RoleType::person && role->plural) return true;
  return false;
}

}  // namespace

SideName side_name(const SentenceView& s, const PartyMention& party) {
  if (!party.generic) return name_of_side(s, party);
  if (s.is_word(party.tokens.first - 1, {"a", "an", "another"}))  // "a militia member": of none that was named
    return name_of_side(s, party);
  const PartyMention *alike = nullptr, *other = nullptr;
  for (const PartyMention& earlier : s.mentions().parties) {
    if (earlier.tokens.first >= party.tokens.first) break;
    if (earlier.generic || earlier.nationality) continue;
    if (same_body(last_word(s, earlier), s.word(party.tokens.first))) alike = &earlier;
    if (earlier.speaks_as == party.speaks_as) other = &earlier;
  }
  if (alike == nullptr && s.word(party.tokens.first) != "government") alike = other;
  if (alike != nullptr && alike == other && !same_body(last_word(s, *alike), s.word(party.tokens.first)))
    return {alike->name, alike->speaks_as};  // "the military" after "Sri Lankan fighter jets": by its own name
  return name_of_side(s, alike != nullptr ? *alike : party);
}

std::string body_or_name(const SentenceView& s, const PartyMention& party, const std::string& name) {
  return body_of_country(s, party) ? words_of(s, party.tokens) : name;
}

std::optional<std::string> nationality_name(const SentenceView& s, TokenRange phrase) {
  static constexpr std::size_t kStem = 3;
  if (phrase.last - phrase.first < 3 || !s.is_word(phrase.first + 1, {"'s", "’s"})) return std::nullopt;
  const std::string_view land = s.raw(phrase.first);
  if (!capital(land) || land.size() < kStem) return std::nullopt;
  for (const PartyMention& party : s.mentions().parties) {
    const std::string_view word = s.raw(party.tokens.first);
    const bool adjective = word.ends_with("n") || word.ends_with("sh") || word.ends_with("se") || word.ends_with("i") ||
                           word.ends_with("ch");
    if (party.country.empty() || !adjective || word.starts_with(land.substr(0, kStem)) == false || word == land)
      continue;
    return std::string(word) + " " + words_of(s, {phrase.first + 2, phrase.last});
  }
  return std::nullopt;
}

bool names_aid_body(const SentenceView& s, TokenRange name) {
  return name.last - name.first > 1 &&
         s.has_word(name, {"aid", "relief", "rights", "rescue", "watch", "humanitarian", "charity"});
}

std::string side_called(const SentenceView& s, const std::string& name) {
  for (const PartyMention& party : s.mentions().parties) {
    if (slice(s.text(), s.bytes(party.tokens)) != name) continue;
    if (body_of_country(s, party)) return party.name;
    if (party.generic && !party.meant.empty()) return party.meant;
  }
  return name;
}

bool modifies_other_noun(const SentenceView& s, const PartyMention& party, TokenRange phrase) {
  if (!party.generic || party.tokens.last >= phrase.last) return false;
  for (const SpeakerMention* role : s.within(s.mentions().speakers, {party.tokens.last, phrase.last})) {
    if (role->tokens.first != party.tokens.last) continue;
    return role->kind == SourceKind::government || role->kind == SourceKind::medical ||
           s.is_word(role->tokens.first, {"analyst", "analysts", "expert", "experts", "observer", "observers"});
  }
  return false;
}

TokenRange name_in(const SentenceView& s, TokenRange phrase) {
  const auto bare = [&](TokenRange range) {
    while (range.first + 1 < range.last &&
           s.is_word(range.first, {"the", "a", "an", "one", "this", "these", "some", "two", "three", "several", "many",
                                   "other", "their", "his", "her", "its"}))
      ++range.first;
    return range;
  };
  TokenRange words = bare(phrase);
  for (std::uint32_t i = words.first; i + 1 < words.last; ++i) {
    if (is_spokesman(s, i) && s.is_word(i + 1, {"for", "of"}) && i + 2 < words.last) return bare({i + 2, words.last});
    if (s.word(i) == "in" && plural_people(s, i)) {
      words.last = i;
      break;
    }
  }
  if (words.last - words.first > 1 && is_spokesman(s, words.last - 1)) --words.last;
  return words;
}

std::optional<SourceKind> kind_of_body(const SentenceView& s, TokenRange phrase) {
  std::optional<SourceKind> kind;  // of the last: "the regional military administration"
  for (const SpeakerMention* body : s.within(s.mentions().speakers, phrase))
    if (body->type == RoleType::body && body->kind != SourceKind::other && body->tokens.first > phrase.first + 1 &&
        s.has_word({phrase.first, body->tokens.first}, {"of", "for", "at"}))
      kind = body->kind;
  return kind;
}

}  // namespace attest
