#include "claims/side_words.hpp"

#include <algorithm>
#include <array>

#include "annotate/place_words.hpp"

namespace attest {

namespace {

/// "The rebels from the Northern Front", "the main rebel group, the Northern Front": the name behind the generic words.
const PartyMention& named_by(const SentenceView& s, const PartyMention& mention) {
  const bool in_words = mention.sort == SideSort::group && mention.name == slice(s.text(), s.bytes(mention.tokens));
  if (!mention.generic && !in_words) return mention;
  std::uint32_t i = mention.tokens.last;
  const bool apposition = s.word(i) == ",";
  if (s.is_word(i, {"known", "called"}) && s.word(i + 1) == "as") ++i;
  if (!apposition && !s.is_word(i, {"from", "of", "as", "called", "with"})) return mention;
  ++i;
  if (s.word(i) == "the") ++i;
  for (const PartyMention* next : s.within(s.mentions().parties, {i, std::min(i + 8, s.last())}))
    if (next->tokens.first == i && !next->generic && !next->nationality && next->sort == mention.sort) return *next;
  return mention;
}

}  // namespace

Party party_of(const SentenceView& s, const PartyMention& mention) {
  const PartyMention& named = named_by(s, mention);
  return {s.bytes(named.tokens), named.name};
}

bool only_describes(const SentenceView& s, const PartyMention& party) {
  std::uint32_t next = party.tokens.last;
  if (s.word(next) == "-") ++next;
  if (s.is_word(next, {"uniform", "uniforms", "fatigues"})) return true;
  if (next == party.tokens.last && !s.is_word(next, {"held", "controlled", "occupied", "ruled"})) return false;
  const bool verb = s.begins_quantity(next + 1) || s.is_word(next + 1, {"the", "a", "an", "its", "their", "his"});
  if (next == party.tokens.last && verb) return false;  // "IS held 25 people"
  return s.is_word(next, {"held",      "controlled", "backed",   "led",       "run",      "occupied", "trained",
                          "owned",     "ruled",      "based",    "supported", "armed",    "funded",   "allied",
                          "aligned",   "made",       "supplied", "besieged",  "speaking", "born",     "administered",
                          "dominated", "affiliated", "linked",   "era"}) &&
         !(next == party.tokens.last && s.is_word(next, {"based", "armed", "made", "born", "led", "run", "era"}));
}

bool tells_of_another(const SentenceView& s, const PartyMention& party) {
  constexpr std::uint32_t kLongest = 9;  // tokens of an apposition
  if (s.word(party.tokens.last) != ",") return false;
  for (std::uint32_t i = party.tokens.first; i-- > s.first() + 1 && party.tokens.last - i <= kLongest;) {
    if (s.word(i) != ",") {
      if (s.token(i).upos == Upos::verb && !s.is_word(i, {"affiliated", "allied", "linked", "aligned", "designated"}))
        return false;
      continue;
    }
    const auto named = [&](const PartyMention* other) { return other->tokens.last == i && !other->nationality; };
    const bool described = s.is_word(i + 1, {"a", "an", "the", "one"}) || s.has_word({i + 2, i + 4}, {"'s", "’s"});
    return described && std::ranges::any_of(s.within(s.mentions().parties, {s.first(), i}), named);
  }
  return false;
}

bool country_acts(const SentenceView& s, const PartyMention& party) {
  const std::uint32_t first = party.tokens.first;
  if (s.has_tree() && s.token(party.tokens.last - 1).deprel == Deprel::nsubj) return true;
  if (first == s.first()) return true;
  return !gives_direction(s.word(first - 1)) &&
         !s.is_word(first - 1, {"in",         "of",      "to",   "from",    "across", "near",   ",",    "inside",
                                "throughout", "between", "both", "for",     "into",   "s",      "'s",   "’s",
                                "-",          "on",      "with", "against", "at",     "around", "over", "than"});
}

bool is_light_verb(std::string_view w) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"carried",   "carry",      "carries",    "carrying",    "conduct",     "conducts",   "conducted",  "conducting",
       "launch",    "launches",   "launched",   "launching",   "stage",       "staged",     "stages",     "staging",
       "mount",     "mounted",    "mounts",     "mounting",    "perform",     "performed",  "commit",     "committed",
       "commits",   "committing", "unleash",    "unleashed",   "resume",      "resumed",    "resumes",    "step",
       "stepped",   "stepping",   "intensify",  "intensified", "inflict",     "inflicted",  "inflicting", "continue",
       "continues", "continued",  "claim",      "claimed",     "claims",      "start",      "started",    "begin",
       "began",     "begun",      "execute",    "executed",    "wage",        "waged",      "waging",     "order",
       "ordered",   "escalate",   "escalated",  "perpetrate",  "perpetrated", "made",       "make",       "making",
       "use",       "used",       "using",      "uses",        "responded",   "retaliated", "supported",  "support",
       "supports",  "supporting", "kept",       "keep",        "halt",        "halted",     "suspended",  "led",
       "leading",   "undertook",  "undertaken", "attempted",   "directed",    "delivered",  "behind",     "admitted",
       "denied",    "denies",     "pounded",    "hit",         "struck",      "caused",     "causing",    "planned",
       "involved",  "opened",     "cease",      "ceases",      "ceased",      "issue",      "issued",     "issues",
       "issuing"});
  return std::ranges::find(words, w) != words.end();
}

}  // namespace attest
