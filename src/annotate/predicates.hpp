// Reads resources/en/predicates.toml: which words say that something happened, and what their arguments mean.
#pragma once

#include <filesystem>

#include "annotate/inflection.hpp"
#include "annotate/resources.hpp"

namespace attest {

/// Adds the file's predicates and all their forms to `resources`.
/// @errors not_found, bad_resource with file, line and reason
[[nodiscard]] Result<void> load_predicates(const std::filesystem::path& file, const IrregularVerbs& irregular,
                                           Resources& resources);

}  // namespace attest
