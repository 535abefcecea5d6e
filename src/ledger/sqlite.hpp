// SQLite with our errors and lifetimes: every refusal becomes one line that names the file, every handle is closed.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "attest/error.hpp"
#include "attest/span.hpp"
#include "ledger/seals.hpp"

namespace attest {

/// A compiled statement. Values are bound and columns read from left to right. Lives shorter than its database.
class Statement {
 public:
  /// @param file  for messages. @errors as Database::prepare
  [[nodiscard]] static Result<Statement> prepare(sqlite3* handle, const std::string& file, std::string_view sql);

  /// Starts over: the next value bound is the first.
  Statement& start();
  Statement& integer(const std::optional<std::int64_t>& value);
  Statement& real(const std::optional<double>& value);
  Statement& text(std::string_view value);
  Statement& blob(std::string_view value);
  Statement& null();
  /// Two values: begin and end.
  Statement& span(const std::optional<Span>& span);

  /// True when a row is there to be read. @errors bad_ledger, io
  [[nodiscard]] Result<bool> next();
  /// Runs a statement that gives no rows. @errors bad_ledger, io
  [[nodiscard]] Result<void> run();
  /// Calls `read(*this)`, a Result<void>, for every row until one fails.
  template <class Read>
  [[nodiscard]] Result<void> each(Read read) {
    while (true) {
      ATTEST_TRY(const bool more, next());
      if (!more) return {};
      ATTEST_CHECK(read(*this));
    }
  }

  [[nodiscard]] std::optional<std::int64_t> read_integer();
  [[nodiscard]] std::optional<double> read_real();
  [[nodiscard]] std::optional<std::string> read_text();
  /// Text that lives until the next row.
  [[nodiscard]] std::optional<std::string_view> read_view();
  [[nodiscard]] std::string read_blob();
  [[nodiscard]] std::optional<Span> read_span();
  /// The value of a column of the row at hand, whatever its type. It lives until the next row.
  [[nodiscard]] sqlite3_value* value(int column) const { return sqlite3_column_value(statement_.get(), column); }
  [[nodiscard]] int columns() const { return sqlite3_column_count(statement_.get()); }

 private:
  friend class Database;
  struct Finalise {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
  std::string file_;
  Sealer* sealer_ = nullptr;  // of its database, if that seals what it writes
  int bound_ = 0, column_ = 0;
};

/// An open database. One thread at a time.
class Database {
 public:
  enum class Mode { read, write };

  /// Opens a file; Mode::write makes it if it is missing. Nothing in the file is changed.
  /// @errors not_found, io (no permission, read-only, no such folder)
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Mode mode);

  /// One in memory, gone with its end. @errors io
  [[nodiscard]] static Result<Database> temporary();

  /// @errors bad_ledger if the file is no database, damaged, or lacks what `sql` names; io if it is locked
  [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
  /// Runs several statements. @errors bad_ledger, io
  [[nodiscard]] Result<void> run(std::string_view sql) const;
  /// The single value of a query, such as a pragma. @errors bad_ledger, io
  [[nodiscard]] Result<std::int64_t> value(std::string_view sql) const;

  [[nodiscard]] const std::string& file() const { return file_; }
  /// From now on everything written goes into the ledger's seals.
  void seal() { sealer_ = std::make_unique<Sealer>(handle_.get(), file_); }
  /// Writes the seals of what was changed, if anything was. Inside the transaction that changed it. @errors bad_ledger, io
  [[nodiscard]] Result<void> write_seals() const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  [[nodiscard]] std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string file_;
  std::unique_ptr<Sealer> sealer_;  // after the handle: it goes first
};

/// Everything between begin() and commit() happens or nothing; dropped without commit(), nothing has.
/// Reads inside it see one moment of the ledger. Lives shorter than its database, longer than its statements.
class Transaction {
 public:
  enum class Kind { read, write };
  [[nodiscard]] static Result<Transaction> begin(const Database& database, Kind kind);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&& other) noexcept;
  ~Transaction();
  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_;  // nothing once it has ended
};

}  // namespace attest
