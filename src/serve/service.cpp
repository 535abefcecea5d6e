#include "serve/service.hpp"

namespace attest {

Result<std::unique_ptr<Service>> Service::open(ServiceSettings settings) {
  ATTEST_TRY(auto snapshots, SnapshotKeeper::start(settings.ledger, settings.progress));
  return std::unique_ptr<Service>(new Service(std::move(settings), std::move(snapshots)));
}

}  // namespace attest
