#include "claims/coder.hpp"

#include <span>

#include "claims/attachment.hpp"
#include "claims/certainty.hpp"
#include "claims/near_misses.hpp"
#include "claims/no_event.hpp"
#include "claims/places_hit.hpp"
#include "claims/pronouns.hpp"
#include "claims/same_attack.hpp"
#include "claims/scope.hpp"
#include "claims/sides.hpp"
#include "claims/speaker_names.hpp"
#include "claims/targets_hit.hpp"
#include "claims/told_before.hpp"
#include "claims/when.hpp"
#include "claims/where.hpp"
#include "claims/who_was_hit.hpp"
#include "claims/whom.hpp"
#include "claims/with_what.hpp"

namespace attest {

namespace {

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
      if (is_second_of_pair(s_, resources_, *trigger, told_here()) || code(*trigger)) used.push_back(trigger->tokens);
    }
    const std::span<Claim> told = told_here();
    take_status_of_scene(s_, told);
    give_attacks_their_victims(s_, told);
    open_shared_figures(told);
  }

 private:
  /// The claims of this sentence so far.
  [[nodiscard]] std::span<Claim> told_here() const { return std::span(claims_).subspan(first_claim_); }

  bool code(const PredicateMention& trigger) {
    const Predicate& p = resources_.predicates[trigger.predicate];
    voice_ = voices_.at(trigger.tokens.first);
    if (!words_allow(s_, p, trigger)) return false;
    const bool verb = used_as_verb(s_, trigger);
    if (verb == trigger.is_noun()) return false;
    const bool orders =
        !p.particles.empty() && p.certainty == Certainty::future;  // "told residents to leave" is a deed
    if (!orders && voice_.outside.contains(trigger.tokens.first)) return false;
    if (!s_.within(m_.places, trigger.tokens).empty()) return false;
    if (names_no_event(s_, resources_, trigger)) return false;
    const Arguments read = find_arguments(s_, trigger, verb);
    if (code_with(p, trigger, verb, read)) return true;
    // Where the tree gives no claim the order of the words may: arcs go wrong more often than the words are missing.
    if (!verb || !s_.has_tree() || has_relative_subject(trigger)) return false;
    const Arguments words = arguments_by_words(s_, trigger, verb);
    if (words.passive && !read.passive && has_side_as_subject(trigger)) return false;
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
    if (p.kind == ClaimKind::attack && verb && names_an_attack_before(s_, resources_, trigger)) return false;
    if (p.kind == ClaimKind::attack && is_agent_of_attack(s_, resources_, trigger)) return false;
    if (p.kind == ClaimKind::displaced && is_purpose_of_flight(trigger)) return false;
    if (p.kind == ClaimKind::displaced && p.subject == Role::victims && verb && flees_after_a_deed(trigger))
      return false;
    if (p.kind == ClaimKind::killed && verb && carries_out_an_attack(trigger)) return false;
    if (p.kind == ClaimKind::attack && a.noun) take_target_of_verb(s_, resources_, trigger, a);

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
    if (is_back_reference(frame, claim, affected, !claims_.empty())) return false;
    if (!affected.empty()) claim.count = affected.front().count;  // one figure for two places has both
    if (!affected.empty()) claim.victims = affected.front().victims;
    set_circumstances(frame, claim);
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
      if (one.victims != affected.front().victims && example_beside(s_, trigger.tokens)) {
        claim.place.reset(), claim.time.reset();
        std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "place" || d.field == "time"; });
        set_circumstances(frame, claim);
      }
      if (one.object) claim.object = one.object;
      inherit_population(s_, told_here(), claim);
      count_pronoun(s_, told_here(), claim);
      if (!is_told_already(told_here(), claim)) claims_.push_back(claim);
    }
    tell_of_places_beside(claim, affected);
    if (weighing != nullptr) {
      weigh_voices(weighing);
      weighings_->resize(claims_.size(), notes);
    }
    return true;
  }

  /// "In their biggest strike on the police, the rebels …": an armed group has no aircraft, unless one is named.
  [[nodiscard]] bool is_strike_on_the_ground(const Frame& f, const Claim& claim) const {
    if (claim.means != Means::airstrike || f.predicate.kind != ClaimKind::attack || !claim.actor) return false;
    for (const WeaponMention* weapon : s_.within(m_.weapons, s_.range()))
      if (weapon->means == Means::airstrike && s_.word(weapon->tokens.first) != "strike") return false;
    return std::ranges::any_of(m_.parties, [&](const PartyMention& party) {
      return party.sort == SideSort::group && party.name == claim.actor->name;
    });
  }

  /// How, where and when.
  void set_circumstances(const Frame& f, Claim& claim) const {
    claim.means = find_means(f, claim);
    if (is_strike_on_the_ground(f, claim)) claim.means.reset();
    set_place(s_, f.predicate, f.mention, f.arguments, f.voice, claim, f.weighing);
    set_time(s_, f.mention, f.arguments, claim, f.weighing);
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

  /// Who speaks of the trigger, and who else speaks in the sentence.
  void weigh_voices(Weighing* weighing) const {
    if (voice_.source) took(weighing, "source", voice_.rule, voice_.source->text);
    for (const Source& source : voice_.via) left(weighing, "source", "source.passes-it-on", source.text);
    for (const SentenceVoices::Layer& layer : voices_.layers)
      left(weighing, "source", "source.does-not-govern", layer.source.text);
  }

  /// "forces on Tuesday hit with a missile": a side before a verb in the past is who did it, not whom it befell.
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

  /// "a colleague who had been held": whoever it is, it is nobody of the main clause.
  [[nodiscard]] bool has_relative_subject(const PredicateMention& trigger) const {
    for (std::uint32_t i = s_.first(); i < trigger.tokens.first; ++i)
      if (trigger.tokens.contains(s_.token(i).head) && s_.word(i) == "who" &&
          (s_.token(i).deprel == Deprel::nsubj || s_.token(i).deprel == Deprel::nsubj_pass))
        return s_.token(trigger.tokens.first).deprel == Deprel::acl_relcl;
    return false;
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

  /// "They stole money and livestock before fleeing": the attackers.
  [[nodiscard]] bool flees_after_a_deed(const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    if (!s_.has_tree() || (s_.token(at).deprel != Deprel::advcl && s_.token(at).deprel != Deprel::conj)) return false;
    const std::uint32_t above = s_.token(at).head;
    if (above < s_.first() || above >= s_.last()) return false;
    for (std::uint32_t i = s_.first(); i < s_.last(); ++i)
      if (s_.token(i).head == at && (s_.token(i).deprel == Deprel::nsubj || s_.token(i).deprel == Deprel::nsubj_pass))
        return false;
    return std::ranges::any_of(s_.within(m_.predicates, {above, above + 1}), [&](const PredicateMention* deed) {
      const Predicate& p = resources_.predicates[deed->predicate];
      const bool harm = p.kind == ClaimKind::killed || p.kind == ClaimKind::injured || p.kind == ClaimKind::damaged ||
                        p.kind == ClaimKind::detained || p.kind == ClaimKind::attack;
      return harm && p.subject == Role::actor && !find_arguments(s_, *deed, true).passive;
    });
  }

  /// "coordinated and executed multiple attacks": a deed is done, nobody put to death.
  [[nodiscard]] bool carries_out_an_attack(const PredicateMention& trigger) const {
    if (!s_.has_tree()) return false;
    for (const PredicateMention* event : s_.within(m_.predicates, {trigger.tokens.last, s_.last()})) {
      const Token& noun = s_.token(event->tokens.last - 1);
      if (event->is_noun() && noun.deprel == Deprel::obj && trigger.tokens.contains(noun.head) &&
          resources_.predicates[event->predicate].kind == ClaimKind::attack)
        return true;
    }
    return false;
  }

  /// "sheltering in churches to escape the shelling", "fled to avoid the fighting": why they went, told with where they are.
  /// "ordered residents to leave their homes": what the order says.
  [[nodiscard]] bool is_purpose_of_flight(const PredicateMention& trigger) const {
    const std::uint32_t at = trigger.tokens.first;
    if (at < s_.first() + 2 || s_.word(at - 1) != "to") return false;
    const bool flees = s_.is_word(at, {"escape", "flee", "avoid"});
    return std::ranges::any_of(told_here(), [&](const Claim& told) {
      if (flees) return told.kind == ClaimKind::displaced || told.kind == ClaimKind::sheltered;
      return told.kind == ClaimKind::displaced && s_.has_tree() &&
             s_.tokens_in(told.trigger).contains(s_.token(at).head);
    });
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
      if (happens_to_civilians_only(p.kind))  // "the bodies were evacuated"
        std::erase_if(affected, [&](const Affected& one) {
          return one.victims && s_.has_word(s_.tokens_in(one.victims->text), {"body", "bodies", "corpse", "corpses"});
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
      if (affected.empty()) affected = objects_of_label(f);
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
    if (p.needs_named_place && !object_is_named_place(s_, f.mention.tokens)) return false;
    return !p.needs_of_place || (a.noun && s_.word(f.mention.tokens.last) == "of" && head_place(s_, a.of));
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
