// Web pages: bytes to Document. The report is found in the page, its blocks are kept, and every word of it is traced
// back to the bytes of the saved page.
#pragma once

#include <string>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "read/read.hpp"

namespace attest {

/// Reads a saved page. What the hints say wins over what the page says of itself.
/// @param name  the input's id or file name, used in errors and as the claim's `doc`
/// @errors empty (no text: only scripts, only frames), binary, too_large (over kMaxReportBytes, or more markup than
///         any real page has)
[[nodiscard]] Result<Document> read_html(std::string name, std::string bytes, const Hints& hints);

}  // namespace attest
