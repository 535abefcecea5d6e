#include "ledger/search_rows.hpp"

#include <string>
#include <utility>
#include <vector>

namespace attest {

Result<SearchWriter> SearchWriter::prepare(const Database& database) {
  SearchWriter writer;
  const std::pair<Statement&, std::string_view> statements[] = {
      {writer.add_, "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)"},
      {writer.forget_,
       "INSERT INTO search (search, rowid, title, body) SELECT 'delete', document, title, body FROM searchable"
       " WHERE document = ?1 AND NOT EXISTS (SELECT 1 FROM unsearchable WHERE document = ?1)"},
      {writer.strike_, "DELETE FROM unsearchable WHERE document = ?"},
      {writer.list_, "SELECT document FROM unsearchable ORDER BY document LIMIT ?"},
      {writer.add_listed_,
       "INSERT INTO search (rowid, title, body) SELECT document, title, body FROM searchable WHERE document = ?"},
  };
  for (const auto& [statement, sql] : statements) {
    ATTEST_TRY(statement, database.prepare(sql));
  }
  return writer;
}

Result<void> SearchWriter::add(std::int64_t key, const Document& document) {
  add_.start().integer(key).text(document.title ? document.title->value : "").text(document.text);
  return add_.run();
}

Result<void> SearchWriter::forget(std::int64_t key) {
  ATTEST_CHECK(forget_.start().integer(key).run());
  return strike_.start().integer(key).run();
}

Result<std::int64_t> SearchWriter::catch_up(std::int64_t limit) {
  std::vector<std::int64_t> keys;
  ATTEST_CHECK(list_.start().integer(limit).each([&](Statement& row) -> Result<void> {
    keys.push_back(row.read_integer().value_or(0));
    return {};
  }));
  for (const std::int64_t key : keys) {
    ATTEST_CHECK(add_listed_.start().integer(key).run());
    ATTEST_CHECK(strike_.start().integer(key).run());
  }
  return static_cast<std::int64_t>(keys.size());
}

}  // namespace attest
