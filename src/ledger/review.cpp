#include "ledger/review.hpp"

#include <utility>

#include "reconcile/claim_values.hpp"

namespace attest {

Result<Decided> decide(const Database& database, const MachineRecord& machine, const Proposal& proposal,
                       const Author& author) {
  if (author.name.empty()) return fail(ErrorCode::usage, "is missing: who decides", "by");
  ATTEST_CHECK(check_text(author.name, kMaxName, "by"));
  ATTEST_TRY(Transaction transaction, Transaction::begin(database, Transaction::Kind::write));
  ATTEST_TRY(std::vector<Act> acts, acts_after(database, 0));
  ATTEST_TRY(Proposed proposed, propose(proposal, machine, apply_decisions(machine, acts), acts));
  if (proposed.conflict) return Decided{{}, {}, std::move(proposed.conflict)};
  Act& act = proposed.act;
  act.by = author.name;
  act.role = author.role;
  act.at = author.at;
  ATTEST_TRY(act, append_act(database, std::move(act)));
  ATTEST_CHECK(transaction.commit());
  acts.push_back(act);
  std::vector<std::string> incidents = incidents_now(act, machine, apply_decisions(machine, acts));
  return Decided{std::move(act), std::move(incidents), std::nullopt};
}

}  // namespace attest
