// Compares a ledger's rows with the seals that were written with them (seals.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "ledger/check.hpp"
#include "ledger/seals.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// One thread at a time, inside one read transaction. Lives shorter than its database.
class SealCheck {
 public:
  [[nodiscard]] static Result<SealCheck> start(const Database& database);

  /// The rows of one report. @param place  of the problems
  [[nodiscard]] Result<void> check_report(std::int64_t document, const std::string& place,
                                          const std::function<void(const Problem&)>& found);
  /// After all reports: the tables as wholes, the schema, and tables that belong to no report.
  [[nodiscard]] Result<void> check_tables(const std::function<void(const Problem&)>& found);
  /// A problem in this table has been named already.
  void know_of(std::string_view table) { known_.emplace(table); }

 private:
  [[nodiscard]] Result<void> take_rows(Statement& rows, const std::string& table, std::map<std::int64_t, Seal>* parts);

  const Database* database_ = nullptr;
  std::unique_ptr<RowHasher> hasher_ = std::make_unique<RowHasher>();
  std::map<std::string, Statement, std::less<>> of_report_;  // by table
  Statement seals_;
  std::map<std::string, SealedRows, std::less<>> tables_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace attest
