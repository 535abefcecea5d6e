// What the machine made of a ledger, with what it takes to find again, after any new coding, the claims and incidents that
// people decided about.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "reconcile/act.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

inline constexpr std::uint32_t kNoIncident = std::numeric_limits<std::uint32_t>::max();

/// Immutable; threads may share it.
class MachineRecord {
 public:
  /// @param incidents  as Reconciler::incidents() gives them. Both must outlive the record.
  MachineRecord(const Evidence& evidence, std::span<const Incident> incidents);

  [[nodiscard]] const Evidence& evidence() const { return *evidence_; }
  [[nodiscard]] std::span<const Incident> incidents() const { return incidents_; }

  /// The number of a testimony's incident, or kNoIncident.
  [[nodiscard]] std::uint32_t incident_of(std::uint32_t testimony) const { return incident_of_[testimony]; }
  [[nodiscard]] std::uint32_t testimony_of(const ClaimRef& claim) const {
    return evidence_->reports[claim.report].first + claim.claim;
  }
  /// The testimonies of an incident, in the order of its claims.
  [[nodiscard]] std::vector<std::uint32_t> told(std::uint32_t incident) const;
  /// The number of the incident with this id.
  [[nodiscard]] std::optional<std::uint32_t> find_incident(std::string_view id) const;

  [[nodiscard]] ClaimAnchor anchor(std::uint32_t testimony) const;
  [[nodiscard]] std::vector<ClaimAnchor> anchors(std::span<const std::uint32_t> testimonies) const;
  /// The claim of the document with the same kind and words; if those words have changed and it was and is the only one
  /// with this kind and trigger, that one.
  [[nodiscard]] std::optional<std::uint32_t> find(const ClaimAnchor& anchor) const;
  /// A claim by its key, "<document id>/c3".
  [[nodiscard]] std::optional<std::uint32_t> find_claim(std::string_view key) const;

 private:
  using ByHash = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // sorted

  [[nodiscard]] std::optional<std::uint32_t> report_of(std::string_view document) const;

  const Evidence* evidence_;
  std::span<const Incident> incidents_;
  std::vector<std::uint32_t> incident_of_;  // by testimony
  ByHash reports_, ids_;
};

/// "<document id>/c3".
[[nodiscard]] std::string claim_key(const ClaimAnchor& claim);

}  // namespace attest
