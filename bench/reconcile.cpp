// How long a simulated war of so many incidents takes to be put together, one report more, and what reviewers decide of
// it: bench/README.md.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "reconcile/claim_values.hpp"
#include "reconcile/decisions.hpp"
#include "reconcile/reconciler.hpp"
#include "reconcile/simulate.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Three thousand decisions all over the record: half of them judge, the others change claims or regroup them.
std::vector<attest::Act> some_decisions(const attest::MachineRecord& machine) {
  using namespace attest;
  constexpr std::size_t kDecisions = 3000;
  constexpr std::array kKinds = {ActKind::accept, ActKind::correct, ActKind::accept, ActKind::exclude,
                                 ActKind::accept, ActKind::merge,   ActKind::reject, ActKind::split};
  std::vector<Act> acts;
  const auto count = static_cast<std::uint32_t>(machine.incidents().size());
  const auto anchor = [&](std::uint32_t number) {
    return IncidentAnchor{machine.incidents()[number].id, machine.anchors(machine.told(number))};
  };
  for (std::size_t i = 0; i < std::min<std::size_t>(kDecisions, count / 2); ++i) {
    const auto number = static_cast<std::uint32_t>(i * 7919 % count);
    const std::uint32_t claim = machine.told(number).front();
    Act act;
    act.seq = static_cast<std::int64_t>(i) + 1;
    act.act = kKinds.at(i % kKinds.size());
    act.incidents = {anchor(number)};
    if (act.act == ActKind::merge) act.incidents.push_back(anchor((number + 1) % count));
    if (act.act == ActKind::correct || act.act == ActKind::exclude || act.act == ActKind::split)
      act.claims = {machine.anchor(claim)};
    if (act.act == ActKind::correct) {
      act.field = ClaimField::count;
      act.machine = value_of(machine.evidence().testimonies[claim], machine.evidence().names, *act.field);
      act.after = R"({"min":7,"max":7})";
    }
    acts.push_back(std::move(act));
  }
  return acts;
}

/// In processor time: a reviewer waits for this.
void measure_decisions(const attest::Reconciler& all) {
  using namespace attest;
  const auto milliseconds_since = [](std::clock_t start) {
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const std::vector<Incident> incidents = all.incidents();
  std::clock_t start = std::clock();
  const MachineRecord machine(all.evidence(), incidents);
  const double filing = milliseconds_since(start);
  const std::vector<Act> acts = some_decisions(machine);
  start = std::clock();
  const Reviewed reviewed = apply_decisions(machine, acts);
  fmt::print("{} decisions on {} incidents: filed in {:.0f} ms, applied in {:.0f} ms, {} made anew\n", acts.size(),
             incidents.size(), filing, milliseconds_since(start), reviewed.incidents.size());
}

}  // namespace

int main(int count, char** words) {
  using namespace attest;
  const auto incidents = static_cast<std::uint32_t>(count > 1 ? std::atoi(words[1]) : 1000);
  constexpr std::size_t kLater = 200;  // reports that are held back and come one by one
  Reconciler all;
  std::vector<SimulatedReport> later;
  std::size_t claims = 0, found = 0;
  double adding = 0;
  (void)simulate({7, incidents, Noise::moderate}, [&](SimulatedReport report) {
    // Simulated claims have no words: each gets a place of its own.
    for (std::uint32_t i = 0; i < report.claims.size(); ++i) report.claims[i].trigger = {10 * i, 10 * i + 6};
    if (later.size() < kLater && all.evidence().reports.size() > std::size_t{2} * incidents) {
      later.push_back(std::move(report));
      return;
    }
    const auto start = Clock::now();
    claims += report.claims.size();
    all.add(report.facts, report.claims);
    adding += seconds_since(start);
  });
  const auto start = Clock::now();
  all.each_incident([&](const Incident&) { ++found; });
  const double putting = seconds_since(start);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} claims: taken in {:.2f} s, {} incidents {:.2f} s, {:.2f} us a claim, peak {} MB\n", claims, adding,
             found, putting, 1e6 * (adding + putting) / static_cast<double>(claims), usage.ru_maxrss / 1024);
  double most = 0, sum = 0;
  for (const SimulatedReport& report : later) {
    const auto begin = Clock::now();
    (void)all.update(report.facts, report.claims);
    most = std::max(most, seconds_since(begin));
    sum += seconds_since(begin);
  }
  if (!later.empty())
    fmt::print("one report more: {:.2f} ms in the mean, {:.2f} ms at most\n",
               1e3 * sum / static_cast<double>(later.size()), 1e3 * most);
  measure_decisions(all);
}
