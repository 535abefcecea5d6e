// The statements that write one document with all that belongs to it. They run inside a batch of LedgerRun.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "attest/private_names.hpp"
#include "ledger/fingerprint_rows.hpp"
#include "ledger/search_rows.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// One thread at a time. All functions report bad_ledger and io.
class DocumentWriter {
 public:
  [[nodiscard]] static Result<DocumentWriter> prepare(const Database& database);

  /// Adds the document alone, as kept and coded by `run`; returns its row.
  [[nodiscard]] Result<std::int64_t> add(const Database& database, const Document& document, std::int64_t run);
  /// Takes away what the last coding made of the document: all but its bytes, its name and where it was met.
  [[nodiscard]] Result<void> forget(std::int64_t key, const Document& document, std::int64_t run);
  /// Adds metadata, blocks, private names, fingerprint, claims and what is searched.
  [[nodiscard]] Result<void> add_parts(std::int64_t key, const Document& document, const std::vector<Claim>& claims,
                                       const PrivateNames& names);
  /// Makes older documents findable, at most `limit`; how many these were, 0 at the end.
  [[nodiscard]] Result<std::int64_t> make_searchable(std::int64_t limit) { return search_.catch_up(limit); }
  /// Records that the document was met under this name; again is no difference.
  [[nodiscard]] Result<void> meet(std::int64_t key, const std::string& name, std::int64_t run);

 private:
  [[nodiscard]] Result<void> add_names(std::int64_t key, const PrivateNames& names);
  [[nodiscard]] Result<void> add_claims(std::int64_t key, const std::vector<Claim>& claims);

  Statement add_document_, change_document_, forget_metadata_, forget_blocks_, forget_claims_;
  Statement forget_names_, add_name_, add_metadatum_, add_block_, add_claim_, add_derivation_, add_via_, add_sighting_;
  SearchWriter search_;
  FingerprintWriter fingerprints_;
};

}  // namespace attest
