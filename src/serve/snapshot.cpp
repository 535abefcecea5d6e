#include "serve/snapshot.hpp"

#include "ledger/open.hpp"
#include "ledger/stats.hpp"

namespace attest {

Result<std::shared_ptr<const Snapshot>> build_snapshot(const std::filesystem::path& ledger) {
  ATTEST_TRY(const Database database, open_ledger(ledger, Database::Mode::read));
  ATTEST_TRY(const LedgerStats stats, ledger_stats(database));
  return std::make_shared<const Snapshot>(std::to_string(stats.runs), static_cast<std::size_t>(stats.claims),
                                          static_cast<std::size_t>(stats.documents));
}

}  // namespace attest
