#include "claims/coder.hpp"

#include <cctype>
#include <span>

#include "claims/certainty.hpp"
#include "claims/near_misses.hpp"
#include "claims/places_hit.hpp"
#include "claims/pronouns.hpp"
#include "claims/scope.hpp"
#include "claims/sides.hpp"
#include "claims/speaker_names.hpp"
#include "claims/when.hpp"
#include "claims/where.hpp"
#include "claims/who_was_hit.hpp"
#include "claims/whom.hpp"
#include "claims/with_what.hpp"

namespace attest {

namespace {

bool is_noun(const PredicateMention& mention) { return mention.form == Form::noun || mention.form == Form::plural; }

/// Kinds that are about civilians: with fighters the same words mean a movement of forces.
bool happens_to_civilians_only(ClaimKind kind) {
  return kind == ClaimKind::trapped || kind == ClaimKind::displaced || kind == ClaimKind::sheltered ||
         kind == ClaimKind::returned || kind == ClaimKind::deprived;
}

class SentenceCoder {
 public:
  SentenceCoder(const SentenceView& sentence, const SentenceVoices& voices, const Resources& resources,
                std::vector<Claim>& claims, std::vector<Weighing>* weighings)
      : s_(sentence),
        m_(sentence.mentions()),
        voices_(voices),
        resources_(resources),
        claims_(claims),
        weighings_(weighings),
        first_claim_(claims.size()) {}

  void run() {
    std::vector<const PredicateMention*> triggers = s_.within(m_.predicates, s_.range());
    // Of matches over the same words the longest is meant; of equally long ones the first whose arguments are there, those
    // that ask for another word ("shot … dead") before those that do not.
    std::ranges::stable_sort(triggers, [&](const auto* a, const auto* b) {
      if (a->tokens.first != b->tokens.first) return a->tokens.first < b->tokens.first;
      if (a->tokens.last != b->tokens.last) return a->tokens.last > b->tokens.last;
      return !resources_.predicates[a->predicate].particles.empty() &&
             resources_.predicates[b->predicate].particles.empty();
    });
    std::vector<TokenRange> used;
    for (const PredicateMention* trigger : triggers) {
      if (std::ranges::any_of(used, [&](TokenRange r) { return r.overlaps(trigger->tokens); })) continue;
      if (code(*trigger)) used.push_back(trigger->tokens);
    }
    const std::span<Claim> told = std::span(claims_).subspan(first_claim_);
    take_status_of_scene(s_, told);
    give_attacks_their_victims(told);
    open_shared_figures(told);
  }

 private:
  bool code(const PredicateMention& trigger) {
    const Predicate& p = resources_.predicates[trigger.predicate];
    voice_ = voices_.at(trigger.tokens.first);
    if (!words_allow(s_, p, trigger)) return false;
    const bool verb = used_as_verb(s_, trigger);
    if (verb == is_noun(trigger)) return false;
    if (voice_.outside.contains(trigger.tokens.first) || !s_.within(m_.places, trigger.tokens).empty()) return false;
    if (p.kind == ClaimKind::control && describes_a_place(trigger)) return false;
    if (is_part_of_a_name(trigger) || names_the_means_only(p, trigger) || takes_up_the_hurt(trigger)) return false;
    const Arguments read = find_arguments(s_, trigger, verb);
    if (code_with(p, trigger, verb, read)) return true;
    // Where the tree gives no claim the order of the words may: arcs go wrong more often than the words are missing.
    if (!verb || !s_.has_tree() || has_relative_subject(trigger)) return false;
    const Arguments words = arguments_by_words(s_, trigger, verb);
    if (words.passive && !read.passive && has_side_as_subject(trigger))
      return false;  // "forces on Tuesday hit with a missile …"
    return code_with(p, trigger, verb, words);
  }

  bool code_with(const Predicate& p, const PredicateMention& trigger, bool verb, Arguments a) {
    if (trigger.form == Form::fixed && p.object == Role::none) {
      if (p.of != Role::none) a.of = a.object;
      a.subject.last = trigger.tokens.last;  // "30,000 displaced people": the words themselves name the people
    }
    if (p.object_before) {
      a.subject = before_object(trigger);
      a.object = a.subject;
    }
    if (p.kind == ClaimKind::attack && verb && names_an_attack_before(trigger)) return false;
    if (p.kind == ClaimKind::displaced && is_purpose_of_flight(trigger)) return false;
    if (p.kind == ClaimKind::attack && a.noun) take_target_of_verb(trigger, a);

    Weighing notes;
    Weighing* const weighing = weighings_ != nullptr ? &notes : nullptr;
    const Frame frame{s_, p, trigger, a, voice_, resources_, weighing};
    Claim claim;
    claim.kind = p.kind;
    claim.sentence = s_.span();
    claim.trigger = s_.bytes(trigger.tokens);
    claim.rule = p.id;
    std::vector<Affected> affected;
    if (!arguments_allow(frame, claim, affected)) return false;
    if (is_back_reference(frame, claim, affected)) return false;
    claim.means = find_means(frame);
    if (!affected.empty()) claim.count = affected.front().count;  // one figure for two places has both
    set_place(s_, p, trigger, a, voice_, claim, weighing);
    set_time(s_, trigger, a, claim, weighing);
    claim.source = voice_.source;
    claim.via = voice_.via;
    if (voice_.carried && claim.source) claim.derived.push_back({"source", "source.voice-goes-on"});
    claim.certainty = find_certainty(s_, p, trigger, a, voice_, weighing);
    claim.scope = find_scope(s_, p, trigger, a, claim.time, weighing);
    if (p.fixed_object) claim.object = p.fixed_object;
    if (affected.empty()) affected.emplace_back();
    for (const Affected& one : affected) {
      claim.count = one.count;
      claim.victims = one.victims;
      if (one.object) claim.object = one.object;
      inherit_population(claim);
      count_pronoun(claim);
      if (!is_told_already(claim)) claims_.push_back(claim);
    }
    tell_of_places_beside(claim, affected);
    if (weighing != nullptr) {
      weigh_voices(weighing);
      weighings_->resize(claims_.size(), notes);
    }
    return true;
  }

  /// "the attacks in A, B and C", "won back A and B": a claim for each place, unless one figure is for all.
  void tell_of_places_beside(Claim claim, const std::vector<Affected>& affected) {
    const bool of_places =
        claim.kind == ClaimKind::attack || claim.kind == ClaimKind::control || claim.kind == ClaimKind::damaged;
    const bool counted = std::ranges::any_of(affected, [](const Affected& one) { return one.count.has_value(); });
    if (!of_places || counted || !claim.place) return;
    for (Place& place : places_beside(s_, *claim.place)) {
      claim.place = std::move(place);
      claims_.push_back(claim);
    }
  }

  /// "held 25 hostages": one kind, population and figure of a sentence is one claim.
  [[nodiscard]] bool is_told_already(const Claim& claim) const {
    if (claim.kind == ClaimKind::damaged && claim.object && !claim.count)  // "houses and a village" are homes twice
      return std::any_of(claims_.begin() + static_cast<std::ptrdiff_t>(first_claim_), claims_.end(),
                         [&](const Claim& told) {
                           return told.kind == claim.kind && told.object == claim.object &&
                                  told.certainty == claim.certainty && told.trigger == claim.trigger;
                         });
    if (!claim.victims || !claim.count || claim.kind == ClaimKind::attack) return false;
    return std::any_of(
        claims_.begin() + static_cast<std::ptrdiff_t>(first_claim_), claims_.end(), [&](const Claim& told) {
          // "houses 32,000 displaced people": the sheltered are the displaced
          const bool same =
              told.kind == claim.kind || (told.kind == ClaimKind::sheltered && claim.kind == ClaimKind::displaced);
          return same && told.certainty == claim.certainty && told.count == claim.count &&
                 (told.victims == claim.victims ||
                  (told.kind != claim.kind && told.victims && told.victims->text.overlaps(claim.trigger)));
        });
  }

  /// Who speaks of the trigger, and who else speaks in the sentence.
  void weigh_voices(Weighing* weighing) const {
    if (voice_.source) took(weighing, "source", voice_.rule, voice_.source->text);
    for (const Source& source : voice_.via) left(weighing, "source", "source.passes-it-on", source.text);
    for (const SentenceVoices::Layer& layer : voices_.layers)
      left(weighing, "source", "source.does-not-govern", layer.source.text);
  }

  /// "10 others", "and wounded 30": the sort of people that the sentence counted just before.
  void inherit_population(Claim& claim) const {
    if (!claim.victims || claim.victims->status != VictimStatus::unknown || claims_.size() <= first_claim_) return;
    const std::string_view words = slice(s_.text(), claim.victims->text);
    const bool unnamed = words == "others" || words == "other" || words == "another" ||
                         (claim.count && claim.count->text == claim.victims->text);
    const Claim& before = claims_.back();
    const bool harm = claim.kind == ClaimKind::killed || claim.kind == ClaimKind::injured;
    if (!unnamed || !harm || !before.victims) return;
    if (before.kind != ClaimKind::killed && before.kind != ClaimKind::injured) return;
    claim.victims->status = before.victims->status;
  }

  /// "seized six men and killed them": as many.
  void count_pronoun(Claim& claim) const {
    if (!claim.victims || claim.count || claims_.size() <= first_claim_) return;
    const Claim& before = claims_.back();
    if (slice(s_.text(), claim.victims->text) != "them" || !before.victims || !before.count) return;
    if (before.count->unit != Unit::persons || before.count->min != before.count->max ||
        before.victims->text.begin > claim.victims->text.begin)
      return;
    claim.count = Count{claim.victims->text, before.count->min, before.count->max, Unit::persons};
    claim.victims->status = before.victims->status;
    claim.victims->group = before.victims->group;
  }

  /// "rebel-controlled", "the occupied West Bank": a modifier makes no claim.
  [[nodiscard]] bool describes_a_place(const PredicateMention& trigger) const {
    const std::uint32_t first = trigger.tokens.first;
    const bool participle = trigger.form == Form::participle || trigger.form == Form::past_or_participle;
    if (participle && first == s_.first())  // "Occupied Palestinian Territory"
      return head_place(s_, {trigger.tokens.last, std::min(trigger.tokens.last + 3, s_.last())});
    if (!participle) return false;
    if (s_.word(first - 1) == "-") return true;
    return s_.is_word(first - 1, {"the", "a", "in", "of", "from", "newly", "recently", "into"}) &&
           head_place(s_, {trigger.tokens.last, std::min(trigger.tokens.last + 3, s_.last())});
  }

  [[nodiscard]] bool has_side_as_subject(const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    if (s_.token(at).xpos != Xpos::vbd || s_.block() == BlockKind::headline ||
        s_.has_word({at > s_.first() + 3 ? at - 3 : s_.first(), at}, {"was", "were", "been", "being", "is", "are"}))
      return false;
    for (std::uint32_t i = s_.first(); i < trigger.tokens.first; ++i)
      if (trigger.tokens.contains(s_.token(i).head) && s_.token(i).deprel == Deprel::nsubj)
        return std::ranges::any_of(s_.within(m_.parties, {s_.first(), at}),
                                   [&](const PartyMention* party) { return party->tokens.contains(i); });
    return false;
  }

  /// "three of the injured people died": those told of before.
  [[nodiscard]] bool takes_up_the_hurt(const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    if (at < s_.first() + 3 || s_.word(at - 1) != "the" || s_.word(at - 2) != "of") return false;
    if (trigger.form != Form::participle && trigger.form != Form::past_or_participle) return false;
    return std::ranges::any_of(s_.within(m_.quantities, {s_.first(), at}),
                               [&](const Quantity* q) { return q->tokens.last == at - 2; });
  }

  /// "a colleague who had been held": whoever it is, it is nobody of the main clause.
  [[nodiscard]] bool has_relative_subject(const PredicateMention& trigger) const {
    for (std::uint32_t i = s_.first(); i < trigger.tokens.first; ++i)
      if (trigger.tokens.contains(s_.token(i).head) && s_.word(i) == "who" &&
          (s_.token(i).deprel == Deprel::nsubj || s_.token(i).deprel == Deprel::nsubj_pass))
        return s_.token(trigger.tokens.first).deprel == Deprel::acl_relcl;
    return false;
  }

  /// "the Samara Barrage", "Raid Street": a noun inside a proper name is no event.
  [[nodiscard]] bool is_part_of_a_name(const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    if (!is_noun(trigger) || !s_.has_tree() || at == s_.first()) return false;
    const auto capital = [&](std::uint32_t i) {
      return std::isupper(static_cast<unsigned char>(s_.raw(i)[0])) != 0 && s_.token(i).upos == Upos::propn;
    };
    return capital(at) && capital(at - 1);
  }

  /// "killed by artillery fire": the fire is how, not an attack of its own.
  [[nodiscard]] bool names_the_means_only(const Predicate& p, const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    return p.kind == ClaimKind::attack && is_noun(trigger) && at > s_.first() && s_.word(at - 1) == "by" &&
           s_.is_word(trigger.tokens.last - 1, {"fire", "shellfire", "gunfire"});
  }

  /// "X is using civilians as human shields": from the clause's border on, "using" included.
  [[nodiscard]] TokenRange before_object(const PredicateMention& trigger) const {
    std::uint32_t first = trigger.tokens.first;
    while (first > s_.first() && !s_.is_word(first - 1, {";", ":", "who", "which", "that", "while", "when", "but"}) &&
           !voice_.outside.contains(first - 1))
      --first;
    if (!s_.within(m_.people, {first, trigger.tokens.first}).empty() || first == s_.first())
      return {first, trigger.tokens.first};
    return {s_.first(), trigger.tokens.first};
  }

  // ---- one attack, one claim

  [[nodiscard]] bool is_attack_noun(const PredicateMention& other) const {
    return is_noun(other) && resources_.predicates[other.predicate].kind == ClaimKind::attack;
  }

  /// "An air strike hit the school", "an attack targeting a convoy": the noun is the claim, the verb gives the target.
  [[nodiscard]] bool names_an_attack_before(const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    for (std::uint32_t i = s_.first(); s_.has_tree() && i < at; ++i)  // "the raid, blamed on X, targeted the port"
      if (s_.token(i).deprel == Deprel::nsubj && trigger.tokens.contains(s_.token(i).head))
        for (const PredicateMention* other : s_.within(m_.predicates, {i > s_.first() ? i - 1 : i, i + 1}))
          if (other->tokens.contains(i) && is_attack_noun(*other) && s_.within(m_.weapons, other->tokens).empty() &&
              words_allow(s_, resources_.predicates[other->predicate], *other))
            return true;
    const std::uint32_t first = at > s_.first() + 12 ? at - 12 : s_.first();
    for (const PredicateMention* other : s_.within(m_.predicates, {first, at})) {
      if (!is_attack_noun(*other) || !words_allow(s_, resources_.predicates[other->predicate], *other)) continue;
      bool close = true;
      for (std::uint32_t i = other->tokens.last; i < at; ++i)
        close =
            close && !s_.is_word(i, {",", ";", "and", "said", "as", "after", "when", "while", "but", ":", "before"});
      if (s_.word(other->tokens.last) == "," && s_.is_word(at - 1, {"which", "that"})) close = true;
      const bool by_agent = s_.word(at - 1) == "by";
      if (close && !by_agent) return true;
    }
    return false;
  }

  void take_target_of_verb(const PredicateMention& noun, Arguments& a) const {
    for (const PredicateMention* verb : s_.within(m_.predicates, {noun.tokens.last, s_.last()})) {
      const Predicate& p = resources_.predicates[verb->predicate];
      if (p.kind != ClaimKind::attack || is_noun(*verb) || p.object != Role::target) continue;
      if (verb->tokens.first - noun.tokens.last > 12 || !names_an_attack_before(*verb)) return;
      const Arguments target = find_arguments(s_, *verb, true);
      if (!target.passive && target.object.first < target.object.last) a.of = target.object;
      return;
    }
  }

  /// "This attack", "the fighting" with nothing new about it: no claim.
  [[nodiscard]] bool is_back_reference(const Frame& f, const Claim& claim,
                                       const std::vector<Affected>& affected) const {
    const ClaimKind kind = f.predicate.kind;
    if (!f.arguments.noun || (kind != ClaimKind::attack && kind != ClaimKind::clash)) return false;
    const std::uint32_t at = f.mention.tokens.first, first = at > s_.first() + 2 ? at - 2 : s_.first();
    const bool pointed =
        s_.has_word({first, at}, {"this", "such", "these", "those", "that"}) || s_.word(at - 1) == "the";
    const bool target = std::ranges::any_of(affected, [](const Affected& one) { return one.victims || one.object; });
    const bool claimed = at > s_.first() + 3 && s_.has_word({at - 3, at}, {"responsibility"});
    if (claimed && s_.word(at - 1) == "the" && !head_place(s_, f.arguments.of)) return true;
    if (!pointed || target || claim.actor || f.mention.tokens.last - f.mention.tokens.first > 2) return false;
    const std::uint32_t last = std::min(f.mention.tokens.last + 5, s_.last());
    const bool goes_on = s_.has_word(
        {f.mention.tokens.last, last},
        {"raging",    "rages",    "raged",      "began",     "begun",     "begins",    "started",  "continues",
         "continued", "continue", "continuing", "resumed",   "resumes",   "erupted",   "over",     "expected",
         "ongoing",   "underway", "broke",      "flared",    "escalated", "persisted", "spread",   "entered",
         "killed",    "wounded",  "left",       "destroyed", "took",      "occurred",  "happened", "came"});
    const bool located = s_.is_word(f.mention.tokens.last, {"was", "were"}) &&
                         s_.is_word(f.mention.tokens.last + 1, {"in", "on", "at", "near", "outside", "inside"});
    const bool somewhere = claims_.empty() && s_.is_word(f.mention.tokens.last, {"in", "at", "near", "outside"}) &&
                           head_place(s_, {f.mention.tokens.last + 1, std::min(f.mention.tokens.last + 4, s_.last())});
    return !goes_on && !located && !somewhere && !head_place(s_, f.arguments.of);
  }

  /// "sheltering in churches to escape the shelling", "fled to avoid the fighting": why they went, told with where they are.
  [[nodiscard]] bool is_purpose_of_flight(const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    if (at < s_.first() + 2 || s_.word(at - 1) != "to" || !s_.is_word(at, {"escape", "flee", "avoid"})) return false;
    return std::any_of(
        claims_.begin() + static_cast<std::ptrdiff_t>(first_claim_), claims_.end(),
        [](const Claim& told) { return told.kind == ClaimKind::displaced || told.kind == ClaimKind::sheltered; });
  }

  // ---- arguments

  bool arguments_allow(const Frame& f, Claim& claim, std::vector<Affected>& affected) const {
    const Predicate& p = f.predicate;
    const Arguments& a = f.arguments;
    claim.actor = find_actor(f);
    if (!claim.actor) take_actor_of_pronoun(f, claims_, claim);
    claim.opponent = find_opponent(f);
    if (claim.opponent && claim.actor && claim.opponent->name == claim.actor->name) claim.opponent.reset();
    if (p.needs_actor && !claim.actor && !claim.opponent) return false;

    if (p.subject == Role::victims || p.object == Role::victims || p.of == Role::victims) {
      affected = find_populations(f);
      // "no confirmation of the toll": a toll without its figure tells nothing new
      if (p.count_after && std::ranges::none_of(affected, [](const Affected& one) { return one.count.has_value(); }))
        return false;
      const bool must =
          p.needs_people || (!a.noun && p.kind != ClaimKind::human_shield && f.mention.form != Form::fixed);
      const bool weapon_kills = !a.noun && p.kind == ClaimKind::killed && !a.passive && weapon_in(s_, a.subject);
      // Fighters who withdraw, are surrounded or go without are no claim.
      if (!affected.empty() && happens_to_civilians_only(p.kind))
        std::erase_if(affected, [](const Affected& one) {
          return one.victims && one.victims->status == VictimStatus::combatant;
        });
      if (p.kind == ClaimKind::displaced && a.attributive &&
          std::ranges::none_of(affected, [](const Affected& one) { return one.count.has_value(); }))
        return false;  // "displaced people were in the talks": who they are, not that they moved
      if (affected.empty() && must && !weapon_kills) return false;
      // "a displacement of four litres": of something, and not of people
      if (affected.empty() && a.noun && p.kind == ClaimKind::displaced && s_.word(f.mention.tokens.last) == "of")
        return false;
      if (p.kind == ClaimKind::human_shield || p.kind == ClaimKind::recruited)  // "used as shields by fighters"
        std::erase_if(affected, [](const Affected& one) {
          return one.victims && one.victims->status == VictimStatus::combatant;
        });
      const bool people = p.kind == ClaimKind::human_shield || p.kind == ClaimKind::trapped ||
                          p.kind == ClaimKind::displaced || p.kind == ClaimKind::sheltered ||
                          p.kind == ClaimKind::returned;
      if (affected.empty() && people)  // whoever they are, the words tell of civilians
        affected.push_back({{}, Victims{claim.trigger, VictimStatus::civilian, VictimGroup::any}, {}});
    }
    if (p.object == Role::object || p.of == Role::object || p.subject == Role::object) {
      affected = find_objects(f, f.zone_of(Role::object));
      if (affected.empty() && p.needs_object) return false;
    }
    if ((p.object == Role::target || p.subject == Role::target || p.of == Role::target) &&
        !hits_target(f, claim, affected))
      return false;
    if (p.needs_place) {
      const bool place = p.subject == Role::place
                             ? any_place(s_, a.subject)
                             : head_place(s_, f.zone_of(Role::place)) ||
                                   (p.from == Role::place && any_place(s_, a.from)) || antecedent_is_place(a);
      if (!place) return false;
    }
    return !p.needs_of_place || (a.noun && s_.word(f.mention.tokens.last) == "of" && head_place(s_, a.of));
  }

  /// The people, the side or the objects that an attack is aimed at. False when the entry needs one and there is none.
  bool hits_target(const Frame& f, const Claim& claim, std::vector<Affected>& affected) const {
    const Predicate& p = f.predicate;
    const Arguments& a = f.arguments;
    const TokenRange zone = head_of(s_, f.zone_of(Role::target));
    const std::vector<Affected> people = people_in(f, zone, false);
    const std::vector<Affected> objects = find_objects(f, zone);
    const bool party = party_in(f, zone, true).has_value();
    const bool pronoun = !a.noun && s_.has_word(zone, {"it", "them", "they", "us", "him", "her"});
    const bool military = s_.has_word(zone, {"base", "bases", "barracks", "outpost", "outposts", "checkpoint",
                                             "checkpoints", "positions", "headquarters", "airbase"});
    if (p.needs_target && people.empty() && objects.empty() && !party && !pronoun && !military && !head_place(s_, zone))
      return false;
    if (p.needs_weapon && !claim.actor && !weapon_in(s_, a.subject) && !weapon_in(s_, a.by)) return false;
    Affected target;
    if (!people.empty()) target.victims = people.front().victims;
    if (target.victims && target.victims->status == VictimStatus::civilian && combatants_in(f, zone))
      target.victims->status = VictimStatus::mixed;  // "against opposition forces and civilians"
    if (!target.victims && objects.empty())
      if (const auto side = combatants_in(f, zone)) target.victims = side->victims;
    if (!target.victims && a.noun) target.victims = side_engaged(f.mention.tokens.last);
    std::vector<ObjectKind> kinds;
    for (const Affected& hit : objects)
      if (std::ranges::find(kinds, *hit.object) == kinds.end()) kinds.push_back(*hit.object);
    if (a.noun && kinds.size() > 1) kinds = {kinds.size() > 2 ? ObjectKind::other : kinds.front()};
    if (kinds.empty()) affected.push_back(target);
    for (const ObjectKind kind : kinds) {
      target.object = kind;
      affected.push_back(target);
    }
    return true;
  }

  /// "Two strikes engaged a militia's unit", "strikes using aircraft against militia targets": whom the attack was for.
  [[nodiscard]] std::optional<Victims> side_engaged(std::uint32_t from) const {
    const std::uint32_t end = std::min(from + 16, s_.last());
    for (std::uint32_t i = from; i < end && !s_.is_word(i, {";", "said", "after", "when", "while", "but"}); ++i) {
      if (!s_.is_word(i, {"engaged", "engaging", "engage", "suppressed", "suppressing", "against", "targeting"}))
        continue;
      for (const PartyMention* party : s_.within(m_.parties, {i + 1, std::min(i + 7, s_.last())}))
        if (!party->nationality && !s_.is_word(party->tokens.last, {"-", "'s", "’s"}))
          return Victims{s_.bytes(party->tokens), VictimStatus::combatant, VictimGroup::any};
    }
    return std::nullopt;
  }

  /// "the town, which the army recaptured": the place stands before the relative pronoun.
  [[nodiscard]] bool antecedent_is_place(const Arguments& a) const {
    const std::uint32_t first = a.subject.first;
    if (a.noun || a.object.first < a.object.last || first < s_.first() + 2 || !s_.is_word(first - 1, {"which", "that"}))
      return false;
    return any_place(s_, {first > s_.first() + 4 ? first - 4 : s_.first(), first - 1});
  }

  const SentenceView& s_;
  const Mentions& m_;
  const SentenceVoices& voices_;
  Voice voice_;  // of the predicate that is being coded
  const Resources& resources_;
  std::vector<Claim>& claims_;
  std::vector<Weighing>* weighings_;  // one a claim; null when nobody asked
  const std::size_t first_claim_;
};

}  // namespace

void code_sentence(const SentenceView& sentence, const SentenceVoices& voices, const Resources& resources,
                   std::vector<Claim>& claims, std::vector<Weighing>* weighings) {
  SentenceCoder(sentence, voices, resources, claims, weighings).run();
}

}  // namespace attest
