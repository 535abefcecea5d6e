// Reads reports with what the command line and the metadata file know about them.
#pragma once

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "cli/inputs.hpp"
#include "cli/metadata.hpp"
#include "read/report_stream.hpp"

namespace attest::cli {

/// Reads a report with what is known about it from outside. Safe to call from many threads.
/// @param otherwise  counts where `hints` say nothing
/// @errors those of read_file and read_as, at the report's place
[[nodiscard]] Result<Document> read_report(const Report& report, const HintBook& hints, const Hints& otherwise = {});

}  // namespace attest::cli
