#include "ledger/vacuum.hpp"

#include <system_error>

#include "ledger/open.hpp"
#include "ledger/writer_lock.hpp"

namespace attest {

namespace fs = std::filesystem;

namespace {

std::uintmax_t bytes_of(const fs::path& file) {
  std::uintmax_t sum = 0;
  for (const char* suffix : {"", "-wal"}) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(fs::path(file) += suffix, error);
    if (!error) sum += size;
  }
  return sum;
}

}  // namespace

Result<Vacuumed> vacuum_ledger(const fs::path& file) {
  ATTEST_CHECK(open_ledger(file, Database::Mode::read).map([](const Database&) {}));  // makes none, migrates none
  ATTEST_TRY(const WriterLock lock, WriterLock::take(file, WriterLock::Kind::rebuild));
  Vacuumed result;
  result.bytes_before = bytes_of(file);
  {
    ATTEST_TRY(const Database database, open_ledger(file, Database::Mode::write));
    ATTEST_TRY(const std::int64_t is_sound, database.value("SELECT quick_check = 'ok' FROM pragma_quick_check(1)"));
    if (is_sound == 0)
      return fail(ErrorCode::bad_ledger, "the ledger is damaged and is left as it is: attest verify tells where",
                  file.string());
    ATTEST_CHECK(database.run("INSERT INTO search (search) VALUES ('optimize')"));
    ATTEST_CHECK(database.run("VACUUM"));
    ATTEST_CHECK(database.run("PRAGMA analysis_limit = 1000; ANALYZE"));
    ATTEST_CHECK(database.run("PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  result.bytes_after = bytes_of(file);
  return result;
}

}  // namespace attest
