// What every command needs before its work: where the resources are, and how to say that something is wrong.
#pragma once

#include <filesystem>
#include <string>

#include "attest/error.hpp"

namespace attest::cli {

/// Prints "attest: where: message" on stderr, always as one line.
void complain(const Error& error);

/// The resources folder: as given, else $ATTEST_RESOURCES, else beside the program, installed or in the source tree.
[[nodiscard]] std::filesystem::path resources_folder(const std::string& given);

}  // namespace attest::cli
