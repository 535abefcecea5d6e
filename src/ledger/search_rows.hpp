// Keeps the full-text index in step with the documents. The index knows only what it is told: what is taken out must be
// exactly what was put in, so both happen here, in the batch that changes the document.
#pragma once

#include <cstdint>

#include "attest/document.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// One thread at a time. All functions report bad_ledger and io.
class SearchWriter {
 public:
  [[nodiscard]] static Result<SearchWriter> prepare(const Database& database);

  /// Makes a document findable that is not yet.
  [[nodiscard]] Result<void> add(std::int64_t key, const Document& document);
  /// Before the document's text or title changes.
  [[nodiscard]] Result<void> forget(std::int64_t key);
  /// Adds up to `limit` of the documents that were kept before there was an index; how many these were.
  [[nodiscard]] Result<std::int64_t> catch_up(std::int64_t limit);

 private:
  Statement add_, forget_, strike_, list_, add_listed_;
};

}  // namespace attest
