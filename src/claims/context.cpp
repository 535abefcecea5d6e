#include <cctype>
#include <map>

#include "claims/coder.hpp"

namespace attest {

namespace {

/// Kinds whose victims are civilians unless the report says otherwise (docs/output.md, "victims").
bool happens_to_civilians(ClaimKind kind) {
  return kind == ClaimKind::trapped || kind == ClaimKind::displaced || kind == ClaimKind::sheltered ||
         kind == ClaimKind::returned || kind == ClaimKind::deprived || kind == ClaimKind::human_shield;
}

std::string_view family(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::killed:
    case ClaimKind::injured:
    case ClaimKind::attack:
    case ClaimKind::damaged:
      return "attack";
    case ClaimKind::sheltered:
    case ClaimKind::returned:
    case ClaimKind::displaced:
      return "displacement";
    default:
      return name_of(kind);
  }
}

std::string slug(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

class Context {
 public:
  Context(const Document& document, const Analysis& analysis, const Mentions& mentions, std::vector<Claim>& claims)
      : document_(document), analysis_(analysis), mentions_(mentions), claims_(claims) {}

  void run() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      Claim& claim = claims_[i];
      name_generic(claim.actor, claim, "actor");
      name_generic(claim.opponent, claim, "opponent");
      if (claim.actor && claim.opponent && claim.actor->name == claim.opponent->name) claim.opponent.reset();
      carry_place(claim);
      carry_from_incident(claim, i);
      other_side(claim);
      date_state(claim);
      settle_status(claim);
      claim.incident = label(claim);
    }
  }

 private:
  [[nodiscard]] bool before(TokenRange tokens, Span span) const {
    return analysis_.tokens[tokens.first].span.begin < span.begin;
  }

  /// "The militants", "government troops": the last side of that kind that the report named; the words stay.
  void name_generic(std::optional<Party>& party, Claim& claim, const char* field) const {
    if (!party) return;
    const PartyMention* self = nullptr;
    for (const PartyMention& mention : mentions_.parties)
      if (analysis_.tokens[mention.tokens.first].span.begin == party->text.begin) self = &mention;
    if (self == nullptr || !self->generic) return;
    const PartyMention* best = nullptr;
    std::map<std::string, int> counts;
    for (const PartyMention& mention : mentions_.parties) {
      const bool same_side =
          (mention.speaks_as == SourceKind::armed_group) == (self->speaks_as == SourceKind::armed_group);
      if (mention.generic || mention.nationality || !same_side) continue;
      if (before(mention.tokens, party->text)) best = &mention;
    }
    if (best == nullptr) return;
    party->name = best->name;
    claim.derived.push_back({field, "actor.last-named-side"});
  }

  /// The place of the running story: the last place named before, or the dateline's.
  void carry_place(Claim& claim) const {
    if (claim.place) return;
    const PlaceMention* best = nullptr;
    for (const PlaceMention& place : mentions_.places) {
      if (!before(place.tokens, claim.sentence)) break;
      if (!place.broad || best == nullptr || best->broad) best = &place;
    }
    if (best == nullptr) {  // a headline before any place: the first place of the report
      for (const PlaceMention& place : mentions_.places)
        if (!place.broad) {
          best = &place;
          break;
        }
      if (best == nullptr && !mentions_.places.empty()) best = &mentions_.places.front();
    }
    if (best == nullptr) return;
    claim.place =
        Place{{analysis_.tokens[best->tokens.first].span.begin, analysis_.tokens[best->tokens.last - 1].span.end},
              best->name,
              best->country};
    claim.derived.push_back({"place", "place.running-story"});
  }

  [[nodiscard]] bool in_list(const Claim& claim) const {
    for (const Block& block : document_.blocks)
      if (block.span.contains(claim.sentence)) return block.kind == BlockKind::list_item;
    return false;
  }

  /// Who and when of one story: the last claim of the same family at the same place that said so. The items of a
  /// list share what was said before it.
  void carry_from_incident(Claim& claim, std::size_t index) const {
    const bool item = in_list(claim);
    if ((claim.scope != Scope::incident && !item) || claim.certainty == Certainty::future ||
        claim.certainty == Certainty::possible)
      return;
    const auto carried = [](const Claim& other, std::string_view field) {
      for (const Derivation& derivation : other.derived)
        if (derivation.field == field) return derivation.rule == "actor.last-named-side";
      return true;
    };
    for (std::size_t back = index; back-- > 0 && (!claim.time || !claim.actor);) {
      const Claim& other = claims_[back];
      const bool same = family(other.kind) == family(claim.kind) &&
                        (item || (claim.place && other.place && claim.place->name == other.place->name));
      if (!same) continue;
      const bool one_day = other.time && other.time->text && (other.time->to - other.time->from).count() <= 1;
      if (!claim.time && one_day) {
        claim.time = other.time;
        claim.derived.push_back({"time", "time.same-incident"});
        if (item) claim.scope = Scope::incident;  // a short series on one day
      }
      if (!claim.actor && other.actor && family(claim.kind) == "attack" && carried(other, "actor") &&
          claim.certainty != Certainty::denied) {
        claim.actor = other.actor;
        claim.derived.push_back({"actor", "actor.same-incident"});
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
      if (mention.generic || mention.nationality || mention.name == claim.actor->name || sort(mention) == *own)
        continue;
      if (analysis_.tokens[mention.tokens.first].span.begin < claim.sentence.end) best = &mention;
    }
    if (best == nullptr) return;
    claim.opponent =
        Party{{analysis_.tokens[best->tokens.first].span.begin, analysis_.tokens[best->tokens.last - 1].span.end},
              best->name};
    claim.derived.push_back({"opponent", "opponent.last-named-other-side"});
  }

  /// A state at the time of writing is dated to the publication.
  void date_state(Claim& claim) const {
    if (claim.time || !document_.published || claim.scope != Scope::state) return;
    claim.time = Time{std::nullopt, document_.published->value, document_.published->value};
    claim.derived.push_back({"time", "time.state-at-publication"});
  }

  static void settle_status(Claim& claim) {
    if (claim.victims && claim.victims->status == VictimStatus::unknown && happens_to_civilians(claim.kind))
      claim.victims->status = VictimStatus::civilian;
  }

  static std::string label(const Claim& claim) {
    std::string out(family(claim.kind));
    if (claim.place) out = slug(claim.place->name) + "-" + out;
    if (claim.time && claim.time->text) out += "-" + to_iso(claim.time->from);
    return out;
  }

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  std::vector<Claim>& claims_;
};

}  // namespace

void fill_from_context(const Document& document, const Analysis& analysis, const Mentions& mentions,
                       std::vector<Claim>& claims) {
  Context(document, analysis, mentions, claims).run();
}

}  // namespace attest
