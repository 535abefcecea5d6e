#include "ledger/views.hpp"

#include <utility>

#include "ledger/acts.hpp"
#include "ledger/open.hpp"

namespace attest {

Result<void> note_view(const std::filesystem::path& ledger, ViewOfNames view) {
  ATTEST_TRY(const Database database, open_ledger(ledger, Database::Mode::write));
  Act act;
  act.act = view.what;
  act.by = std::move(view.by);
  act.role = std::move(view.role);
  act.at = std::move(view.at);
  act.report = std::move(view.report);
  if (!view.incident.empty()) act.incidents.push_back({std::move(view.incident), {}});
  return append_act_alone(database, std::move(act)).map([](const Act&) {});
}

}  // namespace attest
