// Who works on a ledger: several may write it, taking turns batch by batch, but nobody rebuilds it meanwhile.
// SQLite's own locks last for a batch; this one lasts for a run.
#pragma once

#include <filesystem>
#include <string>

#include "attest/error.hpp"
#include "base/files.hpp"

namespace attest {

/// A lock on FILE-lock, which the last to leave removes. Killed, it is gone, too, though the empty file may stay.
class WriterLock {
 public:
  enum class Kind { run, rebuild };

  /// @errors io: a rebuild finds a run or a rebuild, or a run finds a rebuild; no permission
  [[nodiscard]] static Result<WriterLock> take(const std::filesystem::path& ledger, Kind kind);
  WriterLock(WriterLock&&) noexcept = default;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  WriterLock(std::filesystem::path file, Descriptor descriptor)
      : file_(std::move(file)), descriptor_(std::move(descriptor)) {}

  std::filesystem::path file_;
  Descriptor descriptor_;
};

}  // namespace attest
