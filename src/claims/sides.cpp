#include "claims/sides.hpp"

#include "annotate/side_names.hpp"
#include "claims/side_words.hpp"

namespace attest {

namespace {

class Sides {
 public:
  /// @param field  what the side is looked for: notes go under its name; empty: no notes
  Sides(const Frame& frame, std::string_view field)
      : s_(frame.s),
        m_(frame.s.mentions()),
        resources_(frame.resources),
        trigger_(frame.mention.tokens),
        field_(field),
        weighing_(field.empty() ? nullptr : frame.weighing) {}

  /// Takes a note of the side that `rule` found, if it did.
  [[nodiscard]] std::optional<Party> by(std::string_view rule, std::optional<Party> party) const {
    if (party) took(weighing_, field_, rule, party->text);
    return party;
  }

  [[nodiscard]] std::optional<Party> in(TokenRange zone, bool any_position) const {
    for (const PartyMention* party : s_.within(m_.parties, zone))
      if (usable(*party) && (any_position || !in_phrase(*party, zone))) return party_of(s_, *party);
    return std::nullopt;
  }

  /// The party of a subject that stands nearest before its verb, outside of prepositional phrases.
  [[nodiscard]] std::optional<Party> in_subject(TokenRange zone) const {
    const auto parties = s_.within(m_.parties, zone);
    for (auto at = parties.rbegin(); at != parties.rend(); ++at)
      if (usable(**at) && !in_phrase(**at, zone) && !behind_weapon(**at)) return party_of(s_, **at);
    return in(zone, true);
  }

  /// "U.S. casualties", "army losses": the side before the noun suffers them; "army killings" it commits.
  [[nodiscard]] bool is_suffered(const PredicateMention& noun) const {
    return s_.is_word(noun.tokens.last - 1, {"casualty", "casualties", "death", "deaths", "fatality", "fatalities",
                                             "loss", "losses", "toll", "dead", "injuries", "wounded"});
  }

  [[nodiscard]] bool hangs_by(std::uint32_t noun, std::initializer_list<std::string_view> prepositions) const {
    for (std::uint32_t i = s_.first(); i < noun; ++i)
      if (s_.token(i).head == noun && s_.token(i).deprel == Deprel::case_ && s_.is_word(i, prepositions)) return true;
    return false;
  }

  /// The noun phrase before an attack noun: "US air strikes", "the regime's indiscriminate bombing campaign".
  [[nodiscard]] std::optional<Party> before_noun(std::uint32_t noun) const {
    std::uint32_t first = noun;
    while (first > s_.first() && noun - first < 7) {
      const std::uint32_t i = first - 1;
      const std::string_view w = s_.word(i);
      if (is_link(w) || w == "of" || w == "," || w == ";" || w == ":" || w == "that" || w == "which" || w == "who" ||
          w == "was" || w == "were" || w == "is" || w == "are" || w == "has" || w == "have" || w == "had" ||
          w == "will" || w == "said" || w == "out" || w == "as" || is_light_verb(w))
        break;
      if ((w == "the" || w == "a" || w == "an" || w == "this" || w == "its" || w == "their") && first < noun) {
        first = i;
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
      if (party->nationality && !is_attack(noun) && s_.token(party->tokens.last - 1).upos == Upos::propn) {
        refuse(*party, "side.country-does-not-act");  // "the Congo rapes" are those in the Congo
        continue;
      }
      const bool verb_between =
          std::ranges::any_of(s_.within(m_.cues, {party->tokens.last, noun}),
                              [](const auto* cue) { return cue->form != Form::gerund && cue->form != Form::base; });
      if (!verb_between) found = party_of(s_, *party);
    }
    return found;
  }

  /// "Fighting between A and B": the first or the second of the sides after "between".
  [[nodiscard]] std::optional<Party> between(const PredicateMention& noun, std::size_t which) const {
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
    }
    return std::nullopt;
  }

  /// "Killed in a clash with soldiers": the side that the dead met.
  [[nodiscard]] std::optional<Party> met(const PredicateMention& noun) const {
    const std::uint32_t i = noun.tokens.last;
    if (!s_.is_word(i, {"with", "against"})) return std::nullopt;
    return in({i + 1, std::min(i + 7, s_.last())}, true);
  }

  [[nodiscard]] std::optional<Party> of_noun(const PredicateMention& noun, const Arguments& a) const {
    if (auto party = by("side.agent", in(a.by, true))) return party;
    if (!is_suffered(noun))
      if (auto party = by("side.before-the-noun", before_noun(noun.tokens.first))) return party;
    if (auto party = by("side.owner", owner(noun))) return party;
    if (auto party = by("side.owner", owner_of_joined(noun))) return party;
    if (auto party = by("side.blamed", blamed(noun))) return party;
    if (auto party = by("side.subject-of-light-verb", light_verb_subject(a.subject))) return party;
    return by("side.governing-subject", governing_subject(noun));
  }

  /// "The coalition continues to support the army with air strikes", "claimed responsibility for capturing": the subject
  /// of the light verb that the tree hangs the deed from.
  [[nodiscard]] std::optional<Party> governing_subject(const PredicateMention& deed) const {
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
      const bool up = token.deprel == Deprel::obl || token.deprel == Deprel::obj || token.deprel == Deprel::nmod ||
                      token.deprel == Deprel::xcomp || token.deprel == Deprel::conj || token.deprel == Deprel::acl ||
                      token.deprel == Deprel::advcl;
      if (!up) return std::nullopt;
      at = token.head;
    }
    return std::nullopt;
  }

  /// "The coalition said its raids had killed", "the regime's attacks and its siege": whose deed the pronoun says it is.
  [[nodiscard]] std::optional<Party> owner(const PredicateMention& noun) const {
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

  /// "the army's siege of the town and obstruction of aid": whose the first is, the second is, too.
  [[nodiscard]] std::optional<Party> owner_of_joined(const PredicateMention& noun) const {
    if (!s_.has_tree()) return std::nullopt;
    std::uint32_t first = noun.tokens.last - 1;
    while (s_.token(first).deprel == Deprel::conj && s_.token(first).head < first && s_.token(first).head >= s_.first())
      first = s_.token(first).head;
    if (first == noun.tokens.last - 1 || s_.token(first).upos != Upos::noun) return std::nullopt;
    for (const PartyMention* party : s_.within(m_.parties, {s_.first(), first}))
      if (s_.token(party->tokens.last - 1).deprel == Deprel::nmod_poss &&
          s_.token(party->tokens.last - 1).head == first)
        return party_of(s_, *party);
    PredicateMention joined = noun;
    joined.tokens = {first, first + 1};
    return owner(joined);
  }

  /// "blamed on X", "attributed to X", "claimed by X", "X claimed responsibility" in the noun's sentence.
  [[nodiscard]] std::optional<Party> blamed(const PredicateMention& noun) const {
    for (std::uint32_t i = s_.first(); i + 3 < noun.tokens.first;
         ++i)  // "cruelty carried out by X, with the killing of"
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
    for (std::uint32_t i = s_.first(); i + 2 < noun.tokens.first;
         ++i) {  // "sentenced three members of X for an attack"
      if (!s_.is_word(i, {"sentenced", "convicted", "charged", "tried", "jailed", "accused", "indicted"})) continue;
      if (noun.tokens.first - i < 20 &&
          s_.has_word({noun.tokens.first - 3, noun.tokens.first}, {"for", "over", "with", "of"}))
        if (auto party = in({i + 1, noun.tokens.first}, true)) return party;
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
      const auto parties = s_.within(m_.parties, {i > s_.first() + 8 ? i - 8 : s_.first(), i});
      if (!parties.empty()) return party_of(s_, *parties.back());
    }
    return std::nullopt;
  }

  /// "forced to fight on behalf of X", "in the ranks of X", "held by X"
  [[nodiscard]] std::optional<Party> on_behalf(std::uint32_t from) const {
    for (std::uint32_t i = from; i + 1 < std::min(from + 10, s_.last()); ++i) {
      if (s_.is_word(i, {"of", "by", "for", "with"}))
        if (auto party = in({i + 1, std::min(i + 7, s_.last())}, true)) return party;
      if (s_.word(i) == "under")
        if (auto party = ruler(i)) return party;
    }
    return std::nullopt;
  }

  /// "captured in a joint operation of the army and the police", "detained at a militia's checkpoint"
  [[nodiscard]] std::optional<Party> of_operation(std::uint32_t from) const {
    for (std::uint32_t i = from; i + 1 < std::min(from + 12, s_.last()); ++i)
      if (s_.is_word(i, {"operation", "operations", "raid", "raids", "sweep", "ambush"}) &&
          s_.is_word(i + 1, {"of", "by"}))
        return in({i + 2, std::min(i + 8, s_.last())}, true);
    for (const PartyMention* party : s_.within(m_.parties, {from, std::min(from + 8, s_.last())})) {
      std::uint32_t site = party->tokens.last;
      if (s_.is_word(site, {"'s", "’s", "'", "’"})) ++site;
      if (s_.is_word(site, {"checkpoint", "checkpoints", "prison", "prisons", "jail", "jails", "custody", "base"}))
        return party_of(s_, *party);
    }
    return std::nullopt;
  }

  /// "A suicide bomber attacked": the words of the deed name who did it.
  [[nodiscard]] std::optional<Party> in_trigger() const {
    for (const PartyMention* party : s_.within(m_.parties, trigger_))
      if (party->generic && party->meant == kUnknownSide) return party_of(s_, *party);
    return std::nullopt;
  }

  /// "under X rule", "under the yoke of X"
  [[nodiscard]] std::optional<Party> ruler(std::uint32_t under) const {
    const TokenRange near{under + 1, std::min(under + 7, s_.last())};
    for (const PartyMention* party : s_.within(m_.parties, near)) {
      const bool before = s_.is_word(party->tokens.last, {"rule", "control", "siege", "occupation"});
      const bool behind =
          s_.word(party->tokens.first - 1) == "of" &&
          s_.is_word(party->tokens.first - 2, {"rule", "control", "siege", "occupation", "yoke", "thumb"});
      if (before || behind) return party_of(s_, *party);
    }
    return std::nullopt;
  }

  /// "trapped under X rule": who rules those to whom it happens.
  [[nodiscard]] std::optional<Party> ruler_behind(std::uint32_t from) const {
    for (std::uint32_t i = from; i < std::min(from + 3, s_.last()); ++i)
      if (s_.word(i) == "under") return ruler(i);
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Party> opponent_after(const Arguments& a) const {
    for (const PartyMention* party : s_.within(m_.parties, {a.clause.first, s_.last()})) {
      std::uint32_t i = party->tokens.first;
      while (i > s_.first() && s_.is_word(i - 1, {"the", "a", "armed", "local", "remaining", "last"})) --i;
      if (i > s_.first() && s_.is_word(i - 1, {"against", "from", "with", "between", "battle", "battled", "repelled"}))
        return party_of(s_, *party);
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool usable(const PartyMention& party) const {
    if (party.generic && party.tokens.overlaps(trigger_)) return false;  // "a military offensive"
    if (only_describes(s_, party)) return refuse(party, "side.only-describes");
    if (modifies(party)) return refuse(party, "side.whose-it-is");
    if (!party.nationality) return true;
    const bool acts =
        s_.word(party.tokens.last) != "'s" && s_.word(party.tokens.last) != "’s" && country_acts(s_, party);
    return acts || refuse(party, "side.country-does-not-act");
  }

  /// Is the noun of the predicates' own that tells an attack or fighting?
  [[nodiscard]] bool is_attack(std::uint32_t noun) const {
    const auto nouns = s_.within(m_.predicates, {noun, std::min(noun + 4, s_.last())});
    return nouns.empty() || std::ranges::any_of(nouns, [&](const PredicateMention* mention) {
             const ClaimKind kind = resources_.predicates[mention->predicate].kind;
             return kind == ClaimKind::attack || kind == ClaimKind::clash || kind == ClaimKind::control;
           });
  }

  /// False, with a note of why not this side.
  bool refuse(const PartyMention& party, std::string_view rule) const {
    left(weighing_, field_, rule, s_.bytes(party.tokens));
    return false;
  }

  /// "A rebel area", "an army base": the word only says whose, unless a weapon or a deed follows ("rebel fire").
  [[nodiscard]] bool modifies(const PartyMention& party) const {
    const Token& token = s_.token(party.tokens.last - 1);
    const std::uint32_t head = token.head;
    if (!party.generic || token.deprel != Deprel::compound || head == kRoot || head < party.tokens.last) return false;
    if (s_.is_word(head,
                   {"plane",    "planes",  "aircraft", "jet",     "jets",   "helicopter", "helicopters", "gunship",
                    "gunships", "drone",   "drones",   "tank",    "tanks",  "warplane",   "warplanes",   "artillery",
                    "gunner",   "gunners", "patrol",   "patrols", "sniper", "snipers"}))
      return false;
    return s_.within(m_.weapons, {head, head + 1}).empty() && s_.within(m_.predicates, {head, head + 1}).empty();
  }

  [[nodiscard]] bool in_phrase(const PartyMention& party, TokenRange zone) const {
    std::uint32_t first = party.tokens.first;
    while (first > zone.first && s_.is_word(first - 1, {"the", "a", "an", "some", "other"})) --first;
    const bool inside = first > zone.first && (is_link(s_.word(first - 1)) || s_.word(first - 1) == "of");
    if (inside) refuse(party, "side.in-a-phrase");
    return inside;
  }

  /// "a US-made missile", "the army's shells": the weapon is the subject, its owner acts all the same.
  [[nodiscard]] bool behind_weapon(const PartyMention& party) const {
    return s_.word(party.tokens.last) == "-" && party.nationality;
  }

  /// "Gunmen carried out an attack": the subject of the light verb that governs the noun.
  [[nodiscard]] std::optional<Party> light_verb_subject(TokenRange left) const {
    for (std::uint32_t i = left.last; i-- > left.first + 1;) {
      if (!is_light_verb(s_.word(i))) continue;
      if (s_.has_word({i, left.last},
                      {"after", "before", "wake", "following", "amid", "because", "despite", "over", "aftermath"}))
        return std::nullopt;
      const auto parties = s_.within(m_.parties, {left.first, i});
      for (auto at = parties.rbegin(); at != parties.rend(); ++at)
        if (usable(**at) && !in_phrase(**at, left)) return party_of(s_, **at);
    }
    return std::nullopt;
  }

  const SentenceView& s_;
  const Mentions& m_;
  const Resources& resources_;
  const TokenRange trigger_;
  std::string_view field_;
  Weighing* weighing_;
};

bool has_weapon(const Frame& f, TokenRange zone) {
  return zone.first < zone.last && !f.s.within(f.s.mentions().weapons, zone).empty();
}

/// The actor of an attack that the clause names by a noun: "were killed in a raid by X", "X's shelling wounded".
std::optional<Party> actor_of_attack_noun(const Frame& f, const Sides& sides) {
  const SentenceView& s = f.s;
  const TokenRange clause{f.arguments.clause.first, std::min(f.arguments.clause.last + 8, s.last())};
  for (const PredicateMention* other : s.within(s.mentions().predicates, clause)) {
    const ClaimKind kind = f.resources.predicates[other->predicate].kind;
    if ((kind != ClaimKind::attack && kind != ClaimKind::clash) || other->tokens == f.mention.tokens) continue;
    if (other->form != Form::noun && other->form != Form::plural) continue;
    if (kind == ClaimKind::clash) {
      if (auto party = sides.by("side.met-in-fighting", sides.met(*other))) return party;
      continue;
    }
    Arguments a = find_arguments(s, *other, false);
    a.subject.first = std::max(a.subject.first, f.arguments.clause.first);
    if (auto party = sides.of_noun(*other, a)) return party;
  }
  return std::nullopt;
}

/// "Clashes between the army and rebels have killed 24": nobody says which side killed them.
bool met_in_a_clash(const Frame& f) {
  if (f.arguments.noun || f.arguments.passive) return false;
  const auto nouns = f.s.within(f.s.mentions().predicates, f.arguments.subject);
  return std::ranges::any_of(nouns, [&](const PredicateMention* noun) {
    return f.resources.predicates[noun->predicate].kind == ClaimKind::clash &&
           (noun->form == Form::noun || noun->form == Form::plural) && f.s.word(noun->tokens.last) == "between";
  });
}

}  // namespace

std::optional<Party> party_in(const Frame& frame, TokenRange zone, bool any_position) {
  return Sides(frame, {}).in(zone, any_position);
}

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

std::optional<Party> find_actor(const Frame& f) {
  const Predicate& p = f.predicate;
  const Arguments& a = f.arguments;
  const SentenceView& s = f.s;
  const Sides sides(f, "actor");
  if (p.object == Role::actor) {  // "is controlled by X"
    const TokenRange after{p.particles.empty() ? f.mention.tokens.last : f.mention.tokens.first, s.last()};
    return sides.by("side.agent", sides.in({after.first, std::min(after.first + 14, after.last)}, true));
  }
  if (p.subject != Role::actor) {
    const bool attack_or_harm = p.kind == ClaimKind::killed || p.kind == ClaimKind::attack ||
                                p.kind == ClaimKind::injured || p.kind == ClaimKind::damaged;
    if (p.subject == Role::victims && attack_or_harm) return actor_of_attack_noun(f, sides);
    if (p.kind == ClaimKind::recruited || p.kind == ClaimKind::detained || p.kind == ClaimKind::trapped ||
        p.kind == ClaimKind::deprived) {
      if (auto party = sides.by("side.agent", sides.in(a.by, true))) return party;
      return sides.by("side.on-behalf-of", sides.on_behalf(f.mention.tokens.last));
    }
    return std::nullopt;
  }
  if (p.kind == ClaimKind::clash)
    if (auto party = sides.by("side.between", sides.between(f.mention, 0))) return party;
  if (a.noun) {
    if (auto party = sides.of_noun(f.mention, a)) return party;
    return p.kind == ClaimKind::clash ? sides.by("side.met-in-fighting", sides.met(f.mention)) : std::nullopt;
  }
  if (met_in_a_clash(f)) return std::nullopt;
  std::optional<Party> actor;
  if (p.object_before) {  // "civilians used by X as shields", "X used civilians as shields"
    if (auto party = sides.by("side.agent", sides.in(a.by, true))) return party;
    for (std::uint32_t i = a.subject.first; i < a.subject.last; ++i)
      if (s.word(i) == "by")
        if (auto party = sides.by("side.agent", sides.in({i + 1, a.subject.last}, true))) return party;
    if (auto party = sides.by("side.subject", sides.in_subject(a.subject))) return party;
    return sides.by("side.governing-subject", subject_above(f));
  }
  if (a.passive) {
    actor = sides.by("side.agent", sides.in(a.by, true));
    if (!actor && p.kind == ClaimKind::trapped)
      actor = sides.by("side.on-behalf-of", sides.ruler_behind(f.mention.tokens.last));
  } else {
    actor = has_weapon(f, a.subject) ? sides.in(a.subject, false) : sides.in_subject(a.subject);
    if (!actor) actor = sides.in(a.subject, true);
    actor = sides.by("side.subject", std::move(actor));
  }
  if (!actor && s.token(f.mention.tokens.first).xpos == Xpos::vbg)
    actor = sides.by("side.governing-subject", sides.governing_subject(f.mention));
  const bool violent = p.kind == ClaimKind::killed || p.kind == ClaimKind::injured || p.kind == ClaimKind::damaged ||
                       p.kind == ClaimKind::attack || p.kind == ClaimKind::displaced;
  if (!actor && violent) actor = actor_of_attack_noun(f, sides);
  if (!actor && p.kind == ClaimKind::attack) actor = sides.by("side.in-the-trigger", sides.in_trigger());
  if (!actor && a.passive && p.kind == ClaimKind::detained)
    actor = sides.by("side.agent", sides.of_operation(f.mention.tokens.last));
  if (!actor && f.mention.form == Form::fixed && p.of != Role::none)  // "Iraqi operations to retake"
    actor = sides.by("side.before-the-noun", sides.before_noun(f.mention.tokens.first));
  return actor;
}

std::optional<Party> find_opponent(const Frame& f) {
  const Predicate& p = f.predicate;
  const Sides sides(f, "opponent");
  if (p.kind == ClaimKind::clash)
    if (auto party = sides.by("side.between", sides.between(f.mention, 1))) return party;
  if (p.object == Role::opponent || p.subject == Role::opponent || p.of == Role::opponent || p.from == Role::opponent) {
    if (auto party = sides.by("side.argument", sides.in(f.zone_of(Role::opponent), p.kind == ClaimKind::clash)))
      return party;
    if (p.kind != ClaimKind::clash) return std::nullopt;
  } else if (p.from != Role::none || (p.kind != ClaimKind::control && p.kind != ClaimKind::clash)) {
    return std::nullopt;
  }
  return sides.by("side.after-against", sides.opponent_after(f.arguments));
}

}  // namespace attest
