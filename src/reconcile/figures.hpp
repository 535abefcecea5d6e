// Low, best and high for each harm and population of an incident, by the rule attest-figures-1 (docs/methodology.md),
// and what each claim counts for.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attest/incident.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

struct Part {
  ClaimRole role = ClaimRole::triangulation;
  RoleReason reason = RoleReason::no_figure;
};

struct Reckoning {
  std::vector<Figure> figures;
  std::vector<Part> parts;  // one a testimony, same order
};

/// @param told     numbers of testimonies of one incident, in the order of publication
/// @param as_of    only what was published until then, if given
[[nodiscard]] Reckoning reckon(const Evidence& evidence, std::span<const std::uint32_t> told,
                               std::optional<Date> as_of = std::nullopt);

}  // namespace attest
