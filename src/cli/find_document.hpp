// The one document of a ledger that a word on the command line means.
#pragma once

#include <string>

#include "ledger/ledger.hpp"

namespace attest::cli {

/// @param file  the ledger's name, for errors
/// @param word  a name, with or without ".txt", or the beginning of an id
/// @errors not_found; usage when several documents are meant, naming their ids; bad_ledger, io
[[nodiscard]] Result<Record> find_document(const Ledger& ledger, const std::string& file, const std::string& word);

/// The first digits of an id, as they are shown to people.
[[nodiscard]] inline std::string short_id(std::string_view id) { return std::string(id.substr(0, 12)); }

}  // namespace attest::cli
