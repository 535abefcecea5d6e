// From inputs to reports: a text file is one, a JSON-lines file is one a line. Files are opened when their turn
// comes and lines are read one by one, so that memory does not grow with the number of reports.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "base/files.hpp"
#include "cli/inputs.hpp"
#include "cli/metadata.hpp"

namespace attest::cli {

/// A report that has not been read yet.
struct Report {
  std::string name;                  // "a.txt", "a.jsonl:7"
  std::string where;                 // its place in errors: "reports/a.txt", "reports/a.jsonl:7"
  std::string path;                  // the text file to read, unless the bytes are here
  std::optional<std::string> bytes;  // a line, or all of standard input
  bool is_json = false;
};

/// The reports of the inputs, in order. One thread at a time.
class ReportStream {
 public:
  explicit ReportStream(std::vector<Result<Input>> inputs);
  /// The next report, or what is wrong with the next input or line; nothing at the end.
  [[nodiscard]] std::optional<Result<Report>> next();
  /// How much of the inputs has been handed out, by bytes, 0 to 1; 0 where their size is not known. On any thread.
  [[nodiscard]] double share_done() const;

 private:
  [[nodiscard]] Result<std::optional<Report>> open(const Input& input);
  [[nodiscard]] Result<std::optional<Report>> open_standard_input(const Input& input);
  void start_lines(Descriptor file, const Input& input, std::string where, std::string ahead);
  [[nodiscard]] std::optional<Result<Report>> next_line();

  std::vector<Result<Input>> inputs_;
  std::size_t next_input_ = 0;
  std::optional<LineReader> lines_;  // of the JSON-lines input that is being read
  std::string lines_name_, lines_where_;
  bool any_line_ = false;
  std::uint64_t all_bytes_ = 0;  // 0: not known
  std::atomic<std::uint64_t> bytes_done_ = 0;
};

/// Reads a report with what is known about it from outside. Safe to call from many threads.
/// @param otherwise  counts where `hints` say nothing
/// @errors those of read_file, read_text and read_json_line, at the report's place
[[nodiscard]] Result<Document> read_report(const Report& report, const HintBook& hints, const Hints& otherwise = {});

}  // namespace attest::cli
