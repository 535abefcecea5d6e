// Is everything in a ledger as it was written? SQLite's own structure, every row by its seal, every document's bytes,
// every span, figure and name, the chain of acts, the full-text index.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/document.hpp"
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
  std::int64_t documents = 0, claims = 0, acts = 0, problems = 0;
  std::string head;   // the hash of the newest act; empty: there is none
  bool index = true;  // false: the full-text index could not be checked, because the ledger is being written
};

/// What a check needs besides the ledger.
struct CheckQuestion {
  /// Which claims of a document quote words that do not say their number; nothing: not asked.
  std::function<std::vector<std::string>(const Document&, const std::vector<Claim>&)> figures;
  std::optional<std::string> head;  // an act with this hash must be in the chain
};

/// Changes nothing. What is written meanwhile is not seen, and waits in SQLite's log until the end.
/// @param found     is told every problem
/// @param progress  is called now and then
/// @errors those of Ledger::open
[[nodiscard]] Result<Checked> check_ledger(const std::filesystem::path& file, const CheckQuestion& question,
                                           const std::function<void(const Problem&)>& found,
                                           const std::function<void(std::int64_t done, std::int64_t total)>& progress);

}  // namespace attest
