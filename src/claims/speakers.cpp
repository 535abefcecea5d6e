#include "claims/speakers.hpp"

#include <cctype>

#include "claims/speaker_names.hpp"
#include "claims/speaker_parts.hpp"

namespace attest {

namespace {

bool is_number(std::string_view word) {
  return !word.empty() && std::isdigit(static_cast<unsigned char>(word[0])) != 0;
}

/// "a lawyers’ group": an apostrophe within the phrase.
bool possessive_mark(const SentenceView& s, std::uint32_t i) {
  return s.is_word(i, {"’", "'"}) && s.token(i).joined && s.word(i - 1).ends_with("s") && i + 1 < s.last() &&
         !s.token(i + 1).joined;
}

bool is_pronoun(const SentenceView& s, std::uint32_t i) { return s.is_word(i, {"he", "she", "it", "they", "i", "we"}); }

/// "local officials and security sources", "officials": the part "local officials". Both folded.
std::string part_ending_with(const std::string& name, const std::string& word) {
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = std::min(name.find(" and ", begin), name.size());
    std::string part = name.substr(begin, end - begin);
    if (part.ends_with(" " + word)) return part;
    if (end == name.size()) return {};
    begin = end + 5;
  }
}

}  // namespace

// ---- where the phrase begins and ends

bool Speakers::mentioned(const SentenceView& s, std::uint32_t token) const {
  const TokenRange near{token > s.first() + 8 ? token - 8 : s.first(), std::min(token + 8, s.last())};
  const auto in = [&](const auto& list) {
    return std::ranges::any_of(s.within(list, near), [&](const auto* m) { return m->tokens.contains(token); });
  };
  return in(mentions_.speakers) || in(mentions_.parties) || in(mentions_.people);
}

/// "a coordinator with MSF": of whom somebody is.
bool Speakers::is_with_employer(const SentenceView& s, std::uint32_t i) const {
  if (s.word(i) != "with" || i <= s.first()) return false;
  const auto ends = [&](const SpeakerMention* one) { return one->tokens.last == i && one->type == RoleType::person; };
  const auto begins = [&](const SpeakerMention* one) {
    return one->tokens.first <= i + 2 && one->tokens.first > i && !one->name.empty();
  };
  return std::ranges::any_of(s.within(mentions_.speakers, {i > s.first() + 6 ? i - 6 : s.first(), i}), ends) &&
         std::ranges::any_of(s.within(mentions_.speakers, {i + 1, std::min(i + 8, s.last())}), begins);
}

std::uint32_t Speakers::chunk_start(const SentenceView& s, std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t first = end, plain = 0;
  while (first > begin) {
    const std::uint32_t i = first - 1;
    if (mentioned(s, i)) {
      plain = 0;
    } else if (is_with_employer(s, i)) {
      first = i;
      continue;
    } else if (breaks_phrase(s, i) && !possessive_mark(s, i)) {
      break;
    } else if (determiner(s, i)) {
      // "the head of the office": the phrase goes on before the preposition.
      if (i > begin + 1 && preposition(s, i - 1) && (mentioned(s, i - 2) || capitalised(s.raw(i - 2)))) {
        first = i - 1;
        continue;
      }
      return i;
    } else if (preposition(s, i)) {
      if (i == begin || !(mentioned(s, i - 1) || capitalised(s.raw(i - 1)))) break;
    } else if (s.word(i) == "and") {
      const bool in_name = i > begin && capitalised(s.raw(i - 1)) && capitalised(s.raw(i + 1));  // "Justice and Peace"
      if (i == begin || !(mentioned(s, i - 1) || in_name)) break;
    } else if (!capitalised(s.raw(i)) && !s.is_word(i, {"-", "'s", "’s", "’", "'", "(", ")"})) {
      if (++plain > 3) break;
    }
    first = i;
  }
  while (first < end && (s.is_word(first, {"of", "for", "from", "at", "in", "and", "-", "'s"}))) ++first;
  return first;
}

std::uint32_t Speakers::chunk_end(const SentenceView& s, std::uint32_t first) const {
  std::uint32_t last = first, plain = 0;
  bool head = false;
  while (last < s.last()) {
    if (mentioned(s, last)) {
      head = true;
    } else if (is_with_employer(s, last)) {
      ++last;
      continue;
    } else if (breaks_phrase(s, last) && !possessive_mark(s, last)) {
      break;
    } else if (preposition(s, last)) {
      const std::uint32_t next = last + 1;
      const bool link = s.word(last) != "in" || capitalised(s.raw(std::min(next, s.last() - 1)));
      if (!head || next >= s.last() || !link) break;
      if (s.word(last) == "in" && !s.within(mentions_.times, {next, std::min(next + 3, s.last())}).empty()) break;
    } else if (s.word(last) == "and") {
      if (!head || last + 1 >= s.last()) break;
      std::uint32_t next = last + 1;
      while (next < std::min(last + 4, s.last()) && !mentioned(s, next)) ++next;
      if (next >= s.last() || !mentioned(s, next)) break;
    } else if (capitalised(s.raw(last)) || is_number(s.word(last))) {
      const TokenRange one{last, std::min(last + 2, s.last())};
      if (!s.within(mentions_.times, one).empty()) break;
      head = true;
    } else if (!determiner(s, last) && !s.is_word(last, {"-", "'s", "’s", "(", ")"})) {
      // "the Ibo district administrator", "a Srinagar-based army spokesman"
      const std::uint32_t above = s.has_tree() ? s.token(last).head : last;
      const bool compound = s.has_tree() && s.token(last).deprel == Deprel::compound && above > last &&
                            above - last < 4 && mentioned(s, above);
      const bool linked =
          last > first && (compound || preposition(s, last - 1) || determiner(s, last - 1) || s.word(last - 1) == "-");
      if ((head && !linked) || ++plain > 4) break;
    }
    ++last;
  }
  while (last > first &&
         (preposition(s, last - 1) || determiner(s, last - 1) || s.is_word(last - 1, {"and", "-", "("})))
    --last;
  return last;
}

TokenRange Speakers::phrase_before(const SentenceView& s, std::uint32_t begin, std::uint32_t end) const {
  if (end > begin && is_pronoun(s, end - 1)) return {end - 1, end};
  bool closed = false;  // by a comma: "X, of Y, said"
  for (int skipped = 0; skipped < 3; ++skipped) {
    while (end > begin && s.word(end - 1) == ",") --end, closed = true;
    // "NAME, who was not there, said", "NAME, 42, said"
    std::uint32_t comma = end;
    while (comma > begin && s.word(comma - 1) != "," && s.word(comma - 1) != ";") --comma;
    const bool aside =
        closed && comma > begin + 1 && s.word(comma - 1) == "," &&
        (s.is_word(comma,
                   {"who", "which", "whose", "speaking", "citing", "quoting", "quoted", "cited", "where", "aged"}) ||
         (comma + 1 == end && s.is_word(comma, {"meanwhile", "however", "too", "separately", "though"})) ||
         (is_number(s.word(comma)) && end == comma + 1));
    if (!aside) break;
    end = comma;
  }
  TokenRange phrase{chunk_start(s, begin, end), end};
  if (phrase.first > begin + 1 && s.word(phrase.first - 1) == ",") {
    const std::uint32_t first = chunk_start(s, begin, phrase.first - 1);
    const TokenRange before{first, phrase.first - 1};
    const bool object =
        before.first > begin && s.is_word(before.first - 1, {"with", "to", "by", "from", "in", "of", "on", "at", "for",
                                                             "against", "near", "after"});
    if (before.first < before.last && !object) {
      const Parts now = parts_of(s, phrase), earlier = parts_of(s, before);
      const bool titled = now.role != nullptr || now.organisation != nullptr || now.party != nullptr;
      const bool title_before = earlier.role != nullptr || earlier.organisation != nullptr;
      if ((titled && earlier.name) || (now.name && !titled && title_before && closed) ||
          (closed && titled && title_before && determiner(s, phrase.first)))
        phrase.first = before.first;
    }
  }
  return phrase;
}

TokenRange Speakers::phrase_after(const SentenceView& s, std::uint32_t first) const {
  if (is_pronoun(s, first)) return {first, first + 1};
  if (s.is_word(first, {"one", "two", "some", "many", "several", "most"}) && s.word(first + 1) == "of")
    first += 2;  // "said one of the doctors"
  TokenRange phrase{first, chunk_end(s, first)};
  if (phrase.last + 1 < s.last() && s.word(phrase.last) == "," && phrase.last > first) {
    const TokenRange next{phrase.last + 1, chunk_end(s, phrase.last + 1)};
    if (next.first < next.last) {
      const Parts now = parts_of(s, phrase), apposition = parts_of(s, next);
      const bool office =
          apposition.role != nullptr || apposition.organisation != nullptr || apposition.party != nullptr;
      const bool name_then_office = now.name && office;
      const bool office_then_name = !now.name && apposition.name && now.role != nullptr && apposition.role == nullptr;
      if (name_then_office || office_then_name) phrase.last = next.last;
    }
  }
  return phrase;
}

std::optional<Source> Speakers::known_person(const std::string& name) const {
  for (auto at = people_.rbegin(); at != people_.rend(); ++at)
    if (at->first == name || at->first.ends_with(" " + name) || name.ends_with(" " + at->first) ||
        at->first.ends_with("-" + name))
      return at->second;
  return std::nullopt;
}

/// A surname alone, when the report has introduced its bearer outside of speech: "Health Minister NAME visited …".
std::optional<Source> Speakers::introduced(const SentenceView& s, TokenRange surname) {
  if (surname.last - surname.first != 1) return std::nullopt;
  for (std::uint32_t index = 0; index < analysis_.sentences.size(); ++index) {
    const SentenceView other(document_, analysis_, mentions_, index);
    if (other.first() >= s.first()) break;
    for (std::uint32_t i = other.first() + 1; i < other.last(); ++i) {
      if (other.raw(i) != s.raw(surname.first) || !capitalised(other.raw(i - 1))) continue;
      TokenRange phrase = phrase_before(other, other.first(), i + 1);
      const TokenRange name = phrase_after(other, phrase.first);
      if (name.first == phrase.first && name.last > phrase.last) phrase = name;
      const Parts parts = parts_of(other, phrase);
      if (!parts.name || (parts.role == nullptr && parts.organisation == nullptr && parts.party == nullptr)) continue;
      if (const auto speaker = read(other, phrase)) return speaker->source;
    }
  }
  return std::nullopt;
}

std::optional<Speaker> Speakers::pronoun(const SentenceView& s, TokenRange phrase) const {
  const TokenRange one{phrase.last - 1, phrase.last};
  const std::optional<Speaker>* meant = nullptr;
  if (s.is_word(one.first, {"he", "she"}))
    meant = last_person_ ? &last_person_ : &last_;
  else if (s.is_word(one.first, {"it"}))
    meant = &last_body_;
  else if (s.is_word(one.first, {"they", "i", "we"}))
    meant = &last_;
  if (meant == nullptr || !*meant) return std::nullopt;
  Speaker speaker = **meant;
  speaker.source.text = s.bytes(one);
  speaker.tokens = one;
  return speaker;
}

/// "The minister", "the group", "officials": somebody who has spoken before under a fuller name.
std::optional<Speaker> Speakers::named_again(const SentenceView& s, TokenRange phrase, const Parts& parts) const {
  const SpeakerMention& role = *parts.role;
  TokenRange bare = phrase;
  if (determiner(s, bare.first)) ++bare.first;
  if (!(bare == role.tokens)) return std::nullopt;
  const bool definite = s.is_word(phrase.first, {"the", "this", "its", "his", "her"});
  const std::string folded = fold_word(slice(s.text(), s.bytes(role.tokens)));
  const auto fuller = [&](const Speaker& one) { return part_ending_with(fold_word(one.source.name), folded); };
  // "the coordinator" is the person who was called that, whoever spoke since
  const auto in_office = [&](const Speaker& one) {  // "field coordinator for the group"
    return role.type == RoleType::person && !role.plural &&
           fold_word(one.source.name).find(" " + folded + " for ") != std::string::npos;
  };
  const bool called_so =
      role.type == RoleType::person && !role.plural && std::ranges::any_of(spoken_, [&](const Speaker& one) {
        return fuller(one).size() > folded.size() || in_office(one);
      });
  for (auto at = spoken_.rbegin(); at != spoken_.rend(); ++at) {
    const std::string& name = at->source.name;
    const std::string part = fuller(*at);
    const bool same_word = part.size() > folded.size() || in_office(*at);
    if (called_so && !same_word) continue;
    bool same_kind = definite && role.type != RoleType::document && at->source.kind == role.kind && !role.plural;
    if (definite && s.is_word(role.tokens.first, {"group", "organisation", "organization", "monitor", "agency",
                                                  "charity", "mission", "office", "observatory", "network"}))
      same_kind = !at->person && (at->source.kind == SourceKind::armed_group || at->source.kind == SourceKind::ngo ||
                                  at->source.kind == SourceKind::monitor || at->source.kind == SourceKind::un);
    const bool spokesman =
        definite && !role.plural && at->person && role.type == RoleType::person &&
        (role.kind == SourceKind::other || at->source.kind == role.kind || at->source.kind == SourceKind::military);
    const bool document = definite && role.type == RoleType::document;
    if (!same_word && !same_kind && !spokesman && !document) continue;
    Speaker speaker = *at;
    if (same_word && !part.empty() && part.size() < name.size()) speaker.source.name = part;
    speaker.source.text = s.bytes(phrase);
    speaker.tokens = phrase;
    return speaker;
  }
  return std::nullopt;
}

/// "The register" after "the Displacement Register said": a noun that the lists do not know as a speaker's.
std::optional<Speaker> Speakers::echoed(const SentenceView& s, TokenRange phrase) const {
  if (phrase.last - phrase.first != 2 || s.word(phrase.first) != "the" || capitalised(s.raw(phrase.first + 1)))
    return std::nullopt;
  const std::string_view noun = s.word(phrase.first + 1);
  for (auto at = spoken_.rbegin(); at != spoken_.rend(); ++at)
    for (std::uint32_t i = at->tokens.first; i < at->tokens.last; ++i) {
      const bool name = capitalised(slice(s.text(), analysis_.tokens[i].span));
      if (!name || analysis_.word(i) != noun) continue;
      Speaker speaker = *at;
      speaker.source.text = s.bytes(phrase);
      speaker.tokens = phrase;
      return speaker;
    }
  return std::nullopt;
}

std::optional<Speaker> Speakers::read(const SentenceView& s, TokenRange phrase) {
  if (phrase.first >= phrase.last) return std::nullopt;
  if (auto speaker = pronoun(s, phrase)) return speaker;
  const Parts parts = parts_of(s, phrase);
  TokenRange words = phrase;  // the head of the phrase without its appositions: what names a role
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i)
    if (s.word(i) == ",") {
      words.last = i;
      break;
    }
  const TokenRange said = words;
  words = name_in(s, words);

  Speaker speaker;
  speaker.tokens = phrase;
  Source& source = speaker.source;
  source.text = s.bytes(parts.name ? *parts.name : said);
  speaker.person =
      parts.name.has_value() || (parts.role != nullptr && parts.role->type == RoleType::person && !parts.role->plural);
  const std::string phrase_words(slice(s.text(), s.bytes(words)));
  const SpeakerMention* role = parts.role;
  const bool of_aid_body = parts.organisation != nullptr &&
                           (parts.organisation->kind == SourceKind::un || parts.organisation->kind == SourceKind::ngo);
  const bool speaks_for_self = role != nullptr && role->type == RoleType::person &&
                               !(of_aid_body && role->kind == SourceKind::official_unnamed) &&
                               (role->kind == SourceKind::witness || role->kind == SourceKind::medical ||
                                role->kind == SourceKind::media || role->kind == SourceKind::official_unnamed);
  const bool looks_on = parts.party != nullptr && role != nullptr && role->kind == SourceKind::other &&
                        role->tokens.contains(parts.party->tokens.first);  // "military analysts"
  const bool named_side = parts.party != nullptr && !parts.party->nationality && !looks_on;

  if (parts.organisation != nullptr && !speaks_for_self) {
    const bool forces = parts.organisation->kind == SourceKind::military && parts.party != nullptr;
    source.name = forces ? body_or_name(s, *parts.party, parts.organisation->name) : parts.organisation->name;
    source.kind = parts.organisation->kind;
    if (source.kind == SourceKind::military && role != nullptr && role->type == RoleType::person &&
        role->kind == SourceKind::government)
      source.kind = SourceKind::government;  // the minister, not the spokesman
  } else if (parts.unknown && !(speaks_for_self && role->kind == SourceKind::witness)) {
    source.name = std::string(slice(s.text(), s.bytes(*parts.unknown)));
    source.kind = parts.unknown_kind;
    if (named_side && parts.party->speaks_as == SourceKind::armed_group) source.kind = SourceKind::armed_group;
  } else if (named_side && !(speaks_for_self && parts.party->tokens.first > role->tokens.first) &&
             !(role != nullptr && role->type == RoleType::body && role->kind != SourceKind::military &&
               role->kind != SourceKind::armed_group && !parts.name)) {
    const SideName side = side_name(s, *parts.party);
    source.name = side.name;
    source.kind = side.kind;
    source.party = true;
    if (parts.party->generic && parts.name && role != nullptr) {  // "army captain NAME" of no named army
      source.name = std::string(slice(s.text(), s.bytes(*parts.name)));
      source.kind = role->kind;
    }
  } else if (role != nullptr) {
    if (!parts.name)
      if (auto earlier = named_again(s, said, parts)) return earlier;
    source.name = phrase_words;
    source.kind = role->kind;
    if (named_side && parts.party->speaks_as == SourceKind::armed_group && !speaks_for_self) {
      source.kind = SourceKind::armed_group;
      source.party = true;
    }
    if (source.kind == SourceKind::other && role->type == RoleType::person)
      source.kind = kind_of_body(s, said).value_or(source.kind);
    if (parts.name) source.name = std::string(slice(s.text(), s.bytes(*parts.name)));
  } else if (parts.party != nullptr) {
    source.name = parts.party->name;
    source.kind = parts.party->speaks_as;
    source.party = true;
  } else if (parts.people != nullptr) {
    source.name = phrase_words;
    source.kind = SourceKind::witness;
    speaker.person = parts.people->singular;
    if (parts.name) source.name = std::string(slice(s.text(), s.bytes(*parts.name)));
  } else if (parts.name) {
    source.name = std::string(slice(s.text(), s.bytes(*parts.name)));
    if (names_aid_body(s, *parts.name)) {
      source.kind = SourceKind::ngo;
      speaker.person = false;
    }
  } else {
    return echoed(s, said);
  }
  if (!parts.name && parts.organisation == nullptr)
    if (auto name = nationality_name(s, said)) source.name = std::move(*name);
  if (source.kind == SourceKind::armed_group || source.kind == SourceKind::military) source.party = true;
  if (parts.name) {
    const std::string full(slice(s.text(), s.bytes(*parts.name)));
    const bool bare = parts.organisation == nullptr && !parts.unknown && !named_side &&
                      (role == nullptr || role->kind == SourceKind::other || known_person(full));
    std::optional<Source> earlier = known_person(full);
    if (!earlier && bare && role == nullptr) earlier = introduced(s, *parts.name);
    if (earlier && bare) {
      source = *earlier;
      source.text = s.bytes(*parts.name);
    } else {
      people_.emplace_back(full, source);
    }
  }
  return speaker;
}

void Speakers::spoke(const Speaker& speaker) {
  last_ = speaker;
  if (speaker.person)
    last_person_ = speaker;
  else
    last_body_ = speaker;
  spoken_.push_back(speaker);
}

}  // namespace attest
