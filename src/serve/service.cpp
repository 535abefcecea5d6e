#include "serve/service.hpp"

namespace attest {

Result<std::unique_ptr<Service>> Service::open(ServiceSettings settings) {
  ATTEST_TRY(auto snapshot, build_snapshot(settings.ledger));
  return std::unique_ptr<Service>(new Service(std::move(settings), std::move(snapshot)));
}

std::shared_ptr<const Snapshot> Service::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

}  // namespace attest
