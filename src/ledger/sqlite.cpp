#include "ledger/sqlite.hpp"

#include <fmt/format.h>

#include <system_error>

namespace attest {

namespace fs = std::filesystem;

namespace {

constexpr int kBusyMilliseconds = 10'000;  // another run commits in far less; a lock held longer is someone's mistake

tl::unexpected<Error> failure(sqlite3* handle, const std::string& file) {
  const std::string reason = sqlite3_errmsg(handle);
  switch (sqlite3_errcode(handle) & 0xFF) {
    case SQLITE_NOTADB:
      return fail(ErrorCode::bad_ledger, "not a ledger", file);
    case SQLITE_CORRUPT:
      return fail(ErrorCode::bad_ledger, "the ledger is damaged: " + reason, file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorCode::io, "the ledger is locked by another program", file);
    case SQLITE_READONLY:
      return fail(ErrorCode::io, "the ledger is read-only", file);
    case SQLITE_FULL:
      return fail(ErrorCode::io, "the ledger cannot be written: the disk is full", file);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: {
      const int error = sqlite3_system_errno(handle);
      return fail(
          ErrorCode::io,
          "the ledger cannot be opened or written: " + (error == 0 ? reason : std::generic_category().message(error)),
          file);
    }
    default:
      return fail(ErrorCode::bad_ledger, reason, file);
  }
}

/// A ledger on read-only storage has no log beside it, so nobody is writing: SQLite may skip its locks.
bool is_immutable(const fs::path& file) {
  std::error_code ignored;
  return !fs::exists(fs::path(file) += "-wal", ignored);
}

std::string uri_of(const fs::path& file, std::string_view parameters) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == '%' || byte == '?' || byte == '#' || byte == 0x7F)
      uri += fmt::format("%{:02x}", byte);
    else
      uri += c;
  }
  return uri += parameters;
}

}  // namespace

Statement& Statement::start() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  bound_ = column_ = 0;
  return *this;
}

Statement& Statement::integer(const std::optional<std::int64_t>& value) {
  if (!value) return null();
  sqlite3_bind_int64(statement_.get(), ++bound_, *value);
  return *this;
}

Statement& Statement::real(const std::optional<double>& value) {
  if (!value) return null();
  sqlite3_bind_double(statement_.get(), ++bound_, *value);
  return *this;
}

Statement& Statement::text(std::string_view value) {
  sqlite3_bind_text64(statement_.get(), ++bound_, value.data() == nullptr ? "" : value.data(), value.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::blob(std::string_view value) {
  sqlite3_bind_blob64(statement_.get(), ++bound_, value.data() == nullptr ? "" : value.data(), value.size(),
                      SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::null() {
  sqlite3_bind_null(statement_.get(), ++bound_);
  return *this;
}

Statement& Statement::span(const std::optional<Span>& span) {
  if (!span) return null().null();
  return integer(span->begin).integer(span->end);
}

Result<bool> Statement::next() {
  column_ = 0;
  const int state = sqlite3_step(statement_.get());
  if (state == SQLITE_ROW) return true;
  if (state == SQLITE_DONE) return false;
  return failure(sqlite3_db_handle(statement_.get()), file_);
}

Result<void> Statement::run() {
  sqlite3* handle = sqlite3_db_handle(statement_.get());
  // A statement that writes by itself gets a transaction, so that its seals are written with it.
  const bool alone =
      sealer_ != nullptr && sqlite3_get_autocommit(handle) != 0 && sqlite3_stmt_readonly(statement_.get()) == 0;
  if (alone && sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
    return failure(handle, file_);
  const Result<bool> row = next();
  sqlite3_reset(statement_.get());  // ends the statement, so that the transaction can end
  Result<void> done;
  if (!row) done = tl::unexpected<Error>(row.error());
  if (!alone) return done;
  if (done) done = sealer_->write();
  if (done && sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) done = failure(handle, file_);
  if (!done) sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
  return done;
}

std::optional<std::int64_t> Statement::read_integer() {
  sqlite3_value* value = sqlite3_column_value(statement_.get(), column_++);
  if (sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  return sqlite3_value_int64(value);
}

std::optional<double> Statement::read_real() {
  sqlite3_value* value = sqlite3_column_value(statement_.get(), column_++);
  if (sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  return sqlite3_value_double(value);
}

std::optional<std::string_view> Statement::read_view() {
  sqlite3_value* value = sqlite3_column_value(statement_.get(), column_++);
  if (sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  const void* bytes = sqlite3_value_blob(value);
  if (bytes == nullptr) return std::string_view();
  return std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

std::optional<std::string> Statement::read_text() {
  const auto text = read_view();
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

std::string Statement::read_blob() { return std::string(read_view().value_or("")); }

std::optional<Span> Statement::read_span() {
  const auto begin = read_integer(), end = read_integer();
  if (!begin || !end) return std::nullopt;
  return Span{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
}

Result<Database> Database::temporary() {
  Database database;
  database.file_ = ":memory:";
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY;
  const int state = sqlite3_open_v2(database.file_.c_str(), &handle, flags, nullptr);
  database.handle_.reset(handle);
  if (handle == nullptr) return fail(ErrorCode::io, "out of memory", database.file_);
  if (state != SQLITE_OK) return failure(handle, database.file_);
  return database;
}

Result<Database> Database::open(const fs::path& file, Mode mode) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) return fail(ErrorCode::io, "is a folder, not a ledger", file.string());
  if (mode == Mode::read && !fs::exists(file, ignored))
    return fail(ErrorCode::not_found, "no such ledger", file.string());
  // A reader, too, opens for writing where it may: only then can the last one to leave clear SQLite's log away.
  // No mutex: a database belongs to one thread at a time, and one taken for every column read costs a third of the time.
  const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE |
                    (mode == Mode::write ? SQLITE_OPEN_CREATE : 0);
  const auto attempt = [&](std::string_view parameters) -> Result<Database> {
    Database database;
    database.file_ = file.string();
    sqlite3* handle = nullptr;
    const int state = sqlite3_open_v2(uri_of(file, parameters).c_str(), &handle, flags, nullptr);
    database.handle_.reset(handle);
    if (handle == nullptr) return fail(ErrorCode::io, "out of memory", file.string());
    if (state != SQLITE_OK) return failure(handle, database.file_);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    return database;
  };
  ATTEST_TRY(Database database, attempt(""));
  if (mode == Mode::write) {
    if (sqlite3_db_readonly(database.handle_.get(), "main") == 1)
      return fail(ErrorCode::io, "the ledger is read-only", file.string());
    return database;
  }
  ATTEST_CHECK(database.run("PRAGMA query_only=ON"));
  if (database.value("SELECT count(*) FROM sqlite_schema") || !is_immutable(file)) return database;
  return attempt("?immutable=1");
}

Result<Statement> Statement::prepare(sqlite3* handle, const std::string& file, std::string_view sql) {
  Statement statement;
  statement.file_ = file;
  sqlite3_stmt* compiled = nullptr;
  const int state = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                       &compiled, nullptr);
  statement.statement_.reset(compiled);
  if (state != SQLITE_OK) return failure(handle, file);
  return statement;
}

Result<Statement> Database::prepare(std::string_view sql) const {
  ATTEST_TRY(Statement statement, Statement::prepare(handle_.get(), file_, sql));
  statement.sealer_ = sealer_.get();
  return statement;
}

Result<void> Database::run(std::string_view sql) const {
  if (sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return failure(handle_.get(), file_);
  if (sealer_ == nullptr || !sealer_->is_pending() || sqlite3_get_autocommit(handle_.get()) == 0) return {};
  ATTEST_TRY(Transaction sealing, Transaction::begin(*this, Transaction::Kind::write));
  return sealing.commit();
}

Result<void> Database::write_seals() const {
  if (sealer_ == nullptr || !sealer_->is_pending()) return {};
  return sealer_->write();
}

Result<std::int64_t> Database::value(std::string_view sql) const {
  ATTEST_TRY(Statement query, prepare(sql));
  ATTEST_TRY(const bool row, query.next());
  return row ? query.read_integer().value_or(0) : 0;
}

Result<Transaction> Transaction::begin(const Database& database, Kind kind) {
  ATTEST_CHECK(database.run(kind == Kind::read ? "BEGIN" : "BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction& Transaction::operator=(Transaction&& other) noexcept {
  std::swap(database_, other.database_);
  return *this;
}

Transaction::~Transaction() {
  if (database_ != nullptr) (void)database_->run("ROLLBACK");
}

Result<void> Transaction::commit() {
  ATTEST_CHECK(database_->write_seals());
  ATTEST_CHECK(database_->run("COMMIT"));
  database_ = nullptr;
  return {};
}

}  // namespace attest
