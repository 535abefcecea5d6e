// Files in and out: whatever the system refuses becomes one clear line that names the path, no input is
// larger than memory allows for, and no output is ever half-written under its own name.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "attest/error.hpp"

namespace attest {

/// The largest single report, as a file or as a line of JSON. A day's newspaper is under 2 MiB.
inline constexpr std::size_t kMaxReportBytes = std::size_t{64} << 20U;

/// An open file descriptor, closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  [[nodiscard]] int number() const { return number_; }
  /// Closes now, for who must know whether that worked.
  [[nodiscard]] bool close();

 private:
  int number_ = -1;
};

/// Opens for reading; "-" is standard input.
/// @errors not_found, unreadable (a folder, no permission); `where` is the path
[[nodiscard]] Result<Descriptor> open_to_read(const std::filesystem::path& path);

/// The whole file; "-" is standard input.
/// @errors not_found, unreadable, too_large (over `limit` bytes)
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = kMaxReportBytes);

/// Reads a file line by line in flat memory. One thread at a time.
class LineReader {
 public:
  struct Line {
    std::size_t number = 0;    // from 1
    Result<std::string> text;  // without "\n"; too_large if the line was longer than the limit and is skipped
  };

  /// @param where   the file's name in errors: "a.jsonl" gives "a.jsonl:7"
  /// @param ahead   bytes that were read from the file already, to see what it is
  LineReader(Descriptor file, std::string where, std::size_t limit = kMaxReportBytes, std::string ahead = {});
  /// The next line, or nothing at the end. After `unreadable` (the disk failed) the file has ended.
  [[nodiscard]] std::optional<Line> next();

 private:
  [[nodiscard]] bool refill();

  Descriptor file_;
  std::string where_;
  std::size_t limit_;
  std::string buffer_;  // bytes read and not yet handed out start at used_
  std::size_t used_ = 0;
  std::size_t number_ = 0;
  int failure_ = 0;  // errno of a failed read
};

/// Writes beside `path` and takes its name on commit(): readers see the old file or the new one, never a part.
/// Dropped without commit(), it leaves no trace. One thread at a time.
class AsideFile {
 public:
  /// @errors io
  [[nodiscard]] static Result<AsideFile> create(std::filesystem::path path);
  AsideFile(AsideFile&& other) noexcept;
  AsideFile& operator=(AsideFile&&) = delete;
  ~AsideFile();
  /// @errors io (disk full)
  [[nodiscard]] Result<void> write(std::string_view bytes);
  /// Brings the bytes to the disk, then renames. @errors io
  [[nodiscard]] Result<void> commit();

 private:
  AsideFile(std::filesystem::path path, std::string aside, Descriptor file);

  std::filesystem::path path_;
  std::string aside_;  // empty once committed or moved from
  Descriptor file_;
};

/// An AsideFile in one step. @errors io
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace attest
