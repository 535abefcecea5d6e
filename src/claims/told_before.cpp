#include "claims/told_before.hpp"

#include <algorithm>

namespace attest {

bool is_told_already(std::span<const Claim> told_here, const Claim& claim) {
  if (claim.kind == ClaimKind::damaged && claim.object && !claim.count)  // "houses and a village" are homes twice
    return std::ranges::any_of(told_here, [&](const Claim& told) {
      return told.kind == claim.kind && told.object == claim.object && told.certainty == claim.certainty &&
             told.trigger == claim.trigger;
    });
  if (claim.kind == ClaimKind::clash && claim.actor && claim.opponent &&
      claim.place)  // "clashes …, battling for the city"
    return std::ranges::any_of(told_here, [&](const Claim& told) {
      return told.kind == claim.kind && told.actor && told.opponent && told.place &&
             told.actor->name == claim.actor->name && told.opponent->name == claim.opponent->name &&
             told.place->name == claim.place->name && told.certainty == claim.certainty;
    });
  if (!claim.victims || !claim.count || claim.kind == ClaimKind::attack) return false;
  return std::ranges::any_of(told_here, [&](const Claim& told) {
    // "houses 32,000 displaced people": the sheltered are the displaced
    const bool same =
        told.kind == claim.kind || (told.kind == ClaimKind::sheltered && claim.kind == ClaimKind::displaced);
    return same && told.certainty == claim.certainty && told.count == claim.count &&
           (told.victims == claim.victims ||
            (told.kind != claim.kind && told.victims && told.victims->text.overlaps(claim.trigger)));
  });
}

void inherit_population(const SentenceView& s, std::span<const Claim> told_here, Claim& claim) {
  if (!claim.victims || claim.victims->status != VictimStatus::unknown || told_here.empty()) return;
  const std::string_view words = slice(s.text(), claim.victims->text);
  const bool unnamed = words == "others" || words == "other" || words == "another" ||
                       (claim.count && claim.count->text == claim.victims->text);
  const Claim& before = told_here.back();
  const bool harm = claim.kind == ClaimKind::killed || claim.kind == ClaimKind::injured;
  if (!unnamed || !harm || !before.victims) return;
  if (before.kind != ClaimKind::killed && before.kind != ClaimKind::injured) return;
  claim.victims->status = before.victims->status;
}

void count_pronoun(const SentenceView& s, std::span<const Claim> told_here, Claim& claim) {
  if (!claim.victims || claim.count || told_here.empty()) return;
  const Claim& before = told_here.back();
  if (slice(s.text(), claim.victims->text) != "them" || !before.victims || !before.count) return;
  if (before.count->unit != Unit::persons || before.count->min != before.count->max ||
      before.victims->text.begin > claim.victims->text.begin)
    return;
  claim.count = Count{claim.victims->text, before.count->min, before.count->max, Unit::persons};
  claim.victims->status = before.victims->status;
  claim.victims->group = before.victims->group;
}

}  // namespace attest
