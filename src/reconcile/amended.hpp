// The evidence of one incident as its reviewers have it: a small copy with their values, from which it is made anew by the
// same rules as any other.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reconcile/decisions.hpp"
#include "reconcile/machine_record.hpp"

namespace attest {

struct Amended {
  Evidence evidence;
  std::vector<std::uint32_t> told;     // all claims of the incident, in the order of publication
  std::vector<std::uint32_t> reports;  // the machine's number of each report

  [[nodiscard]] ClaimRef in_machine(ClaimRef claim) const { return {reports[claim.report], claim.claim}; }
};

/// A part that was split from its whole counts for itself.
/// @param told  testimonies of the machine's evidence that make up the incident, in any order
[[nodiscard]] Amended amended(const MachineRecord& machine, std::span<const std::uint32_t> told,
                              const Amendments& amendments);

/// The incident that these testimonies make. Its id is that of the earliest claim which the machine reads as having
/// occurred, whatever reviewers say of it, so that their work moves no links.
/// @return  nothing where no claim is left that says that it occurred
[[nodiscard]] std::optional<Incident> make_amended(const MachineRecord& machine, std::span<const std::uint32_t> told,
                                                   const Amendments& amendments);

/// See above. @param told  not empty, in any order
[[nodiscard]] std::string steady_id(const Evidence& evidence, std::span<const std::uint32_t> told);

}  // namespace attest
