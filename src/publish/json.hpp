// Claims as JSON lines: the shape that docs/output.md defines and docs/claim.schema.json checks.
// Written by hand because it is the busiest output: no tree is built, a claim is appended to one string.
#pragma once

#include <string>
#include <string_view>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "attest/explanation.hpp"
#include "base/utf8.hpp"

namespace attest {

/// Appends `utf8` as a JSON string with its quotes. Control characters are escaped, all else is kept as it is.
void append_json_string(std::string& out, std::string_view utf8);

/// Appends one claim as one line of JSON, with its "\n".
/// @param index  the code-point index of `document.text`; the claim's spans must lie inside that text
/// @param coder  Coder::to_string()
/// @param why    if not null, follows as the member "explain"
void append_json_line(std::string& out, const Claim& claim, const Document& document, const CodePointIndex& index,
                      std::string_view coder, const Explanation* why = nullptr);

/// The same object without its end, for who adds members: `{"doc":…,"coder":"…"`. A claim without a label has a null
/// incident.
void begin_claim_json(std::string& out, const Claim& claim, const Document& document, const CodePointIndex& index,
                      std::string_view coder);

}  // namespace attest
