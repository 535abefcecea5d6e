// The tables of a ledger and how older ledgers become newer ones: a list of steps, never edited once released.
// docs/ledger.md describes the tables for people who query them.
#pragma once

#include <span>
#include <string_view>

namespace attest {

/// "atst", in the header of every ledger file, so that another SQLite database is not taken for one.
inline constexpr int kLedgerApplicationId = 0x61747374;

/// Step i brings a ledger of version i to version i + 1. Each runs in one transaction.
[[nodiscard]] std::span<const std::string_view> ledger_migrations();

/// The version that this program writes, and the newest it reads.
[[nodiscard]] inline int ledger_version() { return static_cast<int>(ledger_migrations().size()); }

}  // namespace attest
