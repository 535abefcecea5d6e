// The chain of reviewers' acts: appended one by one, each with the hash of the one before, and checked as a whole.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "ledger/check.hpp"
#include "ledger/sqlite.hpp"
#include "reconcile/act.hpp"

namespace attest {

/// Appends an act: fills its seq, previous and hash. Must run inside a write transaction, in which whatever decided that
/// the act is right was read, too. @errors bad_ledger, io
[[nodiscard]] Result<Act> append_act(const Database& database, Act act);
/// The same in a transaction of its own, for acts that depend on nothing: views.
[[nodiscard]] Result<Act> append_act_alone(const Database& database, Act act);

/// The acts after `seq`, in their order. @errors bad_ledger (a value that this program does not know), io
[[nodiscard]] Result<std::vector<Act>> acts_after(const Database& database, std::int64_t seq);
/// The seq of the newest act; 0: there is none.
[[nodiscard]] Result<std::int64_t> newest_act(const Database& database);

struct CheckedActs {
  std::int64_t acts = 0, problems = 0;
  std::string head;  // hash of the newest act; empty: there is none
};

/// Checks that no act was changed, removed, inserted or moved, and that the newest is the one last remembered. A problem
/// has the place "act 7" and names the column.
/// @param expected  a head that somebody wrote down before: an act with this hash must be in the chain
/// @errors bad_ledger, io
[[nodiscard]] Result<CheckedActs> check_acts(const Database& database, std::optional<std::string_view> expected,
                                             const std::function<void(const Problem&)>& found);

}  // namespace attest
