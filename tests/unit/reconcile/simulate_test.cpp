#include "reconcile/simulate.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "reconcile/bcubed.hpp"
#include "reconcile/reconciler.hpp"

namespace attest {
namespace {

TEST(Simulate, TheSameSeedGivesTheSameReports) {
  std::vector<std::vector<Claim>> first, second;
  for (auto* run : {&first, &second})
    (void)simulate({4, 50, Noise::high}, [&](SimulatedReport report) { run->push_back(std::move(report.claims)); });
  EXPECT_EQ(first, second);
  EXPECT_FALSE(first.empty());
}

/// B-cubed F1 of the claims of a small simulated war.
double f1(Noise noise) {
  Reconciler all;
  std::vector<std::optional<std::uint32_t>> truth;
  (void)simulate({11, 400, noise}, [&](const SimulatedReport& report) {
    all.add(report.facts, report.claims);
    truth.insert(truth.end(), report.truth.begin(), report.truth.end());
  });
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> found(truth.size(), kNone);
  std::uint32_t number = 0;
  all.each_incident([&](const Incident& incident) {
    for (const LinkedClaim& link : incident.claims)
      found[all.evidence().reports[link.claim.report].first + link.claim.claim] = number;
    ++number;
  });
  std::vector<std::uint32_t> is, was;
  for (std::size_t i = 0; i < truth.size(); ++i)
    if (truth[i]) {
      is.push_back(*truth[i]);
      was.push_back(found[i] == kNone ? number++ : found[i]);
    }
  return b_cubed(is, was).f1();
}

TEST(Simulate, GroupsAtEveryNoise) {
  EXPECT_GT(f1(Noise::low), 0.95);
  EXPECT_GT(f1(Noise::moderate), 0.88);
  EXPECT_GT(f1(Noise::high), 0.75);
}

}  // namespace
}  // namespace attest
