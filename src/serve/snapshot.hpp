// What the server answers from: everything that is worked out from a ledger at one moment. Immutable, so that all threads
// share it while the next one is built.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "attest/error.hpp"

namespace attest {

class Snapshot {
 public:
  /// @param id  another one for another state of the ledger
  Snapshot(std::string id, std::size_t claims, std::size_t reports)
      : id_(std::move(id)), claims_(claims), reports_(reports) {}

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] std::size_t incidents() const { return 0; }
  [[nodiscard]] std::size_t claims() const { return claims_; }
  [[nodiscard]] std::size_t reports() const { return reports_; }
  [[nodiscard]] std::size_t series() const { return 0; }

 private:
  std::string id_;
  std::size_t claims_, reports_;
};

/// @errors of Ledger::open
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> build_snapshot(const std::filesystem::path& ledger);

}  // namespace attest
