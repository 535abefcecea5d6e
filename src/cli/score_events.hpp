// attest score place, for event data: where a name of a place is put, held against where UCDP's coders have put it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "attest/error.hpp"
#include "cli/gazetteers.hpp"

namespace attest::cli {

/// Scores tables of UCDP's event data (CSV, by their column where_coordinates): one block of figures a file, and the
/// first `errors` names that are put elsewhere. @errors those of the files and of the gazetteers
[[nodiscard]] Result<std::string> score_event_places(const std::vector<std::string>& files,
                                                     const GazetteerOptions& gazetteers, std::size_t errors);

}  // namespace attest::cli
