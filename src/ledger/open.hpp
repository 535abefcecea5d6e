// Opening a ledger: first whether the file is one and of a version that this program knows, then everything else.
// A file that is no ledger is never changed.
#pragma once

#include <filesystem>

#include "ledger/sqlite.hpp"

namespace attest {

/// For writing: makes a missing file, and brings an older ledger to this program's version in one transaction.
/// @errors bad_ledger (not one, damaged, newer), io (locked, read-only, no such folder, disk full); not_found for reading
[[nodiscard]] Result<Database> open_ledger(const std::filesystem::path& file, Database::Mode mode);

}  // namespace attest
