// From inputs to reports, whatever they lie in: files, lines, members of archives, rows, mails, inside each other.
// Everything is opened when its turn comes and read front to back, so that memory does not grow with the input.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attest/error.hpp"
#include "read/container.hpp"
#include "read/format.hpp"
#include "read/read.hpp"

namespace attest {

/// A file to be read, or an address; "-" is standard input.
struct Input {
  std::string path;
  std::string name;   // what it is called in results: the file's name, in a folder the path from there; UTF-8
  bool named = true;  // by the user, and not found in a folder
  bool operator==(const Input&) const = default;
};

/// A report that has not been read yet.
struct Report {
  std::string name;                  // "a.txt", "a.jsonl:7", "a.zip:folder/page.html", or what it calls itself
  std::string where;                 // its place in errors: "reports/a.txt", "reports/a.jsonl:7"
  std::string path;                  // the file to read, unless the bytes are here
  std::optional<std::string> bytes;  // of a member, or all of standard input
  Format format = Format::text;
  Hints hints;  // what its container says about it
};

/// How containers are read.
struct StreamOptions {
  Columns columns;  // of tables
  Limits limits;
  std::function<Result<Member>(const std::string& url)> fetch;  // asks the network for what an address names
};

/// The reports of the inputs, in order. One thread at a time.
class ReportStream {
 public:
  explicit ReportStream(std::vector<Result<Input>> inputs, StreamOptions options = {});

  /// The reports in bytes that are here: something that was fetched.
  ReportStream(std::string name, std::string bytes, StreamOptions options = {});

  /// The next report, or what is wrong with the next input or member; nothing at the end.
  [[nodiscard]] std::optional<Result<Report>> next();
  /// What was passed over on purpose, so far.
  [[nodiscard]] const PassedOver& passed_over() const { return passed_over_; }
  /// How much of the inputs' bytes has been handed out, 0 to 1; 0 where their size is not known. On any thread.
  [[nodiscard]] double share_done() const;

 private:
  /// Where the bytes that are looked at come from.
  struct Place {
    std::string name, where;
    unsigned depth = 0;  // containers around it
    bool named = true;
  };
  struct Open {
    Place place;
    Hints hints;  // of what lies in it
    std::unique_ptr<Container> container;
    bool gave_anything = false;
    std::uint64_t passed_over_before = 0;
  };

  /// A report, or nothing where a container was opened or the bytes are passed over.
  using Found = Result<std::optional<Report>>;

  [[nodiscard]] Found open(const Input& input);
  void count_bytes();
  [[nodiscard]] Found fetch(const Input& input);
  [[nodiscard]] Found take(Place place, Member member, const std::string& path = {});
  [[nodiscard]] Found next_member();
  [[nodiscard]] Opening opening(const Place& place);
  [[nodiscard]] std::uint64_t count_passed_over() const;

  std::vector<Result<Input>> inputs_;
  StreamOptions options_;
  std::size_t next_input_ = 0;
  std::optional<std::pair<std::string, std::string>> given_;  // name and bytes, until they are looked at
  std::vector<Open> open_;                                    // the innermost last
  std::shared_ptr<Growth> growth_;                            // of the input that is being read
  PassedOver passed_over_;
  std::uint64_t all_bytes_ = 0;                 // of the inputs; 0: not known
  std::uint64_t bytes_before_ = 0, bytes_ = 0;  // of the inputs before the one that is being read, and of that
  std::atomic<std::uint64_t> bytes_done_ = 0;
};

/// The report's bytes, read from its file if they are not here yet. @errors those of read_file
[[nodiscard]] Result<std::string> bytes_of(const Report& report);

}  // namespace attest
