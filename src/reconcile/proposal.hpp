// From what a person wants done to an act that may be appended: names become anchors, and what cannot be is refused with the
// reason.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attest/error.hpp"
#include "reconcile/decisions.hpp"

namespace attest {

struct Proposal {
  ActKind act = ActKind::note;
  std::string incident;                // its id; may be empty where claims are named
  std::vector<std::string> incidents;  // to merge
  std::vector<std::string> claims;     // keys, "<document id>/c3"
  std::string field;                   // to correct
  std::optional<std::string> value;    // as JSON
  std::string reason;
  std::optional<std::int64_t> undoes;
  std::optional<std::int64_t> expects;  // the newest act that its author knew of
};

struct Proposed {
  Act act;                              // without seq, time, author and hashes
  std::optional<std::string> conflict;  // why it cannot be done any more: done already, merged or changed meanwhile
};

/// @param acts  those that `reviewed` was made from
/// @errors usage, bad_json (what is missing or wrong; `where` is the member), not_found (no such incident, claim or act)
[[nodiscard]] Result<Proposed> propose(const Proposal& proposal, const MachineRecord& machine, const Reviewed& reviewed,
                                       std::span<const Act> acts);

/// The ids of the incidents that an act is about, as they are now; ascending.
[[nodiscard]] std::vector<std::string> incidents_now(const Act& act, const MachineRecord& machine,
                                                     const Reviewed& reviewed);

}  // namespace attest
