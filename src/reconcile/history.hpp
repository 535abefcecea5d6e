// How the figures of an incident came to be what they are: each change with the day of publication and the claim
// behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "attest/incident.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

struct HistoryStep {
  std::optional<Date> published;  // none: reports without a date, which come last
  Figure figure;                  // as it stood after that day
  std::optional<ClaimRef> because;
  bool operator==(const HistoryStep&) const = default;
};

/// Steps in the order of publication, and of Incident::figures within a day.
/// @param told  numbers of the incident's testimonies, in the order of publication
[[nodiscard]] std::vector<HistoryStep> history_of(const Evidence& evidence, std::span<const std::uint32_t> told);
[[nodiscard]] std::vector<HistoryStep> history_of(const Evidence& evidence, const Incident& incident);

/// The numbers of the incident's testimonies, in the order of Incident::claims.
[[nodiscard]] std::vector<std::uint32_t> testimonies_of(const Evidence& evidence, const Incident& incident);

}  // namespace attest
