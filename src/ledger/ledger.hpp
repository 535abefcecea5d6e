// Reading a ledger: documents with their unaltered bytes, the claims read from them and who coded them, in one
// SQLite file. docs/ledger.md describes the tables.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "ledger/entry.hpp"
#include "ledger/load.hpp"
#include "ledger/search.hpp"

namespace attest {

/// A document as it was kept, with its claims.
struct Record {
  Document document;
  std::vector<Claim> claims;
  Entry entry;
};

/// One thread at a time; another Ledger, or a LedgerRun, may use the same file meanwhile.
class Ledger {
 public:
  /// Changes nothing in the file. @errors not_found, bad_ledger (not one, damaged, newer), io (locked, no permission)
  [[nodiscard]] static Result<Ledger> open(const std::filesystem::path& file);

  /// The document with this id, if it was committed. @errors bad_ledger, io; so for all that follow
  [[nodiscard]] Result<std::optional<Entry>> find(std::string_view id) const;
  /// The ids of all documents in the order in which they were kept.
  [[nodiscard]] Result<std::vector<std::string>> ids() const;
  /// The ids of the documents that `word` means: their name, with or without ".txt", or else the beginning of their
  /// id (at least 4 digits).
  [[nodiscard]] Result<std::vector<std::string>> ids_of(std::string_view word) const;
  /// @errors not_found; bad_ledger if the kept bytes are not those that the id names
  [[nodiscard]] Result<Record> load(std::string_view id) const;
  /// A document without its original bytes, by its row; nothing if there is none. @errors bad_ledger, io
  [[nodiscard]] Result<std::optional<ArticleLoader::Article>> article(std::int64_t key) const;
  /// The documents that a full-text query finds. @errors usage: the query cannot be understood, at which character
  [[nodiscard]] Result<SearchAnswer> search(const SearchQuestion& question) const;
  /// The rows of all documents that a full-text query finds, ascending. @errors usage, as search
  [[nodiscard]] Result<std::vector<std::int64_t>> matching(std::string_view query) const;
  /// Calls `take(from, claim)` for every claim of one moment of the ledger, in the order in which the documents were
  /// kept and in that of their text; ends with the first error of `take`. `from` tells what is known of the document
  /// but its text, its blocks and its other names, and lives for the call. Memory does not grow with the ledger; what
  /// is written meanwhile waits in SQLite's log until the last claim is taken, so a slow `take` makes that log long.
  [[nodiscard]] Result<void> for_each_claim(
      const std::function<Result<void>(const Entry& from, Claim claim)>& take) const;

 private:
  Ledger(Database database, EntryFinder finder) : database_(std::move(database)), finder_(std::move(finder)) {}

  Database database_;
  mutable EntryFinder finder_;                     // after the database: it goes first
  mutable std::optional<ArticleLoader> articles_;  // made when it is first asked for
};

}  // namespace attest
