// How long a simulated war of so many incidents takes to be put together, and one report more: bench/README.md.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "reconcile/reconciler.hpp"
#include "reconcile/simulate.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

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
}
