// Ledgers open for reading, lent to one request at a time: to open one costs more than most answers.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "ledger/ledger.hpp"

namespace attest {

/// Thread-safe; outlives what it lends.
class LedgerPool {
 public:
  /// Goes back to the pool with its owner.
  class Lent {
   public:
    Lent(LedgerPool& pool, std::unique_ptr<Ledger> ledger) : pool_(&pool), ledger_(std::move(ledger)) {}
    Lent(Lent&&) noexcept = default;
    Lent& operator=(Lent&&) = delete;
    ~Lent() {
      if (ledger_) pool_->give_back(std::move(ledger_));
    }
    const Ledger& operator*() const { return *ledger_; }
    const Ledger* operator->() const { return ledger_.get(); }

   private:
    LedgerPool* pool_;
    std::unique_ptr<Ledger> ledger_;
  };

  explicit LedgerPool(std::filesystem::path file) : file_(std::move(file)) {}
  /// @errors of Ledger::open
  [[nodiscard]] Result<Lent> lend();

 private:
  void give_back(std::unique_ptr<Ledger> ledger);

  std::filesystem::path file_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Ledger>> free_;  // never more than there were requests at a time
};

}  // namespace attest
