// What a ledger holds, in figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attest/error.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

struct LedgerStats {
  /// What and how often, the most frequent first.
  using Counts = std::vector<std::pair<std::string, std::int64_t>>;

  std::int64_t documents = 0, with_claims = 0, not_indexed = 0;
  std::int64_t claims = 0;
  Counts kinds, countries;                                     // of claims
  Counts outlets, languages;                                   // of documents that tell
  std::optional<std::string> first_published, last_published;  // ISO 8601
  std::int64_t undated = 0;
  std::int64_t runs = 0, runs_cut_off = 0;
  std::optional<std::string> last_run;                // when it started
  std::int64_t failures = 0;                          // of all runs
  Counts reasons;                                     // of failures
  std::int64_t file_bytes = 0, free_bytes = 0;        // of the file; what attest ledger vacuum gives back
  std::int64_t original_bytes = 0, packed_bytes = 0;  // of the documents, as they came and as they are kept
};

/// Of one moment. @errors bad_ledger, io
[[nodiscard]] Result<LedgerStats> ledger_stats(const Database& database);

}  // namespace attest
