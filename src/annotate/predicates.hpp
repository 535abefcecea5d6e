// Reads the files of resources/en/predicates/: which words say that something happened, and what their arguments mean.
#pragma once

#include <filesystem>

#include "annotate/inflection.hpp"
#include "annotate/resources.hpp"

namespace attest {

/// Adds the predicates of the folder's files, in name order, and all their forms to `resources`.
/// @errors not_found, bad_resource with file, line and reason
[[nodiscard]] Result<void> load_predicates(const std::filesystem::path& folder, const IrregularVerbs& irregular,
                                           Resources& resources);

}  // namespace attest
