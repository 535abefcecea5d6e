// Keeps the newest snapshot of a ledger that others may be writing: a thread looks every second whether the ledger has
// changed and makes a new one beside the old one, which is served meanwhile.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "serve/snapshot.hpp"

namespace attest {

/// Thread-safe.
class SnapshotKeeper {
 public:
  using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

  /// Makes the first snapshot before it returns. @errors of Ledger::open
  [[nodiscard]] static Result<std::unique_ptr<SnapshotKeeper>> start(const std::filesystem::path& ledger,
                                                                     const Progress& progress);
  SnapshotKeeper(const SnapshotKeeper&) = delete;
  SnapshotKeeper& operator=(const SnapshotKeeper&) = delete;

  [[nodiscard]] std::shared_ptr<const Snapshot> newest() const;
  /// Applies what was decided meanwhile to what the newest snapshot is made of. @errors bad_ledger, io
  [[nodiscard]] Result<void> renew_decisions();
  [[nodiscard]] bool is_building() const { return building_; }

 private:
  SnapshotKeeper(std::filesystem::path ledger, Database database);
  void watch(const std::stop_token& stop);
  [[nodiscard]] Result<void> renew(const Progress& progress);
  [[nodiscard]] Result<void> publish(std::shared_ptr<const Corpus> corpus);

  std::filesystem::path ledger_;
  Database database_;  // of the watching thread
  std::atomic<bool> building_ = false;
  std::mutex publishing_;     // taken first: snapshots appear in the order of the acts that they know
  mutable std::mutex mutex_;  // guards the pointer below
  std::shared_ptr<const Snapshot> newest_;
  std::condition_variable_any wake_;
  std::jthread watcher_;
};

}  // namespace attest
