#include "cli/score_incidents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "cli/ucdp_reports.hpp"
#include "reconcile/bcubed.hpp"
#include "reconcile/reconciler.hpp"
#include "reconcile/simulate.hpp"

namespace attest::cli {

namespace {

/// Claims whose incident is known, and how three ways of grouping put them together.
struct Grouped {
  std::vector<std::uint32_t> truth, found, alone, by_place_and_day;
};

/// The first claim's number of each report.
std::vector<std::uint32_t> offsets_of(const Evidence& evidence) {
  std::vector<std::uint32_t> offsets;
  for (const ReportRow& report : evidence.reports) offsets.push_back(report.first);
  return offsets;
}

Grouped grouped(const Reconciler& all, const std::vector<std::optional<std::uint32_t>>& truth,
                const std::vector<Incident>& incidents) {
  const Evidence& evidence = all.evidence();
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> found(truth.size(), kNone);
  const auto offsets = offsets_of(evidence);
  for (std::uint32_t i = 0; i < incidents.size(); ++i)
    for (const LinkedClaim& link : incidents[i].claims) found[offsets[link.claim.report] + link.claim.claim] = i;
  std::map<std::tuple<std::string_view, std::optional<Date>>, std::uint32_t> days;
  Grouped result;
  auto next = static_cast<std::uint32_t>(incidents.size());
  for (std::uint32_t i = 0; i < truth.size(); ++i) {
    if (!truth[i]) continue;
    const Testimony& told = evidence.testimonies[i];
    result.truth.push_back(*truth[i]);
    result.found.push_back(found[i] == kNone ? next++ : found[i]);
    result.alone.push_back(i);
    const auto day = days.emplace(std::tuple(evidence.names.text(told.place), told.from), days.size()).first;
    result.by_place_and_day.push_back(day->second);
  }
  return result;
}

void append_row(std::string& out, std::string_view name, const Grouped& grouped, const std::vector<std::uint32_t>& by) {
  const BCubed score = b_cubed(grouped.truth, by);
  out += fmt::format("  {:<26} {:>9.3f} {:>9.3f} {:>9.3f} {:>12} {:>12}\n", name, score.precision, score.recall,
                     score.f1(), score.false_merges, score.false_splits);
}

void append_grouping(std::string& out, const Grouped& grouped) {
  out += fmt::format("  {:<26} {:>9} {:>9} {:>9} {:>12} {:>12}\n", "grouping (B-cubed)", "precision", "recall", "F1",
                     "false merges", "false splits");
  append_row(out, "attest", grouped, grouped.found);
  append_row(out, "same place and day", grouped, grouped.by_place_and_day);
  append_row(out, "every claim an incident", grouped, grouped.alone);
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// The killed of each incident held against those of the true incident that most of its claims tell of.
void append_figures(std::string& out, const Reconciler& all, const std::vector<std::optional<std::uint32_t>>& truth,
                    const std::vector<TrueIncident>& world, const std::vector<Incident>& incidents) {
  const auto offsets = offsets_of(all.evidence());
  std::size_t counted = 0, covered = 0, open = 0, closed_covered = 0;
  std::vector<double> widths, errors;
  for (const Incident& incident : incidents) {
    const Figure* killed = incident.total(ClaimKind::killed);
    if (killed == nullptr || !killed->best) continue;
    std::map<std::uint32_t, std::size_t> votes;
    for (const LinkedClaim& link : incident.claims)
      if (const auto& of = truth[offsets[link.claim.report] + link.claim.claim]) ++votes[*of];
    if (votes.empty()) continue;
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    const auto is = world[most->first].killed;
    const bool inside = killed->low.value_or(0) <= is && (!killed->high || is <= *killed->high);
    ++counted;
    covered += inside ? 1 : 0;
    open += killed->high ? 0 : 1;
    closed_covered += killed->high && inside ? 1 : 0;
    const auto best = static_cast<double>(std::max<std::int64_t>(*killed->best, 1));
    widths.push_back(killed->high ? static_cast<double>(*killed->high - killed->low.value_or(0)) / best
                                  : std::numeric_limits<double>::infinity());
    errors.push_back(std::abs(static_cast<double>(*killed->best - is)) /
                     static_cast<double>(std::max<std::int64_t>(is, 1)));
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  const double width = median(widths);
  double sum = 0;
  for (const double error : errors) sum += error;
  out += fmt::format(
      "  killed: true count within low and high {:.1f} % of {} incidents; {:.1f} % open above, {:.1f} % of the others"
      " right;\n  width {} at the median; best wrong by {:.1f} % in the mean, {:.1f} % at the median\n",
      share(covered, counted), counted, share(open, counted), share(closed_covered, counted - open),
      std::isinf(width) ? "open" : fmt::format("{:.1f} % of best", 100 * width),
      errors.empty() ? 0 : 100 * sum / static_cast<double>(errors.size()), 100 * median(errors));
}

std::string score_simulation(const IncidentScoring& options, Noise noise) {
  Reconciler all;
  std::vector<std::optional<std::uint32_t>> truth;
  const auto world = simulate({options.seed, options.incidents, noise}, [&](const SimulatedReport& report) {
    all.add(report.facts, report.claims);
    truth.insert(truth.end(), report.truth.begin(), report.truth.end());
  });
  const std::vector<Incident> incidents = all.incidents();
  std::string out =
      fmt::format("{} noise: {} true incidents, {} reports, {} claims, {} incidents found\n", name_of(noise),
                  world.size(), all.evidence().reports.size(), truth.size(), incidents.size());
  append_grouping(out, grouped(all, truth, incidents));
  append_figures(out, all, truth, world, incidents);
  return out;
}

}  // namespace

Result<std::string> score_incidents(const IncidentScoring& options) {
  std::string out;
  if (options.files.empty())
    for (const Noise noise : {Noise::low, Noise::moderate, Noise::high}) out += score_simulation(options, noise);
  for (const std::string& file : options.files) {
    for (const bool figures : {true, false}) {
      ATTEST_TRY(const UcdpReports reports, read_ucdp_reports(file, figures));
      Reconciler all;
      std::vector<std::optional<std::uint32_t>> truth;
      for (const UcdpReport& report : reports) {
        all.add(report.facts, report.claims);
        truth.insert(truth.end(), report.events.begin(), report.events.end());
      }
      const std::vector<Incident> incidents = all.incidents();
      out += fmt::format("{}, {}: {} headlines, {} claims, {} incidents found\n", file,
                         figures ? "with figures" : "figures left out", all.evidence().reports.size(), truth.size(),
                         incidents.size());
      append_grouping(out, grouped(all, truth, incidents));
    }
  }
  return out;
}

}  // namespace attest::cli
