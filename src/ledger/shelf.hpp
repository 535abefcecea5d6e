// A ledger as the shelf on which lineage looks for reports that share passages.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/sqlite.hpp"
#include "reconcile/lineage.hpp"

namespace attest {

/// Loads documents as far as their fingerprints need them: id, name, metadata, text and blocks; not their bytes.
class PrintedLoader {
 public:
  [[nodiscard]] static Result<PrintedLoader> prepare(const Database& database);
  /// @errors not_found, bad_ledger, io
  [[nodiscard]] Result<Document> load(const Database& database, std::int64_t key);

 private:
  Statement text_, metadata_, blocks_;
};

/// One thread at a time. It sees every document that was committed when it is asked, as it was when it was first loaded.
class LedgerShelf : public Shelf {
 public:
  /// @errors as Ledger::open
  [[nodiscard]] static Result<std::unique_ptr<LedgerShelf>> open(const std::filesystem::path& file);

  [[nodiscard]] Result<std::vector<Holder>> holders(std::uint64_t hash, std::size_t limit) const override;
  [[nodiscard]] Result<std::shared_ptr<const Shelved>> load(DocumentKey document) const override;
  /// The documents in the order in which they were kept, after `document`, at most `limit`.
  [[nodiscard]] Result<std::vector<DocumentKey>> documents_after(DocumentKey document, std::size_t limit) const;

 private:
  LedgerShelf() = default;
  Database database_;
  mutable Statement holders_, rank_, after_;
  mutable PrintedLoader loader_;
  mutable std::unordered_map<DocumentKey, std::shared_ptr<const Shelved>> loaded_;
  mutable std::size_t loaded_bytes_ = 0;  // of their texts
};

}  // namespace attest
