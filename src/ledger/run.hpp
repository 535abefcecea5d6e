// Writing a ledger: a run keeps documents with their claims, in batches that reach the disk whole or not at all.
// Nothing is reported as kept before commit() has returned.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attest/claim.hpp"
#include "attest/coder.hpp"
#include "attest/document.hpp"
#include "attest/error.hpp"
#include "attest/private_names.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// What became of a document: new; there already, under this name or another; or there, and its claims replaced
/// because the program, the resources or the metadata changed.
enum class Kept { added, known, recoded };

struct RunCounts {
  std::int64_t added = 0, known = 0, recoded = 0, failed = 0;
  bool operator==(const RunCounts&) const = default;
};

/// One thread at a time. Dropped without commit(), the open batch leaves no trace. After an error that run can do no
/// more: what was committed stays.
class LedgerRun {
 public:
  /// Opens or makes the ledger and records that a run has started.
  /// @param inputs      the inputs as given, a JSON array
  /// @param started_at  "2026-11-24T09:30:00Z"
  /// @errors bad_ledger (not one, damaged, newer), io (locked, read-only, no such folder, disk full)
  [[nodiscard]] static Result<LedgerRun> begin(const std::filesystem::path& file, const Coder& coder,
                                               std::string_view inputs, std::string_view started_at);
  LedgerRun(LedgerRun&&) noexcept;
  ~LedgerRun();

  /// Puts documents that were kept before there was a full-text index into it, in batches, and calls `progress(done,
  /// total)` after each.
  [[nodiscard]] Result<void> make_searchable(
      const std::function<void(std::int64_t done, std::int64_t total)>& progress);
  /// Keeps the document, its claims and the private names in it, or replaces the claims it has; for one that is up to date, only the name.
  /// @errors io, bad_ledger; so for all that follow
  [[nodiscard]] Result<Kept> keep(const Document& document, const std::vector<Claim>& claims,
                                  const PrivateNames& names = {});
  /// Records that a document that is up to date was met again.
  [[nodiscard]] Result<void> meet(const Document& document);
  /// Records an input that failed.
  [[nodiscard]] Result<void> note(const Error& error);
  /// Runs statements of others in the open batch: they reach the disk with the documents around them, or not at all.
  [[nodiscard]] Result<void> also(const std::function<Result<void>(const Database&)>& write);
  /// Brings everything so far to the disk.
  [[nodiscard]] Result<void> commit();
  /// Commits and records that the run is complete.
  [[nodiscard]] Result<void> end(std::string_view ended_at);

  [[nodiscard]] const RunCounts& counts() const;

 private:
  struct State;
  explicit LedgerRun(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace attest
