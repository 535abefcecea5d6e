// The values that a document carries about itself, as rows (field, value, origin, span) and back.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "attest/document.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// Calls `row(field, value, origin, span)` for every value that is known; a date is written as ISO 8601.
void for_each_metadatum(const Document& document,
                        const std::function<void(std::string_view field, const Sourced<std::string>&)>& row);

/// Puts a value back into its field. False for a field or a date that is none.
[[nodiscard]] bool set_metadatum(Document& document, std::string_view field, Sourced<std::string> value);

}  // namespace attest
