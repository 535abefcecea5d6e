#include "ledger/reviewed_record.hpp"

#include <utility>

#include "ledger/acts.hpp"
#include "ledger/open.hpp"

namespace attest {

Result<ReviewedRecord> review_ledger(const std::filesystem::path& file, Decisions decisions) {
  ATTEST_TRY(Reconciled claims, reconcile_ledger(file));
  std::vector<Act> acts;
  if (decisions == Decisions::apply) {
    ATTEST_TRY(const Database database, open_ledger(file, Database::Mode::read));
    ATTEST_TRY(acts, acts_after(database, 0));
  }
  auto reconciled = std::make_unique<const Reconciled>(std::move(claims));
  MachineRecord machine(reconciled->all.evidence(), reconciled->incidents);
  Reviewed reviewed = apply_decisions(machine, acts);
  return ReviewedRecord{std::move(reconciled), std::move(machine), std::move(acts), std::move(reviewed)};
}

}  // namespace attest
