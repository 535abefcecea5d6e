#include "claims/coder.hpp"

#include <set>

#include "claims/arguments.hpp"
#include "claims/certainty.hpp"
#include "claims/where_and_when.hpp"

namespace attest {

namespace {

/// One population, or one kind of object, that a predicate concerns.
struct Affected {
  std::optional<Count> count;
  std::optional<Victims> victims;
  std::optional<ObjectKind> object;
};

class SentenceCoder {
 public:
  SentenceCoder(const SentenceView& sentence, const Voice& voice, const Resources& resources,
                std::vector<Claim>& claims)
      : s_(sentence), m_(sentence.mentions()), voice_(voice), resources_(resources), claims_(claims) {}

  void run() {
    std::vector<const PredicateMention*> triggers = s_.within(m_.predicates, s_.range());
    // Of matches over the same words the longest is meant; of equally long ones the first whose arguments are there.
    std::ranges::stable_sort(triggers, [](const auto* a, const auto* b) {
      if (a->tokens.first != b->tokens.first) return a->tokens.first < b->tokens.first;
      return a->tokens.last > b->tokens.last;
    });
    std::vector<TokenRange> used;
    for (const PredicateMention* trigger : triggers) {
      if (std::ranges::any_of(used, [&](TokenRange r) { return r.overlaps(trigger->tokens); })) continue;
      if (code(*trigger)) used.push_back(trigger->tokens);
    }
  }

 private:
  bool code(const PredicateMention& trigger) {
    const Predicate& p = resources_.predicates[trigger.predicate];
    if (!words_allow(p, trigger)) return false;
    const bool verb = used_as_verb(s_, trigger);
    const bool noun_form = trigger.form == Form::noun || trigger.form == Form::plural;
    if (verb == noun_form) return false;
    if (voice_.outside.contains(trigger.tokens.first) || !s_.within(m_.places, trigger.tokens).empty()) return false;
    Arguments a = find_arguments(s_, trigger, verb);
    if (trigger.form == Form::fixed && p.object == Role::none) {
      if (p.of != Role::none) a.of = a.object;
      a.subject.last = trigger.tokens.last;  // "30,000 displaced people": the words themselves name the people
    }

    Claim claim;
    claim.kind = p.kind;
    claim.sentence = s_.span();
    claim.trigger = s_.bytes(trigger.tokens);
    claim.rule = p.id;
    std::vector<Affected> affected;
    if (!arguments_allow(p, trigger, a, claim, affected)) return false;
    if (is_back_reference(p, trigger, a, claim, affected)) return false;
    claim.means = means_of(p, trigger, a);
    set_place(s_, p, trigger, a, voice_, claim);
    set_time(s_, trigger, a, claim);
    claim.source = voice_.source;
    if (voice_.carried && claim.source) claim.derived.push_back({"source", "source.voice-goes-on"});
    claim.certainty = find_certainty(s_, p, trigger, a, voice_);
    claim.scope = find_scope(s_, p, trigger, a, claim.time);
    if (p.fixed_object) claim.object = p.fixed_object;
    if (affected.empty()) affected.emplace_back();
    for (const Affected& one : affected) {
      claim.count = one.count;
      claim.victims = one.victims;
      if (one.object) claim.object = one.object;
      claims_.push_back(claim);
    }
    return true;
  }

  /// "This attack", "the fighting" with nothing new about it: no claim.
  [[nodiscard]] bool is_back_reference(const Predicate& p, const PredicateMention& t, const Arguments& a,
                                       const Claim& claim, const std::vector<Affected>& affected) const {
    if (!a.noun || (p.kind != ClaimKind::attack && p.kind != ClaimKind::clash)) return false;
    const std::uint32_t first = t.tokens.first > s_.first() + 2 ? t.tokens.first - 2 : s_.first();
    const bool pointed = s_.has_word({first, t.tokens.first}, {"this", "such", "these", "those", "that"}) ||
                         s_.word(t.tokens.first - 1) == "the";
    const bool target = std::ranges::any_of(affected, [](const Affected& one) { return one.victims || one.object; });
    return pointed && !target && !claim.actor && !head_place(a.of);
  }

  // ---- near misses by words

  [[nodiscard]] bool contains_phrase(std::string_view phrase) const {
    if (phrase.find(' ') == std::string_view::npos) {
      for (std::uint32_t i = s_.first(); i < s_.last(); ++i)
        if (s_.word(i) == phrase) return true;
      return false;
    }
    std::string folded(slice(s_.text(), s_.span()));
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return folded.find(phrase) != std::string::npos;
  }

  /// The words of the sentence from token `first` on begin with `phrase`.
  [[nodiscard]] bool stands_at(std::uint32_t first, std::string_view phrase) const {
    std::uint32_t i = first;
    while (!phrase.empty()) {
      if (i > first && s_.word(i) == "-") ++i;
      const std::size_t end = std::min(phrase.find_first_of(" -"), phrase.size());
      if (s_.word(i) != phrase.substr(0, end)) return false;
      phrase.remove_prefix(std::min(end + 1, phrase.size()));
      ++i;
    }
    return true;
  }

  [[nodiscard]] bool words_allow(const Predicate& p, const PredicateMention& t) const {
    for (const std::string& w : p.not_before) {
      const auto words = static_cast<std::uint32_t>(1 + std::ranges::count(w, ' ') + std::ranges::count(w, '-') * 2);
      if (t.tokens.first >= s_.first() + words && stands_at(t.tokens.first - words, w)) return false;
    }
    for (const std::string& phrase : p.not_after)
      if (stands_at(t.tokens.first, phrase)) return false;
    if (!p.particles.empty()) {
      bool found = false;
      for (std::uint32_t i = t.tokens.last; i < std::min(t.tokens.last + 6, s_.last()); ++i)
        found = found || std::ranges::find(p.particles, s_.word(i)) != p.particles.end();
      if (!found) return false;
    }
    return p.near.empty() || std::ranges::any_of(p.near, [&](const std::string& w) { return contains_phrase(w); });
  }

  // ---- arguments

  [[nodiscard]] static TokenRange zone_of(const Predicate& p, const Arguments& a, Role role) {
    if (a.noun) return p.of == role ? a.of : p.subject == role ? a.by : TokenRange{0, 0};
    const bool passive = a.passive && p.object != Role::none;  // an intransitive has none
    if (p.object == role) return passive ? a.subject : a.object;
    if (p.subject == role) return passive ? a.by : a.subject;
    return p.of == role ? a.of : p.from == role ? a.from : TokenRange{0, 0};
  }

  bool arguments_allow(const Predicate& p, const PredicateMention& t, const Arguments& a, Claim& claim,
                       std::vector<Affected>& affected) {
    set_actor(p, t, a, claim);
    if (p.object == Role::opponent || p.subject == Role::opponent || p.of == Role::opponent || p.from == Role::opponent)
      claim.opponent = party_in(zone_of(p, a, Role::opponent), claim.kind == ClaimKind::clash);
    else if (p.from == Role::none && (p.kind == ClaimKind::control || p.kind == ClaimKind::clash))
      claim.opponent = opponent_after(a);
    if (claim.opponent && claim.actor && claim.opponent->name == claim.actor->name) claim.opponent.reset();
    if (p.needs_actor && !claim.actor && !claim.opponent) return false;

    if (p.subject == Role::victims || p.object == Role::victims || p.of == Role::victims) {
      affected = populations(p, a);
      const bool one_must = p.needs_people || (!a.noun && p.kind != ClaimKind::human_shield && t.form != Form::fixed);
      if (affected.empty() && one_must &&
          !(!a.noun && claim.actor && p.kind == ClaimKind::killed && !a.passive && weapon_in(a.subject)))
        return false;
      if (p.needs_people && !has_people(affected)) return false;
    }
    if (p.object == Role::object || p.of == Role::object) {
      affected = objects_hit(zone_of(p, a, Role::object));
      if (affected.empty() && p.needs_object) return false;
    }
    if (p.object == Role::target || p.subject == Role::target || p.of == Role::target) {
      const TokenRange zone = zone_of(p, a, Role::target);
      std::vector<Affected> people = people_in(zone, false);
      if (!people.empty()) claim.victims = people.front().victims;
      const auto objects = objects_hit(zone);
      const bool party = party_in(zone, true).has_value();
      if (p.needs_target && people.empty() && objects.empty() && !party && !head_place(zone)) return false;
      if (p.needs_weapon && !weapon_in(a.subject) && !weapon_in(a.by)) return false;
      Affected target;
      if (!people.empty()) target.victims = people.front().victims;
      if (!target.victims && party && !a.noun) target.victims = combatants_in(zone);
      std::set<ObjectKind> kinds;
      for (const Affected& hit : objects) kinds.insert(*hit.object);
      if (kinds.empty()) affected.push_back(target);
      for (ObjectKind kind : kinds) {
        target.object = kind;
        affected.push_back(target);
      }
    }
    if (p.needs_place) {
      const bool place = p.subject == Role::place
                             ? any_place(a.subject)
                             : head_place(zone_of(p, a, Role::place)) || (p.from == Role::place && any_place(a.from));
      if (!place) return false;
    }
    return !p.needs_of_place || (a.noun && s_.word(t.tokens.last) == "of" && head_place(a.of));
  }

  [[nodiscard]] static bool has_people(const std::vector<Affected>& affected) {
    return std::ranges::any_of(affected, [](const Affected& a) { return a.victims || a.count; });
  }

  /// The side in a zone: not the one inside "against X" or "from X".
  [[nodiscard]] std::optional<Party> party_in(TokenRange zone, bool any_position) const {
    for (const PartyMention* party : s_.within(m_.parties, zone)) {
      if (party->nationality && s_.word(party->tokens.last) == "'s") continue;
      const std::uint32_t first = party->tokens.first;
      if (!any_position && first > zone.first &&
          s_.is_word(first - 1, {"against", "from", "with", "under", "of", "in", "near", "on", "to", "for", "into"}))
        continue;
      if (party->nationality && first > s_.first() &&
          s_.is_word(first - 1, {"in", "of", "to", "from", "across", "and", "near", ",", "inside", "throughout",
                                 "between", "both", "for", "into", "s", "'s", "-"}))
        continue;
      if (s_.word(party->tokens.last) == "-" &&
          s_.is_word(party->tokens.last + 1,
                     {"held", "controlled", "backed", "led", "run", "occupied", "trained", "owned"}))
        continue;
      return Party{s_.bytes(party->tokens), party->name};
    }
    return std::nullopt;
  }

  void set_actor(const Predicate& p, const PredicateMention& t, const Arguments& a, Claim& claim) const {
    if (p.subject != Role::actor && p.object != Role::actor) {
      if (p.subject == Role::opponent || p.subject == Role::place) {
        if (p.object == Role::actor) claim.actor = party_in({t.tokens.first, s_.last()}, true);
      }
      return;
    }
    if (p.object == Role::actor) {
      claim.actor = party_in(t.form == Form::fixed && resources_.predicates[t.predicate].particles.empty()
                                 ? a.clause
                                 : TokenRange{t.tokens.first, s_.last()},
                             true);
      if (t.form == Form::fixed) claim.actor = party_in({t.tokens.last, s_.last()}, true);
      return;
    }
    if (a.noun) {
      claim.actor = party_in(a.by, true);
      // "US air strikes", "the regime's attacks", "forces conducted strikes"
      const std::uint32_t near = t.tokens.first > a.subject.first + 5 ? t.tokens.first - 5 : a.subject.first;
      if (!claim.actor) {
        for (const PartyMention* party : s_.within(m_.parties, {near, t.tokens.first})) {
          const std::uint32_t before = party->tokens.first;
          if (before > s_.first() && s_.is_word(before - 1, {"against", "on", "of", "in", "from", "with", "to"}))
            continue;
          claim.actor = Party{s_.bytes(party->tokens), party->name};
        }
      }
      if (!claim.actor) {  // a nationality as modifier: "Russian air strikes", "a U.S. strike"
        for (const PartyMention* party : s_.within(m_.parties, {near, t.tokens.first}))
          if (party->nationality) claim.actor = Party{s_.bytes(party->tokens), party->name};
      }
      if (!claim.actor) claim.actor = party_in(a.subject, false);
      return;
    }
    claim.actor = a.passive ? party_in(a.by, true) : party_in(a.subject, false);
    if (!claim.actor && !a.passive) claim.actor = party_in(a.subject, true);
    if (!claim.actor && a.passive && weapon_in(a.by)) claim.actor = party_in(a.by, true);
    if (claim.actor && weapon_in(a.subject) && !a.passive && claim.kind == ClaimKind::killed) return;
  }

  /// "from ISIS", "against the rebels", "with the army", "between A and B" after a fight or a capture.
  [[nodiscard]] std::optional<Party> opponent_after(const Arguments& a) const {
    for (const PartyMention* party : s_.within(m_.parties, {a.clause.first, s_.last()})) {
      std::uint32_t i = party->tokens.first;
      while (i > s_.first() && s_.is_word(i - 1, {"the", "a"})) --i;
      if (i > s_.first() && s_.is_word(i - 1, {"against", "from", "with", "between", "battle", "battled"}))
        return Party{s_.bytes(party->tokens), party->name};
    }
    return std::nullopt;
  }

  // ---- whom it happens to

  [[nodiscard]] std::vector<Affected> populations(const Predicate& p, const Arguments& a) const {
    TokenRange zone = zone_of(p, a, Role::victims);
    if (a.attributive) zone = a.object;
    std::vector<Affected> out = people_in(zone, a.passive || (!a.noun && p.subject == Role::victims));
    if (out.empty() && a.noun) {  // "12 deaths", "civilian casualties", "their displacement"
      const std::uint32_t end = a.subject.last;
      out = people_in({end > a.subject.first + 4 ? end - 4 : a.subject.first, end}, true);
      for (const Quantity* q : s_.within(m_.quantities, {a.subject.first, end}))
        if (out.empty() && q->tokens.last + 2 > end && !q->bare_year) out.push_back({count_of(*q), std::nullopt, {}});
    }
    if (out.empty() && !a.noun && p.object == Role::none && s_.is_word(a.object.first, {"were", "was", "are", "is"}))
      out = people_in(a.object, false);
    if (out.empty() && !a.noun) out = person_in(zone, a.passive || p.subject == Role::victims);
    return out;
  }

  [[nodiscard]] Count count_of(const Quantity& q, Unit unit = Unit::persons) const {
    return {s_.bytes(q.tokens), q.min, q.max, unit};
  }

  [[nodiscard]] Affected affected_of(const PeopleMention& person) const {
    Affected out;
    VictimStatus status = person.status;
    Victims victims{s_.bytes(person.tokens), status, person.group};
    out.victims = victims;
    if (person.quantity)
      out.count = count_of(*person.quantity, person.type == PersonClass::household ? Unit::families : Unit::persons);
    return out;
  }

  /// The populations of a zone. Counted ones each for itself; else the one that stands next to the predicate.
  [[nodiscard]] std::vector<Affected> people_in(TokenRange zone, bool nearest_last) const {
    if (zone.first >= zone.last) return {};
    std::vector<Affected> counted, plain;
    for (const PeopleMention* person : s_.within(m_.people, zone)) {
      const std::uint32_t first = person->quantity ? person->quantity->tokens.first : person->tokens.first;
      if (voice_.outside.contains(person->tokens.first)) continue;
      if (first > zone.first && s_.is_word(first - 1, {"by", "against", "from", "with", "for", "behind"}) &&
          !nearest_last)
        continue;
      if (first > zone.first && s_.is_word(first - 1, {"by", "for"})) continue;
      if (s_.word(person->tokens.last) == "'s" || s_.word(person->tokens.last) == "’s") continue;
      (person->quantity ? counted : plain).push_back(affected_of(*person));
    }
    std::vector<Affected> bare = bare_counts(zone);
    for (Affected& one : bare) counted.push_back(std::move(one));
    if (!counted.empty()) return counted;
    if (plain.size() > 1) plain = {nearest_last ? plain.back() : plain.front()};
    return plain;
  }

  /// "killed 26", "25 wounded": a number without its noun.
  [[nodiscard]] std::vector<Affected> bare_counts(TokenRange zone) const {
    std::vector<Affected> out;
    for (const Quantity* q : s_.within(m_.quantities, zone)) {
      if (q->bare_year) continue;
      bool owned = false;
      for (const PeopleMention* person : s_.within(m_.people, s_.range()))
        owned = owned || (person->quantity && person->quantity->tokens == q->tokens);
      for (const ObjectMention* object : s_.within(m_.objects, s_.range()))
        owned = owned || (object->quantity && object->quantity->tokens == q->tokens);
      if (owned) continue;
      const std::uint32_t next = q->tokens.last;
      const bool predicate_next = std::ranges::any_of(s_.within(m_.predicates, {next, std::min(next + 6, s_.last())}),
                                                      [&](const auto* p) { return p->tokens.first == next; });
      const bool alone =
          next >= zone.last || predicate_next ||
          s_.is_word(next, {",",    ".",  "and",   "in",   "on",     "at",      "others", "other", "more",
                            "dead", "of", "were",  "was",  "have",   "had",     "are",    "when",  "since",
                            "by",   ")",  "after", "near", "during", "of them", "to",     "as"});
      if (!alone || (s_.word(next) == "of" && !s_.is_word(next + 1, {"them", "whom", "those", "his", "her", "their"})))
        continue;
      Affected one;
      one.count = count_of(*q);
      one.victims = Victims{s_.bytes(q->tokens), VictimStatus::unknown, VictimGroup::any};
      if (s_.is_word(next, {"others", "other"})) one.victims->text = s_.bytes({next, next + 1});
      out.push_back(one);
    }
    return out;
  }

  /// A pronoun or a person's name as the victim: one person, unless the pronoun is plural.
  [[nodiscard]] std::vector<Affected> person_in(TokenRange zone, bool nearest_last) const {
    std::vector<Affected> out;
    for (std::uint32_t k = 0; k < zone.last - zone.first; ++k) {
      const std::uint32_t i = nearest_last ? zone.last - 1 - k : zone.first + k;
      if (voice_.outside.contains(i)) continue;
      const bool one = s_.is_word(i, {"he", "she", "him", "her", "i"});
      const bool many = s_.is_word(i, {"they", "them", "we", "us", "others", "those", "many"});
      if (one || many) {
        if (one && s_.word(i) == "her" && !nearest_last && i + 1 < zone.last &&
            !s_.is_word(i + 1, {",", "in", "and", "."}))
          continue;
        Affected a;
        a.victims = Victims{s_.bytes({i, i + 1}), VictimStatus::unknown, VictimGroup::any};
        if (one) a.count = Count{s_.bytes({i, i + 1}), 1, 1, Unit::persons};
        out.push_back(a);
        return out;
      }
    }
    return out;
  }

  [[nodiscard]] std::optional<Victims> combatants_in(TokenRange zone) const {
    for (const PartyMention* party : s_.within(m_.parties, zone))
      if (!party->nationality) return Victims{s_.bytes(party->tokens), VictimStatus::combatant, VictimGroup::any};
    return std::nullopt;
  }

  [[nodiscard]] std::vector<Affected> objects_hit(TokenRange zone) const {
    std::vector<Affected> out;
    if (zone.first >= zone.last) return out;
    for (const ObjectMention* object : s_.within(m_.objects, zone)) {
      const std::uint32_t first = object->quantity ? object->quantity->tokens.first : object->tokens.first;
      if (first > zone.first &&
          s_.is_word(first - 1, {"near", "outside", "in", "by", "to", "at", "inside", "from", "around"}))
        continue;
      Affected one;
      one.object = object->kind;
      if (object->quantity) one.count = count_of(*object->quantity, Unit::objects);
      out.push_back(one);
    }
    return out;
  }

  // ---- with what

  [[nodiscard]] bool any_place(TokenRange zone) const {
    return !s_.within(m_.places, zone).empty() || territory_in(zone);
  }

  [[nodiscard]] bool territory_in(TokenRange zone) const {
    return s_.has_word(
        zone,
        {"territory", "areas",       "area",          "town",           "towns",        "city",          "cities",
         "village",   "villages",    "neighbourhood", "neighbourhoods", "neighborhood", "neighborhoods", "district",
         "districts", "countryside", "road",          "base",           "headquarters", "stronghold",    "region",
         "province",  "land",        "lands",         "side",           "checkpoint",   "airport",       "border",
         "crossing",  "terrain",     "positions",     "capital",        "outpost",      "bridge",        "base"});
  }

  /// A place or a word for one as the head of the zone: "the town of Hit", not "soldiers near Hit".
  [[nodiscard]] bool head_place(TokenRange zone) const {
    std::uint32_t last = zone.first;
    while (last < zone.last && !s_.is_word(last, {"in", "near", "at", "around", "during", "after", "with", "for", "who",
                                                  "against", "since", "as", "on", ","}))
      ++last;
    const TokenRange head{zone.first, last};
    if (head.first >= head.last) return false;
    const auto people = s_.within(m_.people, head);
    const auto places = s_.within(m_.places, head);
    if (!places.empty()) return people.empty() || places.front()->tokens.first < people.front()->tokens.first;
    return territory_in(head) && people.empty();
  }

  [[nodiscard]] const WeaponMention* weapon_in(TokenRange zone) const {
    if (zone.first >= zone.last) return nullptr;
    const auto weapons = s_.within(m_.weapons, zone);
    return weapons.empty() ? nullptr : weapons.front();
  }

  [[nodiscard]] std::optional<Means> means_of(const Predicate& p, const PredicateMention& t, const Arguments& a) const {
    const bool violent = p.kind == ClaimKind::killed || p.kind == ClaimKind::injured || p.kind == ClaimKind::attack ||
                         p.kind == ClaimKind::damaged;
    if (p.kind == ClaimKind::attack && p.means && *p.means != Means::airstrike) return p.means;
    if (violent) {
      if (const auto* w = weapon_in({t.tokens.first > s_.first() + 3 ? t.tokens.first - 3 : s_.first(), t.tokens.last}))
        return w->means;
      if (p.means) return p.means;
      if (const auto* w = weapon_in(a.subject)) return w->means;
      if (const auto* w = weapon_in(a.by)) return w->means;
      if (const auto* w = weapon_in({t.tokens.first, s_.last()})) return w->means;
      if (const auto* w = weapon_in(s_.range())) return w->means;
      for (const PredicateMention* other : s_.within(m_.predicates, s_.range()))
        if (resources_.predicates[other->predicate].kind == ClaimKind::attack &&
            resources_.predicates[other->predicate].means)
          return resources_.predicates[other->predicate].means;
    }
    return p.means;
  }

  const SentenceView& s_;
  const Mentions& m_;
  const Voice& voice_;

  const Resources& resources_;
  std::vector<Claim>& claims_;
};

}  // namespace

void code_sentence(const SentenceView& sentence, const Voice& voice, const Resources& resources,
                   std::vector<Claim>& claims) {
  SentenceCoder(sentence, voice, resources, claims).run();
}

}  // namespace attest
