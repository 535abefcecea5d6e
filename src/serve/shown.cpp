#include "serve/shown.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/utc.hpp"
#include "ledger/acts.hpp"
#include "ledger/open.hpp"
#include "publish/mask.hpp"

namespace attest {

Result<std::optional<Shown>> show_report(const Ledger& ledger, DocumentKey key, bool unmasked) {
  ATTEST_TRY(auto article, ledger.article(key));
  if (!article) return std::optional<Shown>();
  Shown shown{std::move(*article), {}, {}};
  if (unmasked) return std::optional<Shown>(std::move(shown));
  for (const PrivateName& name : shown.article.names.text) shown.masked.push_back(name.span);
  shown.mask = NameMask(shown.article.names);
  mask_names(shown.article.document, shown.article.claims, std::exchange(shown.article.names, {}));
  return std::optional<Shown>(std::move(shown));
}

Result<void> note_view(const Service& service, const Request& request, ActKind view, std::string_view report,
                       std::string_view incident) {
  ATTEST_TRY(const Database database, open_ledger(service.settings().ledger, Database::Mode::write));
  Act act;
  act.at = utc_now();
  act.by = request.reviewer;
  act.role = role_name(request.role);
  act.act = view;
  act.report = report;
  if (!incident.empty()) act.incidents.push_back({std::string(incident), {}});
  ATTEST_TRY([[maybe_unused]] const Act noted, append_act_alone(database, std::move(act)));
  return {};
}

Result<bool> wants_names(const Request& request) {
  const auto value = request.parameter("names");
  if (!value || *value == "false") return false;
  if (*value == "true") return true;
  return fail(ErrorCode::usage, fmt::format("takes true or false, and got '{}'", *value), "names");
}

}  // namespace attest
