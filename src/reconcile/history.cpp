#include "reconcile/history.hpp"

#include <algorithm>

#include "reconcile/figures.hpp"

namespace attest {

namespace {

bool are_of_one_population(const Figure& a, const Figure& b) {
  return a.harm == b.harm && a.unit == b.unit && a.status == b.status && a.group == b.group;
}

bool tells_of(const Testimony& one, const Figure& figure) {
  if (figure.group != VictimGroup::any) return one.group == figure.group;
  if (figure.status) return one.group == VictimGroup::any && one.status == *figure.status;
  return one.group == VictimGroup::any && one.whole == kNoClaim;
}

/// The claim of that day which speaks most for the figure: of its own people before others, a recommended one before others.
std::optional<ClaimRef> cause(const Evidence& evidence, std::span<const std::uint32_t> told, const Reckoning& then,
                              const std::optional<Date>& day, const Figure& figure) {
  std::optional<ClaimRef> best;
  int best_rank = -1;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Testimony& one = evidence.testimonies[told[i]];
    if (one.kind != figure.harm || !one.counted() || evidence.published(one) != day) continue;
    if (then.parts[i].role == ClaimRole::excluded) continue;
    const int rank = (tells_of(one, figure) ? 2 : 0) + (then.parts[i].role == ClaimRole::recommended ? 1 : 0);
    if (rank > best_rank) best = ClaimRef{one.report, one.claim}, best_rank = rank;
  }
  return best;
}

}  // namespace

std::vector<std::uint32_t> testimonies_of(const Evidence& evidence, const Incident& incident) {
  std::vector<std::uint32_t> told;
  for (const LinkedClaim& link : incident.claims)
    told.push_back(evidence.reports[link.claim.report].first + link.claim.claim);
  return told;
}

std::vector<HistoryStep> history_of(const Evidence& evidence, const Incident& incident) {
  return history_of(evidence, testimonies_of(evidence, incident));
}

std::vector<HistoryStep> history_of(const Evidence& evidence, std::span<const std::uint32_t> told) {
  std::vector<std::optional<Date>> days;
  for (const std::uint32_t i : told) {
    const auto& day = evidence.published(evidence.testimonies[i]);
    if (std::ranges::find(days, day) == days.end()) days.push_back(day);
  }
  std::vector<HistoryStep> steps;
  std::vector<Figure> known;
  for (const auto& day : days) {
    const Reckoning now = reckon(evidence, told, day);
    for (const Figure& figure : now.figures) {
      const auto before =
          std::ranges::find_if(known, [&](const Figure& other) { return are_of_one_population(other, figure); });
      if (before != known.end() && before->low == figure.low && before->best == figure.best &&
          before->high == figure.high)
        continue;
      steps.push_back({day, figure, cause(evidence, told, now, day, figure)});
      if (before != known.end())
        *before = figure;
      else
        known.push_back(figure);
    }
  }
  return steps;
}

}  // namespace attest
