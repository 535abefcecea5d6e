// Word documents (.docx, Office Open XML): paragraphs by their styles, lists, tables as rows of cells, notes at the end.
#pragma once

#include <string>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "read/read.hpp"

namespace attest {

/// Reads a Word document. Text that was deleted with changes tracked is left out, inserted text is read. The properties
/// (docProps/core.xml) count only where the text says nothing (origin "docx properties").
/// @errors damaged (a broken zip, no document in it, broken XML), encrypted, empty, too_large (kMaxReportBytes, also
///         unpacked)
[[nodiscard]] Result<Document> read_docx(std::string name, std::string bytes, const Hints& hints);

}  // namespace attest
