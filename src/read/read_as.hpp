// One door to all readers: bytes whose format is known become a Document. A new reader of a single report adds its
// line here and in is_readable(); a new kind of container goes into report_stream.
#pragma once

#include <string>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "read/format.hpp"
#include "read/read.hpp"

namespace attest {

/// Reads one report, and finds its language.
/// @param name  the input's id or file name, used in errors and as the claim's `doc`
/// @errors unsupported for a format that this version does not read, else those of the format's reader
[[nodiscard]] Result<Document> read_as(Format format, std::string name, std::string bytes, const Hints& hints);

}  // namespace attest
