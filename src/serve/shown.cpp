#include "serve/shown.hpp"

#include <fmt/format.h>

#include <utility>

namespace attest {

Result<std::optional<Shown>> show_report(const Ledger& ledger, DocumentKey key, bool /*unmasked*/) {
  ATTEST_TRY(auto article, ledger.article(key));
  if (!article) return std::optional<Shown>();
  return Shown{std::move(*article), {}};
}

Result<bool> wants_names(const Request& request) {
  const auto value = request.parameter("names");
  if (!value || *value == "false") return false;
  if (*value == "true") return true;
  return fail(ErrorCode::usage, fmt::format("takes true or false, and got '{}'", *value), "names");
}

}  // namespace attest
