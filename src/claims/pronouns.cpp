#include "claims/pronouns.hpp"

#include "claims/side_words.hpp"
#include "claims/speaker_names.hpp"

namespace attest {

namespace {

/// "The group captured", "the jihadist movement": the armed group named last, unless some other body was named since.
std::optional<Party> the_group_in(const SentenceView& s, TokenRange zone) {
  for (std::uint32_t i = zone.first; i < zone.last; ++i) {
    if (!s.is_word(i, {"group", "movement", "organisation", "organization"}) || s.word(i + 1) == "of") continue;
    if (i < s.first() + 1 || !s.has_word({i > s.first() + 2 ? i - 2 : s.first(), i}, {"the"})) continue;
    const PartyMention* last = nullptr;
    for (const PartyMention& party : s.mentions().parties)
      if (party.tokens.last <= i && !party.generic && !party.nationality && party.sort == SideSort::group)
        last = &party;
    if (last == nullptr) return std::nullopt;
    for (const SpeakerMention& body : s.mentions().speakers)
      if (!body.name.empty() && last->tokens.last <= body.tokens.first && body.tokens.last <= i) return std::nullopt;
    return Party{s.bytes({i, i + 1}), last->name};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Party> subject_above(const Frame& frame) {
  const SentenceView& s = frame.s;
  if (!s.has_tree()) return std::nullopt;
  std::uint32_t verb = frame.mention.tokens.first;
  while (frame.mention.tokens.contains(s.token(verb).head)) verb = s.token(verb).head;
  const auto inside = [&](std::uint32_t i) { return i != kRoot && i >= s.first() && i < s.last(); };
  for (int steps = 0; steps < 6 && inside(s.token(verb).head); ++steps) {
    verb = s.token(verb).head;
    for (std::uint32_t i = s.first(); i < verb; ++i) {
      if (s.token(i).head != verb || s.token(i).deprel != Deprel::nsubj) continue;
      for (const PartyMention* party : s.within(s.mentions().parties, {s.first(), verb}))
        if (party->tokens.contains(i) && !only_describes(s, *party)) {
          Party side = party_of(s, *party);
          if (party->generic && !party->meant.empty()) side.name = party->meant;
          return side;
        }
    }
  }
  return std::nullopt;
}

void take_actor_of_pronoun(const Frame& f, std::span<const Claim> told, Claim& claim) {
  const SentenceView& s = f.s;
  const Arguments& a = f.arguments;
  if (f.predicate.subject != Role::actor || a.passive) return;
  if (a.noun) {  // "The group has stepped up its bombings"
    const std::uint32_t at = f.mention.tokens.first;
    for (std::uint32_t i = at > s.first() + 3 ? at - 3 : s.first(); i < at; ++i)
      if (s.is_word(i, {"its", "their"})) claim.actor = the_group_in(s, {s.first(), i});
    if (claim.actor) claim.derived.push_back({"actor", "actor.pronoun"});
    return;
  }
  const TokenRange before{a.subject.last > a.subject.first + 5 ? a.subject.last - 5 : a.subject.first, a.subject.last};
  const std::uint32_t trigger = f.mention.tokens.first;  // "the group claimed responsibility for capturing"
  const bool gerund = f.mention.form == Form::gerund && s.is_word(trigger - 1, {"for", "by", "of"});
  if (const auto group = the_group_in(s, gerund ? TokenRange{s.first(), trigger} : before)) {
    claim.actor = *group;
    claim.derived.push_back({"actor", "actor.pronoun"});
    return;
  }
  std::optional<TokenRange> pronoun;
  for (std::uint32_t i = before.first; i < before.last; ++i)
    if (s.is_word(i, {"it", "they", "he", "she", "we", "its", "their"})) pronoun = TokenRange{i, i + 1};
  if (!pronoun) return;
  if (s.is_word(pronoun->first, {"it", "they", "he", "she"}))
    if (const auto side = subject_above(f)) {
      claim.actor = Party{s.bytes(*pronoun), side->name};
      claim.derived.push_back({"actor", "actor.pronoun"});
      return;
    }
  if (s.is_word(pronoun->first, {"he", "she"})) return;
  if (const auto group = the_group_in(s, {s.first(), pronoun->first})) {
    claim.actor = *group;
    claim.derived.push_back({"actor", "actor.pronoun"});
    return;
  }
  const bool side_speaks = f.voice.source && (f.voice.source->kind == SourceKind::armed_group ||
                                              f.voice.source->kind == SourceKind::military);
  if (side_speaks) {
    claim.actor = Party{s.bytes(*pronoun), side_called(s, f.voice.source->name)};
    claim.derived.push_back({"actor", "actor.speaker-of-itself"});
  } else if (!told.empty() && told.back().actor && !s.is_word(pronoun->first, {"we", "its"}) &&
             s.span().begin - told.back().sentence.end < 40) {
    claim.actor = Party{s.bytes(*pronoun), told.back().actor->name};
    claim.derived.push_back({"actor", "actor.pronoun"});
  }
}

}  // namespace attest
