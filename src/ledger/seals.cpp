#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "ledger/seals.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "ledger/sqlite.hpp"

namespace attest {

namespace {

constexpr std::size_t kManyReports = 100'000;  // seals waiting in memory while a ledger is sealed anew

constexpr std::string_view kSchemaRows =
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'";

/// The first three are the claims'. The order is part of the ledger's version.
constexpr std::array<std::string_view, 9> kReportTables = {
    "claims", "derivations", "vias", "documents", "metadata", "blocks", "private_names", "sightings", "fingerprints"};
constexpr std::int64_t kClaimTables = 3;

}  // namespace

std::span<const std::string_view> sealed_report_tables() { return kReportTables; }

std::int64_t sealed_part(std::string_view table, std::int64_t second_column) {
  const auto found = std::ranges::find(kReportTables, table);
  const std::int64_t number = found - kReportTables.begin();
  return number < kClaimTables ? second_column : kClaimTables - 1 - number;
}

std::string_view sealed_table_of(std::int64_t part) {
  const std::int64_t number = kClaimTables - 1 - part;
  const bool is_one = part < 0 && number < static_cast<std::int64_t>(kReportTables.size());
  return is_one ? kReportTables.at(static_cast<std::size_t>(number)) : std::string_view();
}

bool is_sealed(std::string_view table) {
  return table != "seals" && table != "table_seals" && table != "shingles" && table != "search" &&
         !table.starts_with("search_") && !table.starts_with("sqlite_");
}

struct RowHasher::State {
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  std::string bytes;
  ~State() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

RowHasher::RowHasher() : state_(std::make_unique<State>()) {
  if (state_->algorithm == nullptr || state_->context == nullptr) throw std::runtime_error("OpenSSL offers no SHA-256");
}
RowHasher::~RowHasher() = default;

namespace {

void append_number(std::string& bytes, char type, std::uint64_t number) {
  bytes += type;
  for (int i = 0; i < 8; ++i, number >>= 8U) bytes += static_cast<char>(number & 0xFFU);
}

}  // namespace

void RowHasher::start(std::string_view table) {
  state_->bytes = table;
  state_->bytes += '\0';
}

void RowHasher::add(sqlite3_value* value) {
  std::string& bytes = state_->bytes;
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      append_number(bytes, 'i', static_cast<std::uint64_t>(sqlite3_value_int64(value)));
      break;
    case SQLITE_FLOAT: {
      // A whole number in a REAL column is an integer before it is written and none afterwards.
      const double number = sqlite3_value_double(value);
      if (std::abs(number) < 1e15 && std::floor(number) == number)
        append_number(bytes, 'i', static_cast<std::uint64_t>(static_cast<std::int64_t>(number)));
      else
        append_number(bytes, 'r', std::bit_cast<std::uint64_t>(number));
      break;
    }
    case SQLITE_NULL:
      bytes += 'n';
      break;
    default: {
      const auto* data = static_cast<const char*>(sqlite3_value_blob(value));
      const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
      append_number(bytes, sqlite3_value_type(value) == SQLITE_TEXT ? 't' : 'b', size);
      if (data != nullptr) bytes.append(data, size);
    }
  }
}

Seal RowHasher::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  if (EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr) != 1 ||
      EVP_DigestUpdate(state_->context, state_->bytes.data(), state_->bytes.size()) != 1 ||
      EVP_DigestFinal_ex(state_->context, digest.data(), nullptr) != 1)
    throw std::runtime_error("OpenSSL cannot hash");
  Seal seal;
  for (std::size_t i = 0; i < 8; ++i) {
    seal.low |= std::uint64_t{digest.at(i)} << (8 * i);
    seal.high |= std::uint64_t{digest.at(i + 8)} << (8 * i);
  }
  return seal;
}

Sealer::Sealer(sqlite3* handle, std::string file) : handle_(handle), file_(std::move(file)) {
  sqlite3_preupdate_hook(handle_, on_change, this);
  sqlite3_rollback_hook(handle_, on_rollback, this);
}

Sealer::~Sealer() {
  sqlite3_preupdate_hook(handle_, nullptr, nullptr);
  sqlite3_rollback_hook(handle_, nullptr, nullptr);
}

void Sealer::on_rollback(void* self) {
  auto& sealer = *static_cast<Sealer*>(self);
  sealer.tables_.clear();
  sealer.reports_.clear();
}

void Sealer::on_change(void* self, sqlite3* handle, int operation, const char* database, const char* table,
                       sqlite3_int64 /*old_row*/, sqlite3_int64 /*new_row*/) {
  if (std::string_view(database) != "main" || !is_sealed(table)) return;
  auto& sealer = *static_cast<Sealer*>(self);
  const int columns = sqlite3_preupdate_count(handle);
  const auto value_of = [handle](auto* read) {
    return [handle, read](int column) {
      sqlite3_value* value = nullptr;
      read(handle, column, &value);
      return value;
    };
  };
  if (operation != SQLITE_INSERT) sealer.count(table, -1, value_of(sqlite3_preupdate_old), columns);
  if (operation != SQLITE_DELETE) sealer.count(table, 1, value_of(sqlite3_preupdate_new), columns);
}

void Sealer::take(std::string_view table, const std::function<sqlite3_value*(int)>& value, int columns) {
  count(table, 1, value, columns);
}

void Sealer::count(std::string_view table, int sign, const std::function<sqlite3_value*(int)>& value, int columns) {
  hasher_.start(table);
  for (int i = 0; i < columns; ++i) hasher_.add(value(i));
  const Seal seal = hasher_.finish();
  const auto apply = [&](Seal& to) {
    if (sign > 0)
      to += seal;
    else
      to -= seal;
  };
  auto known = tables_.find(table);
  if (known == tables_.end()) known = tables_.emplace(table, SealedRows{}).first;
  known->second.rows += sign;
  apply(known->second.seal);
  if (std::ranges::find(kReportTables, table) == kReportTables.end()) return;
  const std::int64_t part = sealed_part(table, sqlite3_value_int64(value(1)));
  apply(reports_[{sqlite3_value_int64(value(0)), part}]);
}

Result<void> Sealer::write() {
  const auto prepare = [this](std::string_view sql) { return Statement::prepare(handle_, file_, sql); };
  ATTEST_TRY(Statement old_table, prepare("SELECT rows, low, high FROM table_seals WHERE name = ?"));
  ATTEST_TRY(Statement put_table, prepare("INSERT OR REPLACE INTO table_seals VALUES (?, ?, ?, ?)"));
  ATTEST_TRY(Statement old_report, prepare("SELECT low, high FROM seals WHERE document = ? AND claim = ?"));
  ATTEST_TRY(Statement put_report, prepare("INSERT OR REPLACE INTO seals VALUES (?, ?, ?, ?)"));
  ATTEST_TRY(Statement drop_report, prepare("DELETE FROM seals WHERE document = ? AND claim = ?"));
  const auto read_seal = [](Statement& row) {
    const auto low = static_cast<std::uint64_t>(row.read_integer().value_or(0));
    return Seal{low, static_cast<std::uint64_t>(row.read_integer().value_or(0))};
  };
  for (auto& [name, change] : tables_) {
    ATTEST_TRY(const bool known, old_table.start().text(name).next());
    if (known) {
      change.rows += old_table.read_integer().value_or(0);
      change.seal += read_seal(old_table);
    }
    old_table.start();
    put_table.start().text(name).integer(change.rows).integer(static_cast<std::int64_t>(change.seal.low));
    ATTEST_CHECK(put_table.integer(static_cast<std::int64_t>(change.seal.high)).run());
  }
  for (auto& [key, change] : reports_) {
    ATTEST_TRY(const bool known, old_report.start().integer(key.first).integer(key.second).next());
    if (known) change += read_seal(old_report);
    old_report.start();
    if (change == Seal{}) {
      ATTEST_CHECK(drop_report.start().integer(key.first).integer(key.second).run());
      continue;
    }
    put_report.start().integer(key.first).integer(key.second).integer(static_cast<std::int64_t>(change.low));
    ATTEST_CHECK(put_report.integer(static_cast<std::int64_t>(change.high)).run());
  }
  tables_.clear();
  reports_.clear();
  return {};
}

Result<SealedRows> seal_of_schema(const Database& database, RowHasher& hasher) {
  SealedRows sealed;
  ATTEST_TRY(Statement rows, database.prepare(kSchemaRows));
  ATTEST_CHECK(rows.each([&](Statement& row) -> Result<void> {
    hasher.start("sqlite_schema");
    for (int i = 0; i < 4; ++i) hasher.add(row.value(i));
    sealed.seal += hasher.finish();
    ++sealed.rows;
    return {};
  }));
  return sealed;
}

Result<void> seal_everything(const Database& database) {
  ATTEST_CHECK(database.run("DELETE FROM table_seals; DELETE FROM seals"));
  RowHasher hasher;
  ATTEST_TRY(const SealedRows schema, seal_of_schema(database, hasher));
  ATTEST_TRY(Statement put, database.prepare("INSERT INTO table_seals VALUES ('sqlite_schema', ?, ?, ?)"));
  put.start().integer(schema.rows).integer(static_cast<std::int64_t>(schema.seal.low));
  ATTEST_CHECK(put.integer(static_cast<std::int64_t>(schema.seal.high)).run());
  std::vector<std::string> names;
  ATTEST_TRY(Statement tables, database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
  ATTEST_CHECK(tables.each([&](Statement& row) -> Result<void> {
    if (std::string name = row.read_blob(); is_sealed(name)) names.push_back(std::move(name));
    return {};
  }));
  Sealer sealer(database.handle(), database.file());
  for (const std::string& name : names) {
    ATTEST_TRY(Statement rows, database.prepare("SELECT * FROM " + name));
    std::size_t waiting = 0;
    ATTEST_CHECK(rows.each([&](Statement& row) -> Result<void> {
      sealer.take(
          name, [&](int column) { return row.value(column); }, row.columns());
      if (++waiting % kManyReports != 0) return {};
      return sealer.write();
    }));
    ATTEST_CHECK(sealer.write());
  }
  return {};
}

}  // namespace attest
