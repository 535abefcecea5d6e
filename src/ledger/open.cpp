#include "ledger/open.hpp"

#include <fmt/format.h>

#include "ledger/schema.hpp"
#include "ledger/seals.hpp"

namespace attest {

namespace {

constexpr int kCacheKibibytes = 64 << 10;
constexpr int kCheckpointPages = 4000;  // 16 MB

/// The version of an open ledger, 0 for an empty database.
Result<int> version_of(const Database& database) {
  ATTEST_TRY(const std::int64_t application, database.value("PRAGMA application_id"));
  ATTEST_TRY(const std::int64_t version, database.value("PRAGMA user_version"));
  ATTEST_TRY(const std::int64_t tables, database.value("SELECT count(*) FROM sqlite_schema"));
  const bool is_empty = application == 0 && version == 0 && tables == 0;
  if (application != kLedgerApplicationId && !is_empty)
    return fail(ErrorCode::bad_ledger, "an SQLite database, but not a ledger of attest", database.file());
  if (version > ledger_version())
    return fail(ErrorCode::bad_ledger,
                fmt::format("a ledger of version {}, made by a newer attest; this one knows versions up to {}", version,
                            ledger_version()),
                database.file());
  return static_cast<int>(version);
}

/// Asks for the version again inside the transaction: another program may have been faster.
Result<void> migrate(const Database& database) {
  ATTEST_TRY(Transaction transaction, Transaction::begin(database, Transaction::Kind::write));
  ATTEST_TRY(const int version, version_of(database));
  for (int step = version; step < ledger_version(); ++step)
    ATTEST_CHECK(database.run(ledger_migrations()[static_cast<std::size_t>(step)]));
  ATTEST_CHECK(seal_everything(database));
  ATTEST_CHECK(database.run(
      fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kLedgerApplicationId, ledger_version())));
  return transaction.commit();
}

}  // namespace

Result<Database> open_ledger(const std::filesystem::path& file, Database::Mode mode) {
  ATTEST_TRY(Database database, Database::open(file, mode));
  ATTEST_TRY(const int version, version_of(database));
  if (mode == Database::Mode::read) {
    if (version == 0) return fail(ErrorCode::bad_ledger, "an empty file, not a ledger", file.string());
    if (version < ledger_version())
      return fail(ErrorCode::bad_ledger,
                  fmt::format("a ledger of version {}; the next attest read into it brings it up to version {}",
                              version, ledger_version()),
                  file.string());
    return database;
  }
  // Every commit reaches the disk before it is reported (synchronous=FULL), readers never wait for it (WAL).
  ATTEST_CHECK(database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"));
  // The ids of documents are hashes: their index is written all over. A cache that holds it, and a log in which a page
  // changes often before it is copied back, keep the rate of the first documents (bench/README.md).
  ATTEST_CHECK(database.run(
      fmt::format("PRAGMA cache_size=-{}; PRAGMA wal_autocheckpoint={}", kCacheKibibytes, kCheckpointPages)));
  if (version < ledger_version()) ATTEST_CHECK(migrate(database));
  database.seal();
  return database;
}

}  // namespace attest
