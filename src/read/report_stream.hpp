// From inputs to reports: a text file is one, a JSON-lines file is one a line. Files are opened when their turn
// comes and lines are read one by one, so that memory does not grow with the number of reports.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attest/error.hpp"
#include "base/files.hpp"
#include "read/format.hpp"
#include "read/read.hpp"

namespace attest {

/// A file to be read; "-" is standard input.
struct Input {
  std::string path;
  std::string name;  // what it is called in results: the file's name, in a folder the path from there; UTF-8
  bool operator==(const Input&) const = default;
};

/// A report that has not been read yet.
struct Report {
  std::string name;                  // "a.txt", "a.jsonl:7"
  std::string where;                 // its place in errors: "reports/a.txt", "reports/a.jsonl:7"
  std::string path;                  // the file to read, unless the bytes are here
  std::optional<std::string> bytes;  // of a line or a member, or all of standard input
  Format format = Format::text;
  Hints hints;  // what its container says about it
};

/// The reports of the inputs, in order. One thread at a time.
class ReportStream {
 public:
  explicit ReportStream(std::vector<Result<Input>> inputs) : inputs_(std::move(inputs)) {}
  /// The next report, or what is wrong with the next input or line; nothing at the end.
  [[nodiscard]] std::optional<Result<Report>> next();

 private:
  [[nodiscard]] Result<std::optional<Report>> open(const Input& input);
  void start_lines(Descriptor file, const Input& input, std::string where, std::string ahead);
  [[nodiscard]] std::optional<Result<Report>> next_line();

  std::vector<Result<Input>> inputs_;
  std::size_t next_input_ = 0;
  std::optional<LineReader> lines_;  // of the JSON-lines input that is being read
  std::string lines_name_, lines_where_;
  bool any_line_ = false;
};

/// The report's bytes, read from its file if they are not here yet. @errors those of read_file
[[nodiscard]] Result<std::string> bytes_of(const Report& report);

}  // namespace attest
