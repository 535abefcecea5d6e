// Gives the space of what was replaced back to the disk and puts a ledger in order. Nothing else changes.
#pragma once

#include <cstdint>
#include <filesystem>

#include "attest/error.hpp"

namespace attest {

struct Vacuumed {
  std::uintmax_t bytes_before = 0, bytes_after = 0;  // of the file and of SQLite's log
};

/// Rewrites the file in one transaction: killed at any moment, the ledger is the old one or the new one.
/// Takes as much free space again as the ledger has, and more in SQLite's temporary folder.
/// @errors not_found; bad_ledger (not one, damaged, other version); io (a run is writing it, locked, disk full)
[[nodiscard]] Result<Vacuumed> vacuum_ledger(const std::filesystem::path& file);

}  // namespace attest
