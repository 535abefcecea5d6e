// Bytes from front to back, from wherever they come: a file, a member of an archive, what a packed file unpacks to.
// Readers of containers see only this, so that any container can lie in any other and memory stays flat.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "base/files.hpp"

namespace attest {

/// Where bytes come from. One thread at a time.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Up to `size` bytes; 0 at the end.
  [[nodiscard]] virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
  /// After an error: goes on where the next part begins that can be read by itself. False if there is none.
  [[nodiscard]] virtual bool resume() { return false; }
  /// Where in the file the byte at `position` of this source lies; of packed bytes, where their part begins.
  [[nodiscard]] virtual std::uint64_t place_of(std::uint64_t position) { return position; }
  /// The whole length, where read() can be made to go on anywhere.
  [[nodiscard]] virtual std::optional<std::uint64_t> seekable_size() const { return std::nullopt; }
  [[nodiscard]] virtual bool seek(std::uint64_t) { return false; }
};

/// What has been read from a file and unpacked from it, over all layers: what little bytes may grow to is limited.
struct Growth {
  std::uint64_t taken = 0, given = 0;
};

/// An open file. Counts what is read as taken.
class FileSource : public ByteSource {
 public:
  /// @param where  the file's name in errors
  FileSource(Descriptor file, std::string where, std::shared_ptr<Growth> growth);
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override;
  [[nodiscard]] std::optional<std::uint64_t> seekable_size() const override { return size_; }
  [[nodiscard]] bool seek(std::uint64_t position) override;

 private:
  Descriptor file_;
  std::string where_;
  std::shared_ptr<Growth> growth_;
  std::optional<std::uint64_t> size_;  // of a regular file
};

/// Bytes that are here.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override;
  [[nodiscard]] std::optional<std::uint64_t> seekable_size() const override { return bytes_.size(); }
  [[nodiscard]] bool seek(std::uint64_t position) override;

 private:
  std::string bytes_;
  std::size_t used_ = 0;
};

/// A source with a buffer before it: look ahead, lines, exact lengths. An error of the source shows once the bytes
/// before it have been taken. One thread at a time.
class ByteStream {
 public:
  explicit ByteStream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// The next bytes, `size` of them unless the source ends or fails before; they stay.
  [[nodiscard]] std::string_view peek(std::size_t size);
  /// What can be seen without reading on, at least a byte unless the source ends or fails.
  [[nodiscard]] std::string_view peek_some();
  /// Drops up to `size` bytes; the number dropped.
  std::uint64_t skip(std::uint64_t size);
  /// Takes up to `size` bytes.
  [[nodiscard]] std::string take(std::size_t size);
  /// Fills up to `size` bytes; the number, 0 at the end or where the source failed.
  [[nodiscard]] std::size_t read(char* to, std::size_t size);
  /// Puts bytes back that were taken last.
  void put_back(std::string_view bytes);

  enum class Line { complete, last, too_long, none };
  /// The next line without its "\n". `last` ended without one; of one that is too long the beginning is given.
  [[nodiscard]] Line next_line(std::string& line, std::size_t limit);

  /// All that is left. @errors too_large over `limit`; what the source failed with
  [[nodiscard]] Result<std::string> rest(std::size_t limit, const std::string& where);

  /// What ended the stream before its end, once the bytes before that are taken.
  [[nodiscard]] std::optional<Error> failure() const { return ahead().empty() ? failure_ : std::nullopt; }
  /// Whether that is still ahead.
  [[nodiscard]] bool will_fail() const { return failure_.has_value(); }
  /// Goes on behind a failure, if the source can.
  [[nodiscard]] bool resume();
  /// Bytes taken so far.
  [[nodiscard]] std::uint64_t position() const { return position_; }
  /// Where the next byte lies in the file, or one `ahead` of it.
  [[nodiscard]] std::uint64_t place(std::size_t ahead = 0) { return source_->place_of(position_ + ahead); }
  [[nodiscard]] std::optional<std::uint64_t> seekable_size() const { return source_->seekable_size(); }
  [[nodiscard]] bool seek(std::uint64_t position);

 private:
  /// Reads on; false at the end and after a failure.
  [[nodiscard]] bool refill();
  [[nodiscard]] std::string_view ahead() const { return std::string_view(buffer_).substr(used_); }
  void use(std::size_t size);

  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t used_ = 0;
  std::uint64_t position_ = 0;
  bool ended_ = false;
  std::optional<Error> failure_;
};

/// "larger than 64 MiB"
[[nodiscard]] std::string larger_than(std::uint64_t limit);

}  // namespace attest
