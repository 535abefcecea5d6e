// Deciding: what a person wants is checked against the record as it is at that moment, and appended to the chain, in one
// transaction, so that two reviewers never overlook each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/acts.hpp"
#include "reconcile/proposal.hpp"

namespace attest {

/// Who acts, and when.
struct Author {
  std::string name, role;
  std::string at;  // "2026-11-26T09:30:00Z"
};

struct Decided {
  Act act;
  std::vector<std::string> incidents;   // that it is about, by their ids now
  std::optional<std::string> conflict;  // why nothing was appended
};

/// @param database  open for writing  @errors of propose; usage: no name; bad_ledger, io
[[nodiscard]] Result<Decided> decide(const Database& database, const MachineRecord& machine, const Proposal& proposal,
                                     const Author& author);

}  // namespace attest
