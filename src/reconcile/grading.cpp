#include "reconcile/grading.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/fold_word.hpp"

namespace attest {

namespace {

constexpr std::string_view kReporter = "the report";

struct Said {
  std::set<std::string> by, denied_by;
  std::set<std::uint64_t> origins;
  bool admitted = false, armed_group = false;
};

/// Does the source speak for this side? Its name is the side's, or one is a word of the other ("Israeli army", "Israel").
bool speaks_for(const Testimony& told, const Interned& names) {
  if (told.source == 0 || told.actor == 0) return false;
  return fold_word(names.text(told.source)) == fold_word(names.text(told.actor));
}

std::string source_name(const Testimony& told, const Interned& names) {
  return std::string(told.source == 0 ? kReporter : names.text(told.source));
}

bool is_strike(const Testimony& told) {
  if (!told.means) return false;
  switch (*told.means) {
    case Means::airstrike:
    case Means::drone:
    case Means::missile:
    case Means::artillery:
    case Means::naval:
      return true;
    default:
      return false;
  }
}

Responsibility responsibility_of(const std::map<std::string, Said>& sides) {
  std::size_t accused = 0;
  bool denied = false, admitted = false, claimed = false;
  for (const auto& [actor, said] : sides) {
    if (!said.by.empty()) ++accused;
    denied = denied || !said.denied_by.empty();
    (said.armed_group ? claimed : admitted) |= said.admitted;
  }
  if (accused > 1) return Responsibility::contested;
  if (admitted) return denied ? Responsibility::contested : Responsibility::admitted;
  if (claimed) return Responsibility::claimed;
  if (denied) return Responsibility::denied;
  return accused == 1 ? Responsibility::accused : Responsibility::unclaimed;
}

}  // namespace

void grade(const Evidence& evidence, std::span<const std::uint32_t> told, Incident& incident) {
  std::map<std::string, Said> sides;
  bool fighters = false, others = false, strike = false;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Testimony& one = evidence.testimonies[told[i]];
    if (one.set_aside) continue;
    const bool denied = one.certainty == Certainty::denied;
    if (incident.claims[i].role == ClaimRole::excluded && !denied) continue;
    strike = strike || is_strike(one);
    if (one.kind == ClaimKind::killed || one.kind == ClaimKind::injured)
      (one.status == VictimStatus::combatant ? fighters : others) = true;
    if (one.actor == 0) continue;
    Said& said = sides[std::string(evidence.names.text(one.actor))];
    const std::string source = source_name(one, evidence.names);
    if (denied) {
      said.denied_by.insert(source);
      continue;
    }
    said.by.insert(source);
    said.origins.insert(one.origin);
    if (speaks_for(one, evidence.names)) {
      said.admitted = true;
      said.armed_group = one.source_kind == SourceKind::armed_group;
    }
  }
  incident.responsibility = responsibility_of(sides);
  for (const auto& [actor, said] : sides)
    incident.blame.push_back(
        {actor, {said.by.begin(), said.by.end()}, {said.denied_by.begin(), said.denied_by.end()}, said.admitted});

  const bool accepted =
      incident.responsibility == Responsibility::admitted || incident.responsibility == Responsibility::claimed;
  const bool contested = incident.responsibility == Responsibility::contested;
  if (fighters && !others)
    incident.grade = Grade::discounted;
  else if (accepted)
    incident.grade = Grade::confirmed;
  else if (contested)
    incident.grade = Grade::contested;
  else
    incident.grade = incident.origins >= 2 ? Grade::fair : Grade::weak;

  if (!strike) return;
  if (accepted)
    incident.strike = StrikeStatus::declared_strike;
  else if (contested || incident.responsibility == Responsibility::denied)
    incident.strike = StrikeStatus::contested_strike;
  else
    incident.strike = incident.origins >= 2 ? StrikeStatus::likely_strike : StrikeStatus::single_source_claim;
}

}  // namespace attest
