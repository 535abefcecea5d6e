#include "serve/shown.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/utc.hpp"
#include "ledger/views.hpp"
#include "publish/mask.hpp"

namespace attest {

Result<std::optional<Shown>> show_report(const Ledger& ledger, DocumentKey key, bool unmasked) {
  ATTEST_TRY(auto article, ledger.article(key));
  if (!article) return std::optional<Shown>();
  Shown shown{std::move(*article), {}};
  if (unmasked) return std::optional<Shown>(std::move(shown));
  for (const PrivateName& name : shown.article.names.text) shown.masked.push_back(name.span);
  mask_names(shown.article.document, shown.article.claims, std::exchange(shown.article.names, {}));
  return std::optional<Shown>(std::move(shown));
}

Result<void> note_view(const Service& service, const Request& request, ActKind what, std::string_view report,
                       std::string_view incident) {
  return note_view(service.settings().ledger, {what, request.reviewer, std::string(role_name(request.role)), utc_now(),
                                               std::string(report), std::string(incident)});
}

Result<bool> wants_names(const Request& request) {
  const auto value = request.parameter("names");
  if (!value || *value == "false") return false;
  if (*value == "true") return true;
  return fail(ErrorCode::usage, fmt::format("takes true or false, and got '{}'", *value), "names");
}

}  // namespace attest
