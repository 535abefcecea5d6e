// What reviewers decided, applied to what the machine made: incidents with their state, corrected, merged and split, and
// what no longer fits. The machine's incidents stay as they are; only those that acts touch are made anew. Acts find their
// claims by their anchors, so decisions survive a new coding (docs/review.md has the rules).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attest/review_note.hpp"
#include "reconcile/history.hpp"
#include "reconcile/machine_record.hpp"

namespace attest {

/// Why a decision no longer fits what the machine has. It stays in effect as far as it can.
enum class Misfit {
  claim_gone,     // a claim that it names is no longer made
  value_changed,  // the machine now reads another value, and not the corrected one either
  fell_apart,     // the claims of the incident lie in several now
  has_grown       // the incident has claims that it did not have when it was accepted or rejected
};
template <>
struct Names<Misfit> {
  static constexpr auto values =
      std::to_array<std::string_view>({"claim-gone", "value-changed", "fell-apart", "has-grown"});
};

struct Conflict {
  std::int64_t seq = 0;  // of the act
  Misfit misfit = Misfit::claim_gone;
  std::string message;  // "the machine now reads 14, where it read 12"
  bool operator==(const Conflict&) const = default;
};

struct Correction {
  ClaimRef claim;
  ClaimField field = ClaimField::count;
  std::string machine, after;  // the machine's value now, and the corrected one, as JSON
  std::int64_t seq = 0;        // of the act
  std::string conflict;        // why it no longer fits; empty: it does
  bool operator==(const Correction&) const = default;
};

/// An incident that acts touch, as its reviewers have it.
struct ReviewedIncident {
  Incident incident;
  ReviewNote note;
  std::vector<Correction> corrections;  // in effect, in the order of the claims and fields
  std::vector<std::int64_t> acts;       // that are about it or its claims, undone ones too, ascending
  std::vector<Conflict> conflicts;      // ascending
  std::vector<std::uint32_t> machine;   // the machine's incidents whose claims it has, ascending
  bool operator==(const ReviewedIncident&) const = default;
};

/// What acts change in the machine's values of claims, by testimony.
struct Amendments {
  std::map<std::uint32_t, std::map<ClaimField, std::string>> values;  // as JSON
  std::set<std::uint32_t> excluded;
};

struct Reviewed {
  std::vector<ReviewedIncident> incidents;  // in the order of is_sooner
  std::vector<std::uint32_t> replaced;      // numbers of the machine's incidents in whose place these stand, ascending
  std::vector<Conflict> conflicts;          // of all acts, ascending
  std::map<std::string, std::string, std::less<>> forwarded;  // an id that is gone -> the id it went into
  std::map<std::int64_t, std::int64_t> undone;                // the seq of an act -> of the one that undoes it
  Amendments amendments;
  std::map<std::string, std::uint32_t, std::less<>> by_id;  // numbers in `incidents`
  std::unordered_map<std::uint32_t, std::uint32_t> by_testimony;

  [[nodiscard]] const ReviewedIncident* find(std::string_view id) const;
  [[nodiscard]] bool is_replaced(std::uint32_t machine) const;
  [[nodiscard]] ActStanding standing_of(const Act& act) const;
  /// The id under which an incident is shown now: its own, or that into which it went. Nothing: there never was one.
  [[nodiscard]] std::optional<std::string> shown_as(std::string_view id, const MachineRecord& machine) const;
  /// The id of the incident that has this testimony of the machine's.
  [[nodiscard]] std::optional<std::string> incident_of(std::uint32_t testimony, const MachineRecord& machine) const;
};

/// @param acts  in the order of their seq
[[nodiscard]] Reviewed apply_decisions(const MachineRecord& machine, std::span<const Act> acts);

/// All incidents, in the order of is_sooner: the machine's that no act touches, and the reviewed ones.
[[nodiscard]] std::vector<const Incident*> all_incidents(const MachineRecord& machine, const Reviewed& reviewed);

/// How the figures came to be with the decisions in force: corrected claims count as corrected from the day of their report.
[[nodiscard]] std::vector<HistoryStep> history_of(const MachineRecord& machine, const Reviewed& reviewed,
                                                  const Incident& incident);

}  // namespace attest
