// Claims as RFC 4180 rows for spreadsheets and statistics: one column a value, as docs/output.md lists them.
#pragma once

#include <string>
#include <string_view>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "base/utf8.hpp"

namespace attest {

/// Appends one value and nothing around it. Quoted where RFC 4180 asks for it. A value that a spreadsheet would take
/// for a formula gets an apostrophe before it; so does one that only differs by leading apostrophes, which keeps
/// the way back exact: drop one apostrophe from a value of apostrophes followed by = + - @ tab or line end.
void append_csv_value(std::string& out, std::string_view value);

/// Appends the names of the columns.
void append_csv_header(std::string& out);

/// Appends one claim as a row. Unknown is an empty value. Parameters as for append_json_line.
void append_csv_row(std::string& out, const Claim& claim, const Document& document, const CodePointIndex& index,
                    std::string_view coder);

}  // namespace attest
