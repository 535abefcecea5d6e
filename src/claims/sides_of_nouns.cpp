// Whose deed a noun tells of: "US air strikes", "its siege", "the attack was blamed on".
#include <algorithm>
#include <map>

#include "claims/side_finder.hpp"
#include "claims/side_words.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kToClaim = 12;  // tokens from a side's name to "claimed responsibility" at most

}  // namespace

bool Sides::is_suffered(const PredicateMention& noun) const {
  return s_.is_word(noun.tokens.last - 1, {"casualty", "casualties", "death", "deaths", "fatality", "fatalities",
                                           "loss", "losses", "toll", "dead", "injuries", "wounded"});
}

bool Sides::hangs_by(std::uint32_t noun, std::initializer_list<std::string_view> prepositions) const {
  for (std::uint32_t i = s_.first(); i < noun; ++i)
    if (s_.token(i).head == noun && s_.token(i).deprel == Deprel::case_ && s_.is_word(i, prepositions)) return true;
  return false;
}

std::optional<Party> Sides::before_noun(std::uint32_t noun) const {
  std::uint32_t first = noun;
  while (first > s_.first() && noun - first < 7) {
    const std::uint32_t i = first - 1;
    const std::string_view w = s_.word(i);
    if (is_link(w) || w == "of" || w == "," || w == ";" || w == ":" || w == "that" || w == "which" || w == "who" ||
        w == "was" || w == "were" || w == "is" || w == "are" || w == "has" || w == "have" || w == "had" ||
        w == "will" || w == "said" || w == "out" || w == "as" || (is_light_verb(w) && s_.word(i - 1) != "-"))
      break;
    if (w == "the" || w == "a" || w == "an" || w == "this" || w == "its" || w == "their") {
      first = i;  // "police say a bombing": what stands farther off is no part of the phrase
      break;
    }
    first = i;
  }
  std::optional<Party> found;
  for (const PartyMention* party : s_.within(m_.parties, {first, noun})) {
    if (party->generic && s_.word(party->tokens.first) == "military" && party->tokens.first == first) continue;
    if (only_describes(s_, *party)) {
      refuse(*party, "side.only-describes");
      continue;
    }
    if (party->nationality && party->tokens.last < noun && s_.is_word(party->tokens.last, {"and", "or"})) continue;
    if (party->nationality && heads_a_title(*party, noun)) continue;
    if (party->nationality && is_scene(*party)) {
      refuse(*party, "side.country-is-where");  // "Somalia suicide bombing", told of Mogadishu
      continue;
    }
    if (party->nationality && !is_attack(noun) && s_.token(party->tokens.last - 1).upos == Upos::propn) {
      refuse(*party, "side.country-does-not-act");  // "the Congo rapes" are those in the Congo
      continue;
    }
    const bool verb_between = std::ranges::any_of(s_.within(m_.cues, {party->tokens.last, noun}), [&](const auto* cue) {
      return cue->form != Form::gerund && cue->form != Form::base &&
             s_.word(cue->tokens.first - 1) != "-";  // "a Taliban-claimed attack"
    });
    if (!verb_between) found = party_of(s_, *party);
  }
  return found;
}

bool Sides::is_scene(const PartyMention& party) const {
  if (!is_country_by_name(party)) return false;
  std::map<std::string_view, int> told;
  for (const PlaceMention& place : m_.places)
    if (place.country && exactness(place) > 0) ++told[*place.country];
  const auto most = std::ranges::max_element(told, {}, [](const auto& one) { return one.second; });
  return most != told.end() && most->first == party.country;
}

bool Sides::heads_a_title(const PartyMention& party, std::uint32_t noun) const {
  return s_.word(noun + 1) == ":" && is_country_by_name(party);
}

bool Sides::is_country_by_name(const PartyMention& party) const {
  const auto same = [&](const PlaceMention* land) { return land->tokens == party.tokens; };
  return std::ranges::any_of(s_.within(m_.lands, party.tokens), same) ||
         std::ranges::any_of(s_.within(m_.places, party.tokens), same);
}

std::optional<Party> Sides::between(const PredicateMention& noun, std::size_t which) const {
  for (std::uint32_t i = noun.tokens.last; i < std::min(noun.tokens.last + 8, s_.last()); ++i) {
    if (s_.is_word(i, {",", ";", "and"})) break;
    if (s_.word(i) != "between") continue;
    std::vector<Party> sides;
    for (const PartyMention* party : s_.within(m_.parties, {i + 1, std::min(i + 18, s_.last())})) {
      if (party->nationality || only_describes(s_, *party)) continue;
      Party side = party_of(s_, *party);
      if (sides.empty() || sides.back().name != side.name) sides.push_back(std::move(side));
    }
    if (sides.size() >= 2) return sides[which];
    // "between rival militias", "between armed groups": they are both
    if (sides.size() == 1 && which == 0 &&
        s_.is_word(i + 1, {"rival", "opposing", "warring", "competing", "different"}))
      return sides.front();
  }
  return std::nullopt;
}

std::optional<Party> Sides::met(const PredicateMention& noun) const {
  const std::uint32_t i = noun.tokens.last;
  if (!s_.is_word(i, {"with", "against"})) return std::nullopt;
  return in({i + 1, std::min(i + 7, s_.last())}, true);
}

std::optional<Party> Sides::of_noun(const PredicateMention& noun, const Arguments& a) const {
  if (auto party = by("side.agent", in(a.by, true))) return party;
  if (auto party = by("side.comes-from", comes_from(noun))) return party;
  if (!is_suffered(noun))
    if (auto party = by("side.before-the-noun", before_noun(noun.tokens.first))) return party;
  if (auto party = by("side.owner", owner(noun))) return party;
  if (auto party = by("side.owner", owner_of_joined(noun))) return party;
  if (auto party = by("side.blamed", blamed(noun))) return party;
  if (auto party = by("side.subject-of-light-verb", light_verb_subject(a.subject))) return party;
  return by("side.governing-subject", governing_subject(noun));
}

std::optional<Party> Sides::comes_from(const PredicateMention& noun) const {
  if (s_.word(noun.tokens.last) != "from") return std::nullopt;
  const std::uint32_t first = noun.tokens.last + (s_.word(noun.tokens.last + 1) == "the" ? 2 : 1);
  for (const PartyMention* party : s_.within(m_.parties, {first, std::min(first + 6, s_.last())}))
    if (party->tokens.first == first && !party->nationality) return party_of(s_, *party);
  return std::nullopt;
}

std::optional<Party> Sides::governing_subject(const PredicateMention& deed) const {
  if (!s_.has_tree()) return std::nullopt;
  std::uint32_t at = deed.tokens.first;
  while (deed.tokens.contains(at) && deed.tokens.contains(s_.token(at).head)) at = s_.token(at).head;
  bool light = false;
  for (int steps = 0; steps < 5 && at != kRoot; ++steps) {
    const Token& token = s_.token(at);
    if (light || (steps > 0 && token.upos == Upos::verb && is_light_verb(s_.word(at)))) {
      light = true;
      for (const PartyMention* party : s_.within(m_.parties, {s_.first(), at}))
        for (std::uint32_t i = party->tokens.first; i < party->tokens.last; ++i) {
          const Deprel relation = s_.token(i).deprel;
          const bool subject = s_.token(i).head == at && relation == Deprel::nsubj;
          // "press the regime to cease": the object is who would cease
          const bool pressed =
              token.deprel == Deprel::xcomp && s_.token(i).head == token.head && relation == Deprel::obj;
          if ((subject || pressed) && usable(*party)) return party_of(s_, *party);
        }
    }
    // "support the troops with air strikes", not "suspended trains in the wake of the attack"
    if (!light && (token.deprel == Deprel::obl || token.deprel == Deprel::nmod) && !hangs_by(at, {"with"}) &&
        !s_.is_word(token.head, {"responsibility", "series", "wave", "waves", "campaign", "number", "dozens"}))
      return std::nullopt;
    if (s_.is_word(at, {"connection", "suspicion", "relation", "protest", "response", "investigation", "probe"}))
      return std::nullopt;  // "made an arrest in connection with a bombing"
    const bool up = token.deprel == Deprel::obl || token.deprel == Deprel::obj || token.deprel == Deprel::nmod ||
                    token.deprel == Deprel::xcomp || token.deprel == Deprel::conj || token.deprel == Deprel::acl ||
                    token.deprel == Deprel::advcl;
    if (!up) return std::nullopt;
    at = token.head;
  }
  return std::nullopt;
}

std::optional<Party> Sides::owner(const PredicateMention& noun) const {
  std::uint32_t i = noun.tokens.first;
  while (i > s_.first() && noun.tokens.first - i < 4 && !s_.is_word(i - 1, {"its", "their"})) {
    if (s_.is_word(i - 1, {"of", "in", "on", "and", ",", "by"})) return std::nullopt;
    --i;
  }
  if (i == s_.first() || !s_.is_word(i - 1, {"its", "their"})) return std::nullopt;
  const auto parties = s_.within(m_.parties, {s_.first(), i - 1});
  for (auto at = parties.rbegin(); at != parties.rend(); ++at) {
    const PartyMention& party = **at;
    const bool possessor = s_.is_word(party.tokens.last, {"'s", "’s", "'", "’"});
    const Deprel relation = s_.token(party.tokens.last - 1).deprel;
    const bool pressed = relation == Deprel::obj && s_.word(party.tokens.last) == "to";  // "press them to end their"
    if (possessor || (s_.has_tree() && pressed) ||
        (s_.has_tree() && (relation == Deprel::nsubj || relation == Deprel::nsubj_pass)))
      return party_of(s_, party);
  }
  return std::nullopt;
}

std::optional<Party> Sides::owner_of_joined(const PredicateMention& noun) const {
  if (!s_.has_tree()) return std::nullopt;
  std::uint32_t first = noun.tokens.last - 1;
  while (s_.token(first).deprel == Deprel::conj && s_.token(first).head < first && s_.token(first).head >= s_.first())
    first = s_.token(first).head;
  if (first == noun.tokens.last - 1 || s_.token(first).upos != Upos::noun) return std::nullopt;
  for (const PartyMention* party : s_.within(m_.parties, {s_.first(), first}))
    if (s_.token(party->tokens.last - 1).deprel == Deprel::nmod_poss && s_.token(party->tokens.last - 1).head == first)
      return party_of(s_, *party);
  PredicateMention joined = noun;
  joined.tokens = {first, first + 1};
  return owner(joined);
}

std::optional<Party> Sides::blamed(const PredicateMention& noun) const {
  for (std::uint32_t i = s_.first(); i + 3 < noun.tokens.first; ++i)  // "cruelty carried out by X, with the killing of"
    if (s_.is_word(i, {"carried", "perpetrated", "committed"}) && s_.has_word({i + 1, i + 3}, {"by"}))
      if (auto party = in({i + 2, std::min(i + 8, noun.tokens.first)}, true)) return party;
  for (std::uint32_t i = noun.tokens.last; i + 1 < s_.last(); ++i) {
    const bool on = s_.is_word(i, {"blamed", "pinned"}) && s_.word(i + 1) == "on";
    const bool to = s_.word(i) == "attributed" && s_.word(i + 1) == "to";
    const bool by = s_.is_word(i, {"claimed", "perpetrated", "launched", "staged", "mounted", "conducted"}) &&
                    s_.word(i + 1) == "by";
    const bool out_by = s_.word(i) == "carried" && s_.word(i + 1) == "out" && s_.word(i + 2) == "by";
    if (on || to || by || out_by)
      if (auto party = in({i + 2, std::min(i + 10, s_.last())}, true)) return party;
  }
  for (std::uint32_t i = s_.first(); i + 2 < noun.tokens.first; ++i)  // "blamed Taliban fighters for the killings"
    if (s_.is_word(i, {"blamed", "blame", "blames", "blaming"}) && noun.tokens.first - i < 14 &&
        s_.has_word({noun.tokens.first - 3, noun.tokens.first}, {"for"}))
      if (auto party = in({i + 1, noun.tokens.first}, true)) return party;
  for (std::uint32_t i = s_.first(); i + 2 < noun.tokens.first; ++i) {  // "sentenced three members of X for an attack"
    if (!s_.is_word(i, {"sentenced", "convicted", "charged", "tried", "jailed", "accused", "indicted"})) continue;
    if (noun.tokens.first - i < 20 &&
        s_.has_word({noun.tokens.first - 3, noun.tokens.first}, {"for", "over", "with", "of"}))
      if (auto party = in({i + 1, noun.tokens.first}, true)) return party;
  }
  for (std::uint32_t i = s_.first() + 1; i + 1 < noun.tokens.first;
       ++i) {  // "X, blamed for attacks", "accused of a raid"
    if (noun.tokens.first - i > 7 || !s_.is_word(i, {"blamed", "accused", "suspected", "responsible"}) ||
        !s_.is_word(i + 1, {"for", "of"}))
      continue;
    const auto parties = s_.within(m_.parties, {i > s_.first() + 6 ? i - 6 : s_.first(), i});
    if (!parties.empty() && !parties.back()->nationality) return party_of(s_, *parties.back());
  }
  for (std::uint32_t i = s_.first(); i < noun.tokens.first; ++i)  // "blames the attack in the north on X"
    if (noun.tokens.first - i < 6 && s_.is_word(i, {"blame", "blames", "blamed", "blaming"}))
      for (std::uint32_t on = noun.tokens.last; on < std::min(noun.tokens.last + 10, s_.last()); ++on)
        if (s_.word(on) == "on")
          if (auto party = in({on + 1, std::min(on + 7, s_.last())}, true)) return party;
  for (std::uint32_t i = s_.first() + 1; i + 1 < s_.last(); ++i) {
    const bool claims = s_.is_word(i, {"claimed", "claims", "claiming", "claim", "admitted"}) &&
                        s_.is_word(i + 1, {"responsibility", "credit"});
    if (!claims) continue;
    auto parties = s_.within(m_.parties, {i > s_.first() + kToClaim ? i - kToClaim : s_.first(), i});
    while (!parties.empty() && tells_of_another(s_, *parties.back())) parties.pop_back();
    if (!parties.empty()) return party_of(s_, *parties.back());
  }
  return std::nullopt;
}

bool Sides::is_attack(std::uint32_t noun) const {
  const auto nouns = s_.within(m_.predicates, {noun, std::min(noun + 4, s_.last())});
  return nouns.empty() || std::ranges::any_of(nouns, [&](const PredicateMention* mention) {
           const ClaimKind kind = resources_.predicates[mention->predicate].kind;
           return kind == ClaimKind::attack || kind == ClaimKind::clash || kind == ClaimKind::control;
         });
}

std::optional<Party> Sides::light_verb_subject(TokenRange left) const {
  for (std::uint32_t i = left.last; i-- > left.first + 1;) {
    if (!is_light_verb(s_.word(i))) continue;
    if (s_.has_tree() && s_.token(i).deprel == Deprel::advcl && s_.token(i).xpos == Xpos::vbg && s_.word(i - 1) == ",")
      return std::nullopt;  // "attacked the group, conducting 30 strikes": the main verb's subject
    if (s_.has_word({i, left.last},
                    {"after", "before", "wake", "following", "amid", "because", "despite", "over", "aftermath"}))
      return std::nullopt;
    const auto parties = s_.within(m_.parties, {left.first, i});
    for (auto at = parties.rbegin(); at != parties.rend(); ++at)
      if (usable(**at) && !in_phrase(**at, left)) return party_of(s_, **at);
  }
  return std::nullopt;
}

}  // namespace attest
