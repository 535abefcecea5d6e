// Copies that are found held against reports that were edited on purpose (scripts/make-edits).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "attest/error.hpp"

namespace attest::cli {

/// The table of figures, after the first `errors` pairs that were judged wrongly.
/// @errors not_found, unreadable; bad_json for a line of another shape or a link to a report that is not there
[[nodiscard]] Result<std::string> score_copies(const std::vector<std::string>& files, std::size_t errors);

}  // namespace attest::cli
