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
    for (Claim& claim : claims_) {
      name_generic(claim.actor, claim, "actor");
      name_generic(claim.opponent, claim, "opponent");
      if (claim.actor && claim.opponent && claim.actor->name == claim.opponent->name) claim.opponent.reset();
      carry_place(claim);
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
