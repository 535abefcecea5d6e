// The knowledge the stages share: reviewed text files under resources/, validated on load, then immutable.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "attest/error.hpp"

namespace attest {

/// All lexicons, loaded once. Const is shareable between threads.
class Resources {
 public:
  /// @errors not_found; bad_resource with file, line and reason
  [[nodiscard]] static Result<Resources> load(const std::filesystem::path& folder);

  /// First 12 hex digits of the SHA-256 over all resource files in name order.
  [[nodiscard]] const std::string& version() const { return version_; }

 private:
  std::string version_;
};

}  // namespace attest
