// Fingerprints as rows of the ledger: written with their document, in one batch.
#pragma once

#include <cstdint>
#include <string_view>

#include "attest/document.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// One thread at a time. All functions report bad_ledger and io.
class FingerprintWriter {
 public:
  [[nodiscard]] static Result<FingerprintWriter> prepare(const Database& database);

  [[nodiscard]] Result<void> add(std::int64_t key, const Document& document);
  [[nodiscard]] Result<void> forget(std::int64_t key);

 private:
  Statement add_print_, add_hash_, find_print_, forget_print_, forget_hash_;
};

/// Does the index of shingles hold what the fingerprints hold, and nothing else?
[[nodiscard]] Result<bool> shingles_agree(const Database& database);

/// Makes the fingerprints of documents that have none yet, some hundreds in a transaction: what is cut off goes on
/// with the next call.
[[nodiscard]] Result<void> print_the_unprinted(const Database& database);

}  // namespace attest
