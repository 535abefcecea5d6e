// What the words on the command line mean: files, folders, patterns and standard input become a list of inputs
// in an order that depends on nothing but their names.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "attest/error.hpp"
#include "read/report_stream.hpp"

namespace attest::cli {

/// The inputs in the order of the words. A folder stands for the files in it and in its folders whose names are those
/// of reports or of what holds reports, sorted by path; names that begin with a dot and linked folders are passed over. A word that names no file
/// but has * ? or [ in it stands for what it matches, sorted. What cannot be found or opened stands as an error at
/// its place.
[[nodiscard]] std::vector<Result<Input>> expand(std::span<const std::string> words);

}  // namespace attest::cli
