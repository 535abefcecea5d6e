// Reading files whole, with errors that say in one line what is wrong and where.
#pragma once

#include <filesystem>
#include <string>

#include "attest/error.hpp"

namespace attest {

/// A report above this size is refused: no news report is, and memory must stay bounded.
inline constexpr std::size_t kMaxReportBytes = std::size_t{64} << 20U;

/// @errors not_found; unreadable (permission, a folder); too_large (over `limit` bytes)
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit = kMaxReportBytes);

}  // namespace attest
