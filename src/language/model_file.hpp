// The container of a language model: named sections in one file that is mapped into memory, shared by all threads and
// processes, and checked on opening, so that a wrong or cut file is a clear error and never a wrong tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"

namespace attest {

/// Format version of model files this program reads and writes.
inline constexpr std::uint32_t kModelFormat = 1;

/// A mapped model file. Movable; const is shareable between threads.
class ModelFile {
 public:
  /// Maps the file and checks its magic number, format version, size and checksum.
  /// @errors not_found, unreadable, bad_model; `where` is the path
  [[nodiscard]] static Result<ModelFile> open(const std::filesystem::path& path);
  /// The same for a file that is in memory already. @param where  its name in errors
  [[nodiscard]] static Result<ModelFile> from_bytes(std::string bytes, std::string where);

  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&&) = delete;
  ~ModelFile();

  /// Bytes of a section, aligned to 64; empty when there is none of that name.
  [[nodiscard]] std::string_view section(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return section(name).data() != nullptr; }
  /// A section as numbers of type T, `count` of them.
  /// @errors bad_model when it is missing or of another size
  template <class T>
  [[nodiscard]] Result<std::span<const T>> numbers(std::string_view name, std::size_t count) const {
    const std::string_view bytes = section(name);
    if (bytes.size() != count * sizeof(T))
      return fail(ErrorCode::bad_model, "section '" + std::string(name) + "' is missing or has another size", where_);
    return std::span<const T>(reinterpret_cast<const T*>(bytes.data()), count);
  }
  [[nodiscard]] const std::string& where() const { return where_; }
  /// Checksum over all sections as 16 hex digits: the model's version in a coder's name.
  [[nodiscard]] std::string version() const;

 private:
  explicit ModelFile(std::string where) : where_(std::move(where)) {}
  [[nodiscard]] Result<void> check() const;

  std::string owned_;                  // of from_bytes(); empty when mapped
  const std::byte* mapped_ = nullptr;  // of open()
  std::size_t size_ = 0;
  std::string where_;

  [[nodiscard]] const std::byte* data() const {
    return mapped_ != nullptr ? mapped_ : reinterpret_cast<const std::byte*>(owned_.data());
  }
};

/// Collects sections and lays them out as ModelFile reads them.
class ModelWriter {
 public:
  void add(std::string name, std::string bytes) { sections_.emplace_back(std::move(name), std::move(bytes)); }
  template <class T>
  void add(std::string name, std::span<const T> numbers) {
    add(std::move(name), std::string(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()));
  }
  /// The whole file.
  [[nodiscard]] std::string bytes() const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

}  // namespace attest
