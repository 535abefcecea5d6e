// An invented war whose truth is known: incidents in space and time, and what agencies, monitors and ministries make of
// them, with delays, partial tolls, round and vague numbers, wrong places and dates, copies and follow-ups at stated rates.
// It measures how well reports are put together again; docs/quality.md has the figures and the rates.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "attest/claim.hpp"
#include "attest/incident.hpp"

namespace attest {

enum class Noise { low, moderate, high };
template <>
struct Names<Noise> {
  static constexpr auto values = std::to_array<std::string_view>({"low", "moderate", "high"});
};

struct Simulation {
  std::uint64_t seed = 1;
  std::uint32_t incidents = 1000;
  Noise noise = Noise::moderate;
};

struct TrueIncident {
  Date day;
  LatLon position;
  std::int64_t killed = 0, injured = 0, civilians = 0, children = 0;
};

struct SimulatedReport {
  ReportFacts facts;
  std::vector<Claim> claims;
  std::vector<std::optional<std::uint32_t>> truth;  // of each claim the number of its incident; none: a total or stock
};

/// The same options give the same reports everywhere. @return the true incidents, by their numbers
std::vector<TrueIncident> simulate(const Simulation& options, const std::function<void(SimulatedReport)>& take);

}  // namespace attest
