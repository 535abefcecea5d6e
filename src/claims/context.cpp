#include "annotate/side_names.hpp"
#include "claims/attachment.hpp"
#include "claims/coder.hpp"
#include "claims/responsibility.hpp"
#include "claims/story.hpp"
#include "claims/tense.hpp"
#include "claims/when.hpp"

namespace attest {

namespace {

/// Kinds whose victims are civilians unless the report says otherwise (docs/output.md, "victims").
bool happens_to_civilians(ClaimKind kind) {
  return kind == ClaimKind::trapped || kind == ClaimKind::displaced || kind == ClaimKind::sheltered ||
         kind == ClaimKind::returned || kind == ClaimKind::deprived || kind == ClaimKind::human_shield ||
         kind == ClaimKind::abused || kind == ClaimKind::recruited;
}

/// Kinds that a report comes back to: "the attack killed", "the fighting went on".
bool told_again(ClaimKind kind) { return family_of(kind) == "attack" || kind == ClaimKind::clash; }

class Context {
 public:
  Context(const Document& document, const Analysis& analysis, const Mentions& mentions, std::vector<Claim>& claims)
      : document_(document),
        analysis_(analysis),
        mentions_(mentions),
        claims_(claims),
        story_(document, analysis, mentions, claims) {}

  void run() {
    date_by_headings(story_, claims_);
    date_by_form(story_, claims_);
    for (Claim& claim : claims_) {
      name_generic(claim.actor, claim, "actor");
      name_generic(claim.opponent, claim, "opponent");
      if (claim.actor && claim.opponent && claim.actor->name == claim.opponent->name) drop_opponent(claim);
      story_.carry_place(claim);
    }
    story_.refine_place(claims_);
    take_responsibility(find_responsibility(document_, analysis_, mentions_), story_, claims_);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      carry_actor(claims_[i], i);
      fill_clash(claims_[i]);
      other_side(claims_[i]);
    }
    for (Claim& claim : claims_) {
      share_within_sentence(claim);
      other_than_the_dead(claim);
    }
    for (Claim& claim : claims_) share_with_part(claim);
    carry_times(story_, claims_);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      date_state(claims_[i]);
      settle_status(claims_[i]);
      carry_status(i);
    }
    label_incidents(story_, claims_);
  }

 private:
  static void drop_opponent(Claim& claim) {
    claim.opponent.reset();
    std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "opponent"; });
  }

  /// "The militants", "government troops": the side of the report that the mention stands for; the words stay.
  void name_generic(std::optional<Party>& party, Claim& claim, const char* field) const {
    if (!party) return;
    for (const PartyMention& mention : mentions_.parties)
      if (mention.generic && !mention.meant.empty() &&
          analysis_.tokens[mention.tokens.first].span.begin == party->text.begin) {
        party->name = mention.meant;
        claim.derived.push_back({field, mention.meant == kUnknownSide         ? "actor.nobody-named"
                                        : mention.sort == SideSort::group     ? "actor.last-named-side"
                                        : mention.sort == SideSort::coalition ? "actor.coalition-of-report"
                                                                              : "actor.state-of-report"});
        return;
      }
  }

  /// Who of one story: the last claim of the same family at the same place that said so, else one in the sentences just
  /// after. The items of a list share what was said before it.
  void carry_actor(Claim& claim, std::size_t index) const {
    const bool item = story_.in_list(claim);
    if ((claim.actor && claim.actor->name != kUnknownSide) || !told_again(claim.kind) ||
        (claim.scope != Scope::incident && !item) || claim.certainty == Certainty::future ||
        claim.certainty == Certainty::possible || claim.certainty == Certainty::denied)
      return;
    const auto own = [](const Claim& other) {
      for (const Derivation& derivation : other.derived)
        if (derivation.field == "actor")
          return derivation.rule == "actor.last-named-side" || derivation.rule == "actor.state-of-report" ||
                 derivation.rule == "actor.coalition-of-report";
      return true;
    };
    const Claim* best = nullptr;
    std::uint32_t best_gap = UINT32_MAX;
    for (std::size_t k = 0; k < claims_.size(); ++k) {
      const Claim& other = claims_[k];
      if (k == index || !other.actor || !own(other) || !story_.same_section(other, story_.sentence_of(claim)) ||
          family_of(other.kind) != family_of(claim.kind))
        continue;
      if ((claim.actor && other.actor->name == kUnknownSide) || is_of(*other.actor, claim)) continue;
      const std::uint32_t here = story_.sentence_of(claim), there = story_.sentence_of(other);
      const bool same_place =
          claim.place && other.place &&
          (claim.place->name == other.place->name || (there < kOpening && holds(*other.place, *claim.place)));
      const bool other_day = claim.time && other.time && are_apart(*claim.time, *other.time);
      const bool series = there < here && same_series(claim, other);
      if (here == there && claim.actor) continue;  // "a gunman killed five before police shot him"
      if (here == there && deed_and_answer(story_.view_of(claim), claim.trigger, other.trigger)) continue;
      if (other_day || !(same_place || (item && there < here) || here == there || series)) continue;
      if (there > here && here > kOpening) continue;
      if (there > here + kNearSentences) break;
      if (here > there + kFar) continue;
      const std::uint32_t gap = here >= there ? here - there : kTold + there - here;
      if (gap < best_gap) best = &other, best_gap = gap;
    }
    if (best == nullptr) return;
    std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "actor"; });
    claim.actor = best->actor;
    claim.derived.push_back({"actor", "actor.same-incident"});
    if (claim.opponent && claim.opponent->name == claim.actor->name) drop_opponent(claim);  // nobody fights himself
    if (claim.kind != ClaimKind::clash || claim.opponent || !best->opponent) return;
    claim.opponent = best->opponent;
    claim.derived.push_back({"opponent", "actor.same-incident"});
  }

  /// "A village in the southern Philippines": what a report opens with is told again of the village by its name.
  static bool holds(const Place& region, const Place& place) {
    constexpr int kRegion = 4;
    return region.country && region.country == place.country && region.precision.value_or(0) >= kRegion &&
           place.precision.value_or(kRegion) < *region.precision;
  }

  /// Those who were hit are of this side, which then is not who hit them: "two soldiers were killed".
  [[nodiscard]] bool is_of(const Party& side, const Claim& claim) const {
    if (!claim.victims) return false;
    return std::ranges::any_of(mentions_.parties, [&](const PartyMention& mention) {
      const Span words{analysis_.tokens[mention.tokens.first].span.begin,
                       analysis_.tokens[mention.tokens.last - 1].span.end};
      const bool hit = words.begin < claim.victims->text.end && claim.victims->text.begin < words.end;
      return hit && !mention.nationality && (mention.name == side.name || mention.meant == side.name);
    });
  }

  /// "Near the dam, two strikes destroyed a bridge": a report counts the air strikes of one side, place by place.
  static bool same_series(const Claim& claim, const Claim& told) {
    const auto from_the_air = [](const Claim& c) {
      return c.means == Means::airstrike || c.means == Means::drone || c.means == Means::missile;
    };
    return claim.kind == ClaimKind::attack && told.kind == ClaimKind::attack && from_the_air(claim) &&
           claim.means == told.means;
  }

  /// "killed two rebels in a clash": who fought is who killed and who died. "Recaptured the town after days of fighting":
  /// who took it fought for it.
  void fill_clash(Claim& clash) const {
    if (clash.kind != ClaimKind::clash || clash.actor) return;
    for (const Claim& taking : claims_) {
      if (taking.kind != ClaimKind::control || taking.sentence != clash.sentence || !taking.actor ||
          taking.scope == Scope::state || taking.certainty != Certainty::asserted ||
          clash.trigger.begin < taking.trigger.begin || clash.certainty == Certainty::future)
        continue;
      clash.actor = taking.actor;
      clash.derived.push_back({"actor", "actor.same-incident"});
      return;
    }
    for (const Claim& harm : claims_) {
      if (harm.kind != ClaimKind::killed || harm.sentence != clash.sentence || !harm.actor || !harm.victims ||
          harm.victims->status != VictimStatus::combatant || harm.certainty != Certainty::asserted)
        continue;
      clash.actor = harm.actor;
      clash.derived.push_back({"actor", "actor.same-incident"});
      return;
    }
  }

  /// "The fighting with the rebels left ten soldiers dead": of two sides that fought, the other one than the dead's own.
  void other_than_the_dead(Claim& claim) const {
    if (claim.actor || (claim.kind != ClaimKind::killed && claim.kind != ClaimKind::injured) || !claim.victims ||
        claim.victims->status != VictimStatus::combatant)
      return;
    for (const Claim& clash : claims_) {
      if (clash.kind != ClaimKind::clash || clash.sentence != claim.sentence || !clash.actor) continue;
      const std::optional<Party>* other = is_of(*clash.actor, claim)                         ? &clash.opponent
                                          : clash.opponent && !is_of(*clash.opponent, claim) ? nullptr
                                                                                             : &clash.actor;
      if (other == nullptr || !*other) continue;
      claim.actor = *other;
      claim.derived.push_back({"actor", "actor.same-incident"});
      return;
    }
  }

  /// What a strike destroyed was destroyed by who struck: the actor that the attack of the sentence got from the context.
  void share_within_sentence(Claim& claim) const {
    if (claim.actor || family_of(claim.kind) != "attack" || claim.kind == ClaimKind::attack ||
        claim.certainty == Certainty::denied)
      return;
    for (const Claim& attack : claims_)
      if (attack.kind == ClaimKind::attack && attack.sentence == claim.sentence && attack.actor &&
          !is_of(*attack.actor, claim) && !since_then(claim, attack) &&
          !deed_and_answer(story_.view_of(claim), claim.trigger, attack.trigger)) {
        claim.actor = attack.actor;
        claim.derived.push_back({"actor", "actor.same-incident"});
        return;
      }
  }

  /// "27 people have been killed since troops raided a hideout": not by the raid.
  [[nodiscard]] bool since_then(const Claim& claim, const Claim& attack) const {
    if (claim.trigger.end > attack.trigger.begin) return false;
    const std::string_view between =
        std::string_view(document_.text).substr(claim.trigger.end, attack.trigger.begin - claim.trigger.end);
    return between.find(" since ") != between.npos;
  }

  /// "Among the dead were eight children": whoever did it to all did it to these, and there.
  void share_with_part(Claim& part) const {
    if (!part.subset_of) return;
    const auto derived = [](const Claim& claim) {
      return std::ranges::find(claim.derived, std::string_view("place"), &Derivation::field) != claim.derived.end();
    };
    for (const Claim& whole : claims_) {
      if (whole.id != *part.subset_of) continue;
      if (whole.actor && !part.actor && !is_of(*whole.actor, part)) {
        part.actor = whole.actor;
        part.derived.push_back({"actor", "actor.same-incident"});
      }
      if (whole.place && !derived(whole) && (!part.place || derived(part))) {
        part.place = whole.place;
        std::erase_if(part.derived, [](const Derivation& d) { return d.field == "place"; });
        part.derived.push_back({"place", "place.of-the-whole"});
      }
    }
  }

  /// The side that loses or fights back, when the sentence names only one: the last named side of the other sort.
  void other_side(Claim& claim) const {
    if ((claim.kind != ClaimKind::control && claim.kind != ClaimKind::clash) || claim.opponent || !claim.actor ||
        claim.scope == Scope::state)
      return;
    const auto sort = [](const PartyMention& p) { return p.speaks_as == SourceKind::armed_group; };
    std::optional<bool> own;
    for (const PartyMention& mention : mentions_.parties)
      if (mention.name == claim.actor->name) own = sort(mention);
    if (!own) return;
    const PartyMention* best = nullptr;
    for (const PartyMention& mention : mentions_.parties) {
      if (mention.generic || mention.nationality || mention.name == claim.actor->name || sort(mention) == *own ||
          !story_.same_section(claim, story_.sentence_at(mention.tokens.first)))
        continue;
      const std::uint32_t begin = analysis_.tokens[mention.tokens.first].span.begin;
      if (begin < claim.sentence.end && !stands_with(*claim.actor, begin)) best = &mention;
    }
    if (best == nullptr) return;
    claim.opponent =
        Party{{analysis_.tokens[best->tokens.first].span.begin, analysis_.tokens[best->tokens.last - 1].span.end},
              best->name};
    claim.derived.push_back({"opponent", "opponent.last-named-other-side"});
  }

  /// "Iraqi special forces and Shia militias retook": of two sides joined, the second is no opponent.
  [[nodiscard]] bool stands_with(const Party& first, std::uint32_t second) const {
    constexpr std::uint32_t kJoint = 24;  // bytes: "and", "and their allied"
    if (second <= first.text.end || second - first.text.end > kJoint) return false;
    return std::string_view(document_.text).substr(first.text.end, second - first.text.end).starts_with(" and ");
  }

  /// A state at the time of writing is dated to the publication; not "were used as shields".
  void date_state(Claim& claim) const {
    if (claim.time || !document_.published || claim.scope != Scope::state) return;
    const SentenceView s = story_.view_of(claim);
    const std::uint32_t at = s.tokens_in(claim.trigger).first;
    if (s.is_word(at, {"once"}) || s.is_word(at - 1, {"once", "formerly", "previously"})) return;
    if (claim.kind == ClaimKind::human_shield) {
      const Telling telling = telling_of(s, s.tokens_in(claim.trigger));
      if (telling == Telling::past || telling == Telling::perfect) return;
    }
    claim.time = at_publication(document_.published->value);
    claim.derived.push_back({"time", "time.state-at-publication"});
  }

  static void settle_status(Claim& claim) {
    if (claim.victims && claim.victims->status == VictimStatus::unknown && happens_to_civilians(claim.kind) &&
        claim.victims->group != VictimGroup::detainees)
      claim.victims->status = VictimStatus::civilian;
  }

  /// "64 others were wounded", "the victims were shot": of the sort that the sentences before told of.
  void carry_status(std::size_t index) const {
    Claim& claim = claims_[index];
    const bool harm = claim.kind == ClaimKind::killed || claim.kind == ClaimKind::injured;
    if (!harm || !claim.victims || claim.victims->status != VictimStatus::unknown) return;
    const std::string_view words = slice(document_.text, claim.victims->text);
    if (words != "others" && words != "other" && words != "another" && words != "victims" && words != "Others" &&
        words != "them" && words != "they" && words != "They" && words != "the victims" && words != "The victims")
      return;
    for (std::size_t k = index; k-- > 0;) {
      const Claim& before = claims_[k];
      if (story_.sentence_of(claim) - story_.sentence_of(before) > kNearSentences) return;
      if (family_of(before.kind) != "attack" || !before.victims || before.victims->status == VictimStatus::unknown)
        continue;
      claim.victims->status = before.victims->status;
      claim.derived.push_back({"victims", "victims.told-before"});
      return;
    }
  }

  static constexpr std::uint32_t kOpening = 2;        // sentences: the headline and what stands below it
  static constexpr std::uint32_t kNearSentences = 2;  // so soon a report says who did what it opens with
  static constexpr std::uint32_t kFar = 11;           // so long it is still the same story
  static constexpr std::uint32_t kTold = 1U << 20;    // what was told before goes first

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  std::vector<Claim>& claims_;
  Story story_;
};

}  // namespace

void fill_from_context(const Document& document, const Analysis& analysis, const Mentions& mentions,
                       std::vector<Claim>& claims) {
  Context(document, analysis, mentions, claims).run();
}

}  // namespace attest
