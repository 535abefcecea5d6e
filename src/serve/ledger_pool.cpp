#include "serve/ledger_pool.hpp"

namespace attest {

Result<LedgerPool::Lent> LedgerPool::lend() {
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      Lent lent(*this, std::move(free_.back()));
      free_.pop_back();
      return lent;
    }
  }
  ATTEST_TRY(Ledger ledger, Ledger::open(file_));
  return Lent(*this, std::make_unique<Ledger>(std::move(ledger)));
}

void LedgerPool::give_back(std::unique_ptr<Ledger> ledger) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(ledger));
}

}  // namespace attest
