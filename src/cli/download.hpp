// Files from the network: continued where they broke off, and unpacked only if they are whole.
#pragma once

#include <filesystem>
#include <string>

#include "attest/error.hpp"

namespace attest::cli {

/// Downloads to `file`. What an earlier attempt has left in "file.part" is continued, unless the server's file has
/// changed since. @errors unreadable (no such address, no connection, broken off: try again); io
[[nodiscard]] Result<void> download(const std::string& address, const std::filesystem::path& file, bool show_progress);

/// Unpacks one entry of a zip archive. @errors unreadable (not an archive, no such entry, damaged); io
[[nodiscard]] Result<void> unpack(const std::filesystem::path& archive, const std::string& entry,
                                  const std::filesystem::path& file);

}  // namespace attest::cli
