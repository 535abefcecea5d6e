// The container of a language model and of a gazetteer: named sections in one file that is mapped into memory, shared by
// all threads and processes, and checked on opening, so that a wrong or cut file is a clear error, never a wrong answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"

namespace attest {

/// What a file holds, and in which version of its layout.
struct SectionFormat {
  std::string_view magic;  // 8 bytes, the file's first
  std::uint32_t version = 1;
  std::string_view noun;  // in messages: "language model"
  ErrorCode error = ErrorCode::bad_resource;
  std::size_t checked_up_to = SIZE_MAX;  // bytes; the contents of larger files are only checked by verify()
};

/// A mapped file. Movable; const is shareable between threads.
class SectionFile {
 public:
  /// Maps the file and checks its magic number, format version, size and checksum.
  /// @param format  must outlive the file
  /// @errors not_found, unreadable, format.error; `where` is the path
  [[nodiscard]] static Result<SectionFile> open(const std::filesystem::path& path, const SectionFormat& format);
  /// The same for a file that is in memory already. @param where  its name in errors
  [[nodiscard]] static Result<SectionFile> from_bytes(std::string bytes, std::string where,
                                                      const SectionFormat& format);

  SectionFile(SectionFile&& other) noexcept;
  SectionFile& operator=(SectionFile&&) = delete;
  ~SectionFile();

  /// Compares the checksum with the contents. @errors format.error
  [[nodiscard]] Result<void> verify() const;

  /// Bytes of a section, aligned to 64; empty when there is none of that name.
  [[nodiscard]] std::string_view section(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return section(name).data() != nullptr; }
  /// Names of all sections, in the order of the file.
  [[nodiscard]] std::vector<std::string> sections() const;
  /// A section as numbers of type T, `count` of them.
  /// @errors format.error when it is missing or of another size
  template <class T>
  [[nodiscard]] Result<std::span<const T>> numbers(std::string_view name, std::size_t count) const {
    const std::string_view bytes = section(name);
    if (bytes.size() != count * sizeof(T))
      return fail(format_->error, "section '" + std::string(name) + "' is missing or has another size", where_);
    return std::span<const T>(reinterpret_cast<const T*>(bytes.data()), count);
  }
  [[nodiscard]] const std::string& where() const { return where_; }
  /// Checksum over all sections as 16 hex digits: the version in a coder's name.
  [[nodiscard]] std::string version() const;

 private:
  SectionFile(std::string where, const SectionFormat& format) : where_(std::move(where)), format_(&format) {}
  [[nodiscard]] Result<void> check() const;

  std::string owned_;                  // of from_bytes(); empty when mapped
  const std::byte* mapped_ = nullptr;  // of open()
  std::size_t size_ = 0;
  std::string where_;
  const SectionFormat* format_;

  [[nodiscard]] const std::byte* data() const {
    return mapped_ != nullptr ? mapped_ : reinterpret_cast<const std::byte*>(owned_.data());
  }
};

/// Collects sections and lays them out as SectionFile reads them.
class SectionWriter {
 public:
  explicit SectionWriter(const SectionFormat& format) : format_(&format) {}
  SectionWriter(SectionWriter&&) = default;
  SectionWriter& operator=(SectionWriter&&) = delete;
  ~SectionWriter() = default;
  void add(std::string name, std::string bytes) { add_view(std::move(name), owned_.emplace_back(std::move(bytes))); }
  template <class T>
  void add(std::string name, std::span<const T> numbers) {
    add(std::move(name), std::string(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()));
  }
  /// For large sections that live until the file is written.
  void add_view(std::string name, std::string_view bytes) { sections_.emplace_back(std::move(name), bytes); }

  using Sink = std::function<Result<void>(std::string_view)>;
  /// The whole file, part by part. @errors those of the sink
  [[nodiscard]] Result<void> write(const Sink& sink) const;
  [[nodiscard]] std::string bytes() const;

 private:
  const SectionFormat* format_;
  std::deque<std::string> owned_;
  std::vector<std::pair<std::string, std::string_view>> sections_;
};

}  // namespace attest
