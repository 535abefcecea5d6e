#include "cli/find_document.hpp"

#include <fmt/format.h>

namespace attest::cli {

namespace {

constexpr std::size_t kMaxNamed = 4;

}  // namespace

Result<Record> find_document(const Ledger& ledger, const std::string& file, const std::string& word) {
  ATTEST_TRY(const auto ids, ledger.ids_of(word));
  if (ids.empty()) return fail(ErrorCode::not_found, "no document of this name or id: " + word, file);
  if (ids.size() == 1) return ledger.load(ids.front());
  std::string named;
  for (std::size_t i = 0; i < ids.size() && i < kMaxNamed; ++i) named += (i == 0 ? "" : ", ") + short_id(ids[i]);
  if (ids.size() > kMaxNamed) named += ", …";
  return fail(ErrorCode::usage, fmt::format("{} documents are called {}: {}", ids.size(), word, named), file);
}

}  // namespace attest::cli
