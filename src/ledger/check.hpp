// Is everything in a ledger as it was written? SQLite's own structure, every document's bytes, every span, the index.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "attest/error.hpp"

namespace attest {

/// Something that is wrong.
struct Problem {
  std::string place;    // "report-7 (4d0e3f…)" or "database"
  std::string field;    // "original", "text_hash", "claims c2 place", …
  std::string message;  // "is not what the id names"
  bool operator==(const Problem&) const = default;
};

struct Checked {
  std::int64_t documents = 0, claims = 0, problems = 0;
  bool index = true;  // false: the full-text index could not be checked, because the ledger is being written
};

/// Changes nothing.
/// @param found     is told every problem
/// @param progress  is called now and then
/// @errors those of Ledger::open
[[nodiscard]] Result<Checked> check_ledger(const std::filesystem::path& file,
                                           const std::function<void(const Problem&)>& found,
                                           const std::function<void(std::int64_t done, std::int64_t total)>& progress);

}  // namespace attest
