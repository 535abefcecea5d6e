#include "ledger/check_seals.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace attest {

namespace {

constexpr std::string_view kChanged = "is not as it was written";

Seal read_seal(Statement& row) {
  const auto low = static_cast<std::uint64_t>(row.read_integer().value_or(0));
  return {low, static_cast<std::uint64_t>(row.read_integer().value_or(0))};
}

}  // namespace

Result<SealCheck> SealCheck::start(const Database& database) {
  SealCheck check;
  check.database_ = &database;
  for (const std::string_view table : sealed_report_tables()) {
    ATTEST_TRY(Statement rows, database.prepare(fmt::format("SELECT * FROM {} WHERE document = ?", table)));
    check.of_report_.emplace(table, std::move(rows));
    check.tables_[std::string(table)] = {};
  }
  ATTEST_TRY(check.seals_, database.prepare("SELECT claim, low, high FROM seals WHERE document = ?"));
  return check;
}

Result<void> SealCheck::take_rows(Statement& rows, const std::string& table, std::map<std::int64_t, Seal>* parts) {
  SealedRows& all = tables_[table];
  return rows.each([&](Statement& row) -> Result<void> {
    hasher_->start(table);
    for (int i = 0; i < row.columns(); ++i) hasher_->add(row.value(i));
    const Seal seal = hasher_->finish();
    ++all.rows;
    all.seal += seal;
    if (parts != nullptr) (*parts)[sealed_part(table, sqlite3_value_int64(row.value(1)))] += seal;
    return {};
  });
}

Result<void> SealCheck::check_report(std::int64_t document, const std::string& place,
                                     const std::function<void(const Problem&)>& found) {
  std::map<std::int64_t, Seal> parts, written;
  for (auto& [table, rows] : of_report_) {
    ATTEST_CHECK(take_rows(rows.start().integer(document), table, &parts));
    rows.start();
  }
  ATTEST_CHECK(seals_.start().integer(document).each([&](Statement& row) -> Result<void> {
    const std::int64_t part = row.read_integer().value_or(0);
    written[part] = read_seal(row);
    return {};
  }));
  seals_.start();
  for (const auto& [part, seal] : written)
    if (!parts.contains(part)) parts[part] = {};
  for (const auto& [part, seal] : parts) {
    const auto sealed = written.find(part);
    if (sealed != written.end() && sealed->second == seal) continue;
    if (part >= 0) {
      for (const std::string_view table : {"claims", "derivations", "vias"}) know_of(table);
      found({place, fmt::format("claim c{}", part + 1), std::string(kChanged)});
    } else {
      const std::string_view table = sealed_table_of(part);
      know_of(table);
      found({place, std::string(table), fmt::format("something {}", kChanged)});
    }
  }
  return {};
}

Result<void> SealCheck::check_tables(const std::function<void(const Problem&)>& found) {
  ATTEST_TRY(tables_["sqlite_schema"], seal_of_schema(*database_, *hasher_));
  std::vector<std::string> others;
  ATTEST_TRY(Statement names, database_->prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
  ATTEST_CHECK(names.each([&](Statement& row) -> Result<void> {
    if (std::string name = row.read_blob(); is_sealed(name) && !tables_.contains(name))
      others.push_back(std::move(name));
    return {};
  }));
  for (const std::string& table : others) {
    ATTEST_TRY(Statement rows, database_->prepare(fmt::format("SELECT * FROM \"{}\"", table)));
    if (const auto done = take_rows(rows, table, nullptr); !done) {
      found({"database", table, done.error().message});
      know_of(table);
    }
  }
  std::map<std::string, SealedRows, std::less<>> written;
  ATTEST_TRY(Statement seals, database_->prepare("SELECT name, rows, low, high FROM table_seals"));
  ATTEST_CHECK(seals.each([&](Statement& row) -> Result<void> {
    std::string name = row.read_blob();
    const std::int64_t rows = row.read_integer().value_or(0);
    written[std::move(name)] = {rows, read_seal(row)};
    return {};
  }));
  for (const auto& [table, rows] : written)
    if (!tables_.contains(table)) found({"database", table, "has a seal, and there is no such table"});
  for (const auto& [table, rows] : tables_) {
    const auto sealed = written.find(table);
    if (known_.contains(table) || (sealed == written.end() && rows == SealedRows{})) continue;
    if (sealed == written.end())
      found({"database", table, "has no seal"});
    else if (sealed->second.rows != rows.rows)
      found({"database", table, fmt::format("has {} rows, and {} were written", rows.rows, sealed->second.rows)});
    else if (sealed->second.seal != rows.seal)
      found({"database", table, fmt::format("something {}", kChanged)});
  }
  return {};
}

}  // namespace attest
