// What handlers work with: the ledger, open for reading, and the snapshot that answers come from.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "serve/ledger_pool.hpp"
#include "serve/snapshot_keeper.hpp"

namespace attest {

struct ServiceSettings {
  std::filesystem::path ledger;
  SnapshotKeeper::Progress progress;  // told how far the first snapshot is; may be empty
  std::string tiles;  // the address of a base map's tiles, "https://…/{z}/{x}/{y}.png"; empty: the built-in map alone
};

/// Thread-safe.
class Service {
 public:
  /// @errors not_found, bad_ledger, io
  [[nodiscard]] static Result<std::unique_ptr<Service>> open(ServiceSettings settings);

  [[nodiscard]] const ServiceSettings& settings() const { return settings_; }
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const { return snapshots_->newest(); }
  /// Shows what was decided just now. @errors bad_ledger, io
  [[nodiscard]] Result<void> renew() const { return snapshots_->renew_decisions(); }
  /// Whether a newer snapshot is on its way.
  [[nodiscard]] bool is_building() const { return snapshots_->is_building(); }
  /// @errors of Ledger::open
  [[nodiscard]] Result<LedgerPool::Lent> reader() const { return readers_.lend(); }

 private:
  Service(ServiceSettings settings, std::unique_ptr<SnapshotKeeper> snapshots)
      : settings_(std::move(settings)), readers_(settings_.ledger), snapshots_(std::move(snapshots)) {}

  ServiceSettings settings_;
  mutable LedgerPool readers_;
  std::unique_ptr<SnapshotKeeper> snapshots_;
};

}  // namespace attest
