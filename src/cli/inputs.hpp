// What the words on the command line mean: files, folders, patterns and standard input become a list of inputs
// in an order that depends on nothing but their names.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"

namespace attest::cli {

/// A file to be read; "-" is standard input.
struct Input {
  std::string path;
  std::string name;  // what it is called in results: the file's name, in a folder the path from there; UTF-8
  bool operator==(const Input&) const = default;
};

/// The inputs in the order of the words. A folder stands for the *.txt, *.jsonl and *.ndjson files in it and in its
/// folders, sorted by path; names that begin with a dot and linked folders are passed over. A word that names no file
/// but has * ? or [ in it stands for what it matches, sorted. What cannot be found or opened stands as an error at
/// its place.
[[nodiscard]] std::vector<Result<Input>> expand(std::span<const std::string> words);

/// Whether a file of this name holds one report a line.
[[nodiscard]] bool is_json_lines(std::string_view path);

/// File names and arguments are bytes; results are UTF-8. Bytes that are not become U+FFFD.
[[nodiscard]] std::string as_utf8(std::string bytes);

}  // namespace attest::cli
