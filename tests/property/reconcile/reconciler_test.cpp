// Whatever is reported: the order in which reports arrive never changes an incident, one report after the other gives
// what a rebuild gives, every claim is in one incident at most, and low ≤ best ≤ high.
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "reconcile/reconciler.hpp"
#include "reconcile/simulate.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

std::vector<SimulatedReport> some_reports() {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000000);
  const auto incidents = *rc::gen::inRange<std::uint32_t>(1, 40);
  const auto noise = *rc::gen::element(Noise::low, Noise::moderate, Noise::high);
  std::vector<SimulatedReport> reports;
  (void)simulate({seed, incidents, noise}, [&](SimulatedReport report) { reports.push_back(std::move(report)); });
  return reports;
}

/// Reports are called by their ids instead of their numbers, so that two orders of arrival can be compared.
using Named = std::pair<Incident, std::vector<std::string>>;
std::vector<Named> named(const Reconciler& all, std::vector<Incident> incidents) {
  std::vector<Named> result;
  for (Incident& incident : incidents) {
    std::vector<std::string> claims;
    for (LinkedClaim& link : incident.claims) {
      claims.push_back(all.evidence().reports[link.claim.report].id + ":" + std::to_string(link.claim.claim));
      link.claim.report = 0;
    }
    result.emplace_back(std::move(incident), std::move(claims));
  }
  return result;
}

TEST(ReconcilerProperty, OrderOfArrivalNeverMatters) {
  EXPECT_TRUE(rc::check([] {
    std::vector<SimulatedReport> reports = some_reports();
    Reconciler one, other;
    for (const auto& report : reports) one.add(report.facts, report.claims);
    const auto rotation = *rc::gen::inRange<std::size_t>(0, reports.size());
    std::rotate(reports.begin(), reports.begin() + static_cast<std::ptrdiff_t>(rotation), reports.end());
    if (*rc::gen::arbitrary<bool>()) std::reverse(reports.begin(), reports.end());
    for (const auto& report : reports) other.add(report.facts, report.claims);
    RC_ASSERT(named(one, one.incidents()) == named(other, other.incidents()));
  }));
}

TEST(ReconcilerProperty, OneReportAfterTheOtherEqualsARebuild) {
  EXPECT_TRUE(rc::check([] {
    const std::vector<SimulatedReport> reports = some_reports();
    Reconciler step, whole;
    const auto start = *rc::gen::inRange<std::size_t>(0, reports.size());
    for (std::size_t i = 0; i < start; ++i) step.add(reports[i].facts, reports[i].claims);
    std::map<std::string, Incident> kept;
    for (Incident& incident : step.incidents()) kept.emplace(incident.id, incident);
    for (std::size_t i = start; i < reports.size(); ++i) {
      const Change change = step.update(reports[i].facts, reports[i].claims);
      for (const std::string& id : change.gone) RC_ASSERT(kept.erase(id) == 1U);
      for (const Incident& incident : change.come) RC_ASSERT(kept.emplace(incident.id, incident).second);
    }
    for (const auto& report : reports) whole.add(report.facts, report.claims);
    std::map<std::string, Incident> rebuilt;
    for (Incident& incident : whole.incidents()) rebuilt.emplace(incident.id, incident);
    RC_ASSERT(kept == rebuilt);
  }));
}

TEST(ReconcilerProperty, EachClaimOnceAndFiguresInOrder) {
  EXPECT_TRUE(rc::check([] {
    Reconciler all;
    for (const auto& report : some_reports()) all.add(report.facts, report.claims);
    std::set<ClaimRef> seen;
    std::set<std::string> ids;
    for (const Incident& incident : all.incidents()) {
      RC_ASSERT(ids.insert(incident.id).second);
      RC_ASSERT(incident.origins <= incident.reports + incident.claims.size());
      for (const LinkedClaim& link : incident.claims) RC_ASSERT(seen.insert(link.claim).second);
      for (const Figure& figure : incident.figures) {
        if (figure.low && figure.best) RC_ASSERT(*figure.low <= *figure.best);
        if (figure.best && figure.high) RC_ASSERT(*figure.best <= *figure.high);
      }
    }
  }));
}

}  // namespace
}  // namespace attest
