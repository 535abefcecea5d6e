// What a ledger tells about a document without its text, and whether that document must be coded again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/coder.hpp"
#include "attest/document.hpp"
#include "attest/error.hpp"
#include "attest/private_names.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

struct Entry {
  std::int64_t key = 0;  // its row in the ledger
  Document about;        // id, name, encoding, text_hash and metadata; original, text and blocks are empty
  Coder coder;
  std::int64_t claims = 0;
  PrivateNames names;                    // only of a loaded record, and of for_each_claim
  std::vector<std::string> other_names;  // the same bytes were also met under these
};

/// What read_entry reads, of "documents JOIN runs ON run = coded_by".
inline constexpr std::string_view kEntryColumns = "document, id, name, encoding, text_hash, program, resources";
/// What read_metadatum reads, of metadata.
inline constexpr std::string_view kMetadatumColumns = "field, value, origin, text_begin, text_end";

/// An entry without its metadata, its number of claims and its other names.
[[nodiscard]] Entry read_entry(Statement& row);
/// @errors bad_ledger for a field or a date that is none
[[nodiscard]] Result<void> read_metadatum(Statement& row, const Database& database, Document& about);

/// Finds documents by their ids with statements that are compiled once. Lives shorter than its database; one thread at
/// a time.
class EntryFinder {
 public:
  [[nodiscard]] static Result<EntryFinder> prepare(const Database& database);
  /// The document with this id, if it is there. @errors bad_ledger, io
  [[nodiscard]] Result<std::optional<Entry>> find(const Database& database, std::string_view id);

 private:
  Statement document_, metadata_, names_;
};

/// Whether what is kept needs no new coding: same version of program and resources, and no value of
/// `document` that the user has said and that is not already known.
[[nodiscard]] bool is_up_to_date(const Entry& entry, const Document& document, const Coder& coder);

/// bad_ledger: `what` holds a value that this program does not know.
[[nodiscard]] tl::unexpected<Error> unknown_value(const Database& database, std::string_view what);

}  // namespace attest
