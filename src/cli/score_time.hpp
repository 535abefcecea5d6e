// attest score time: the expressions of time that are found, held against marked ones.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/commands.hpp"

namespace attest::cli {

/// @param is_wanted  of a document's name
/// @param errors     so many differences are listed
[[nodiscard]] Exit score_time(const std::vector<std::string>& files,
                              const std::function<bool(const std::string&)>& is_wanted, std::size_t errors);

}  // namespace attest::cli
