#include "claims/speaker_parts.hpp"

#include "claims/speaker_names.hpp"

namespace attest {

namespace {

bool is_modifier(Upos upos) {
  return upos == Upos::adj || upos == Upos::det || upos == Upos::adv || upos == Upos::pron || upos == Upos::sconj ||
         upos == Upos::cconj;
}

/// "Doctors Without Borders" are no doctors.
bool inside_organisation(const SentenceView& s, TokenRange phrase, const SpeakerMention& role) {
  return std::ranges::any_of(s.within(s.mentions().speakers, phrase), [&](const SpeakerMention* other) {
    return !other->name.empty() && other->tokens.last - other->tokens.first > role.tokens.last - role.tokens.first &&
           other->tokens.first <= role.tokens.first && role.tokens.last <= other->tokens.last;
  });
}

/// Do several people, or a body, follow right after the name?
bool before_people(const SentenceView& s, std::uint32_t i, std::uint32_t last) {
  for (const SpeakerMention* role : s.within(s.mentions().speakers, {i, last}))
    if (role->tokens.first == i && role->name.empty() && (role->plural || role->type == RoleType::body)) return true;
  return false;
}

}  // namespace

/// A run of capitalised words that no lexicon knows: two or more, one after a title, or a surname named before.
std::optional<TokenRange> Speakers::person_name(const SentenceView& s, TokenRange phrase) const {
  const auto free = [&](std::uint32_t i) {
    if (!capitalised(s.raw(i)) || determiner(s, i) || preposition(s, i) || mentioned(s, i) || breaks_phrase(s, i))
      return false;
    const TokenRange near{i > s.first() + 6 ? i - 6 : s.first(), std::min(i + 6, s.last())};
    const auto in = [&](const auto& list) {
      return std::ranges::any_of(s.within(list, near), [&](const auto* m) { return m->tokens.contains(i); });
    };
    return !in(mentions_.places) && !in(mentions_.times);
  };
  std::optional<TokenRange> best;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (!free(i) || s.is_word(i, {"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr"})) continue;
    if (s.has_tree() && is_modifier(s.token(i).upos)) continue;  // "Both said"
    std::uint32_t end = i + 1;
    while (end < phrase.last &&
           (free(end) || (s.word(end) == "-" && end + 1 < phrase.last) ||
            (s.is_word(end, {"al", "el", "bin", "ibn", "abu", "de", "van", "von", "da", "ould", "ag"}) &&
             end + 1 < phrase.last)))
      ++end;
    while (end > i + 1 && s.word(end - 1) == "-") --end;
    const TokenRange run{i, end};
    const std::string text(slice(s.text(), s.bytes(run)));
    const bool titled = i > s.first() && (s.is_word(i - 1, {"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr"}) ||
                                          (i > phrase.first && mentioned(s, i - 1)));
    const bool alone = run.first == phrase.first && run.last == phrase.last && end - i == 1 && text.size() > 2;
    if (before_people(s, end, phrase.last)) {  // "Sri Lankan officials": a nationality
      i = end;
      continue;
    }
    if (end - i >= 2 || titled || alone || known_person(text)) {
      if (!best || end - i > 1) best = run;
      if (end - i > 1) break;
    }
    i = end;
  }
  return best;
}

/// "the Riverbank Relief Network", "Kharkiv Regional Hospital": a capitalised run around a word for a body.
std::optional<TokenRange> Speakers::unknown_organisation(const SentenceView& s, TokenRange phrase,
                                                         SourceKind& kind) const {
  for (const SpeakerMention* body : s.within(mentions_.speakers, phrase)) {
    if (body->type != RoleType::body || !body->name.empty() || !capitalised(s.raw(body->tokens.first))) continue;
    TokenRange run = body->tokens;
    const auto belongs = [&](std::uint32_t i) {
      return capitalised(s.raw(i)) && !determiner(s, i) && !s.is_word(i, {"in", "on", "at", "for", "from"});
    };
    while (run.first > phrase.first &&
           (belongs(run.first - 1) || (s.is_word(run.first - 1, {"-", "'s", "’s"}) && run.first - 1 > phrase.first)))
      --run.first;
    for (;;) {
      if (run.last < phrase.last && belongs(run.last)) {
        ++run.last;
        continue;
      }
      std::uint32_t next = run.last;  // "of", "for the"
      while (next < phrase.last && s.is_word(next, {"of", "for", "the", "and", "on"})) ++next;
      if (next == run.last || next >= phrase.last || next - run.last > 2 || !belongs(next) || s.word(run.last) == "the")
        break;
      run.last = next + 1;
    }
    if (run.last - run.first < 2) continue;
    kind = body->kind;
    return run;
  }
  return std::nullopt;
}

Speakers::Parts Speakers::parts_of(const SentenceView& s, TokenRange phrase) const {
  Parts parts;
  if (phrase.first >= phrase.last) return parts;
  for (const SpeakerMention* speaker : s.within(mentions_.speakers, phrase)) {
    if (speaker->name.empty()) {
      if (parts.role == nullptr && !inside_organisation(s, phrase, *speaker)) parts.role = speaker;
      continue;
    }
    const bool medium = speaker->kind == SourceKind::media;
    // "United Nations Children's Fund (UNICEF)": the acronym names the body exactly.
    const bool acronym = speaker->tokens.first > phrase.first && s.word(speaker->tokens.first - 1) == "(" && !medium;
    if (parts.organisation == nullptr || acronym || (parts.organisation->kind == SourceKind::media && !medium))
      parts.organisation = speaker;
  }
  for (const PartyMention* party : s.within(mentions_.parties, phrase)) {
    const std::uint32_t next = party->tokens.last;
    if (s.word(next) == "-" && next + 1 < phrase.last) continue;  // "US-backed", "government-held"
    if (modifies_other_noun(s, *party, phrase)) continue;
    if (parts.party == nullptr || (parts.party->nationality && !party->nationality) ||
        (parts.party->generic && !party->generic && !party->nationality))  // "the Islamist group NAME"
      parts.party = party;
  }
  for (const PeopleMention* people : s.within(mentions_.people, phrase)) {
    if (parts.people == nullptr && people->type != PersonClass::fighter) parts.people = people;
  }
  if (parts.organisation == nullptr) parts.unknown = unknown_organisation(s, phrase, parts.unknown_kind);
  parts.name = person_name(s, phrase);
  if (parts.name && parts.unknown && parts.name->overlaps(*parts.unknown)) parts.name.reset();
  return parts;
}

}  // namespace attest
