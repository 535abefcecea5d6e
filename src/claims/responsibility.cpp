#include "claims/responsibility.hpp"

#include "annotate/side_names.hpp"
#include "claims/sentence_view.hpp"
#include "claims/side_words.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kTakingVerb = 5;  // tokens from "claimed" to "responsibility" at most
constexpr std::uint32_t kTold = 12;       // sentences from an attack to whoever claims it at most

std::string name_of_side(const PartyMention& party) {
  return party.generic && !party.meant.empty() ? party.meant : party.name;
}

/// The verb or noun of taking before "responsibility", or nothing.
std::optional<std::uint32_t> taking(const SentenceView& s, std::uint32_t responsibility) {
  for (std::uint32_t i = responsibility; i-- > s.first() && responsibility - i <= kTakingVerb;)
    if (s.is_word(i, {"claim", "claims", "claimed", "claiming", "take", "takes", "took", "taken", "accept", "accepts",
                      "accepted", "admit", "admits", "admitted", "assumed", "asserted"}))
      return i;
  return std::nullopt;
}

std::optional<Party> claimant(const SentenceView& s, std::uint32_t verb, std::uint32_t responsibility) {
  for (std::uint32_t i = verb; i-- > s.first() && verb - i <= 6;)
    if (s.is_word(i, {"no", "nobody", "not", "never", "n't", "without", "neither", "none"}))
      return Party{s.bytes({i, responsibility + 1}), std::string(kUnknownSide)};
  for (std::uint32_t i = responsibility; i + 1 < std::min(responsibility + 14, s.last()); ++i)
    if (s.word(i) == "by" && s.is_word(i - 1, {"claimed", "taken", "accepted"}))
      for (const PartyMention* party : s.within(s.mentions().parties, {i + 1, std::min(i + 8, s.last())}))
        return Party{s.bytes(party->tokens), name_of_side(*party)};
  const auto before = s.within(s.mentions().parties, {s.first(), verb});
  for (auto at = before.rbegin(); at != before.rend(); ++at)
    if (!(*at)->nationality && !tells_of_another(s, **at)) return Party{s.bytes((*at)->tokens), name_of_side(**at)};
  return std::nullopt;
}

/// "The group said it was behind it": the armed group named last before the sentence.
std::optional<Party> named_before(const SentenceView& s, std::uint32_t verb) {
  std::optional<std::uint32_t> pronoun;
  for (std::uint32_t i = s.first(); i < verb; ++i)
    if (s.is_word(i, {"it", "they", "group", "movement", "militants", "organisation", "organization"})) pronoun = i;
  if (!pronoun) return std::nullopt;
  const PartyMention* last = nullptr;
  for (const PartyMention& party : s.mentions().parties)
    if (party.tokens.first < s.first() && !party.generic && party.sort == SideSort::group) last = &party;
  if (last == nullptr) return std::nullopt;
  return Party{s.bytes({*pronoun, *pronoun + 1}), last->name};
}

bool can_be_claimed(const Claim& claim) {
  return family_of(claim.kind) == "attack" && claim.scope == Scope::incident &&
         (claim.certainty == Certainty::asserted || claim.certainty == Certainty::hedged);
}

/// Nothing says that the two are different events.
bool one_event(const Claim& a, const Claim& b) {
  if (a.time && b.time && are_apart(*a.time, *b.time)) return false;
  return !a.place || !b.place || a.place->name == b.place->name;
}

}  // namespace

std::vector<Responsibility> find_responsibility(const Document& document, const Analysis& analysis,
                                                const Mentions& mentions) {
  std::vector<Responsibility> out;
  for (std::uint32_t k = 0; k < analysis.sentences.size(); ++k) {
    const SentenceView s(document, analysis, mentions, k);
    for (std::uint32_t i = s.first(); i < s.last(); ++i) {
      if (!s.is_word(i, {"responsibility", "credit"})) continue;
      const auto verb = taking(s, i);
      if (!verb) continue;
      auto party = claimant(s, *verb, i);
      if (!party) party = named_before(s, *verb);
      if (party) out.push_back({k, std::move(*party)});
      break;
    }
  }
  return out;
}

void take_responsibility(const std::vector<Responsibility>& statements, const Story& story,
                         std::vector<Claim>& claims) {
  for (const Responsibility& statement : statements) {
    const Claim* told = nullptr;
    for (const Claim& claim : claims) {
      const std::uint32_t at = story.sentence_of(claim);
      if (can_be_claimed(claim) && at <= statement.sentence && statement.sentence - at <= kTold) told = &claim;
    }
    if (told == nullptr) continue;
    const Claim event = *told;
    for (Claim& claim : claims) {
      const std::uint32_t at = story.sentence_of(claim);
      const bool open = !claim.actor || claim.actor->name == kUnknownSide;
      if (!open || !can_be_claimed(claim) || at > statement.sentence || !one_event(event, claim)) continue;
      if (statement.sentence - at > kTold && !story.is_headline(claim)) continue;
      if (claim.actor && statement.party.name == kUnknownSide) continue;
      std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "actor"; });
      claim.actor = statement.party;
      claim.derived.push_back(
          {"actor", statement.party.name == kUnknownSide ? "actor.claimed-by-nobody" : "actor.claimed"});
    }
  }
}

}  // namespace attest
