// What handlers work with: the ledger, open for reading, and the snapshot that answers come from.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "serve/ledger_pool.hpp"
#include "serve/snapshot.hpp"

namespace attest {

struct ServiceSettings {
  std::filesystem::path ledger;
  std::string tiles;  // the address of a base map's tiles, "https://…/{z}/{x}/{y}.png"; empty: the built-in map alone
};

/// Thread-safe.
class Service {
 public:
  /// @errors not_found, bad_ledger, io
  [[nodiscard]] static Result<std::unique_ptr<Service>> open(ServiceSettings settings);

  [[nodiscard]] const ServiceSettings& settings() const { return settings_; }
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
  /// Whether a newer snapshot is on its way.
  [[nodiscard]] bool is_building() const { return false; }
  /// @errors of Ledger::open
  [[nodiscard]] Result<LedgerPool::Lent> reader() const { return readers_.lend(); }

 private:
  Service(ServiceSettings settings, std::shared_ptr<const Snapshot> first)
      : settings_(std::move(settings)), readers_(settings_.ledger), snapshot_(std::move(first)) {}

  ServiceSettings settings_;
  mutable LedgerPool readers_;
  mutable std::mutex mutex_;  // guards the pointer below
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace attest
