// PDF files: text in reading order, headers and footers apart, hyphens undone, tables as rows of cells.
#pragma once

#include <string>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "read/read.hpp"

namespace attest {

/// Reads a PDF. What its information dictionary says counts only where the text itself says nothing (origin "pdf info").
/// @errors damaged, encrypted, empty (images only: scanned pages), too_large (kMaxReportBytes, kMaxPdfPages)
[[nodiscard]] Result<Document> read_pdf(std::string name, std::string bytes, const Hints& hints);

}  // namespace attest
