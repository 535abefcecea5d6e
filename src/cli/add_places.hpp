// Tables of places into a gazetteer file: what `attest gazetteer add` and `fetch` have in common.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "attest/error.hpp"

namespace attest::cli {

/// Adds tables to the gazetteer `target`, made where there is none, and replaces it as a whole. Broken lines are told
/// on standard error, or with `strict` refused. Returns what was done, as lines for people.
/// @errors those of read_places() and Gazetteer::open(); io
[[nodiscard]] Result<std::string> add_tables(const std::vector<std::string>& files, const std::filesystem::path& target,
                                             bool strict);

}  // namespace attest::cli
