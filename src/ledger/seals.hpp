// Seals: hashes of what was written, kept beside it, so that a byte that changes afterwards is found. Every row that this
// program writes, in whatever table, goes into them with the transaction that writes it; nobody who writes need know.
// They find what went wrong on a disk, and changes made past attest; who rewrites the seals as well is found by the head
// of the chain of acts, where somebody has noted it.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "attest/error.hpp"

namespace attest {

class Database;

/// A sum of hashes of rows, in any order. Two lanes, each modulo 2^64.
struct Seal {
  std::uint64_t low = 0, high = 0;
  Seal& operator+=(const Seal& other) {
    low += other.low;
    high += other.high;
    return *this;
  }
  Seal& operator-=(const Seal& other) {
    low -= other.low;
    high -= other.high;
    return *this;
  }
  bool operator==(const Seal&) const = default;
};

/// Of a table, or of what belongs to a report or a claim.
struct SealedRows {
  std::int64_t rows = 0;
  Seal seal;
  bool operator==(const SealedRows&) const = default;
};

/// The tables whose rows belong to reports; their first column is the report, of claims' the second is the claim.
[[nodiscard]] std::span<const std::string_view> sealed_report_tables();
/// The part of a report that has a seal of its own: a claim's position, with what was derived for it and who passed it
/// on, or below 0 a table of what belongs to the report itself.
[[nodiscard]] std::int64_t sealed_part(std::string_view table, std::int64_t second_column);
/// The table of a part below 0; empty: of none.
[[nodiscard]] std::string_view sealed_table_of(std::int64_t part);
/// False of what is made from other tables and checked against them, and of the seals themselves.
[[nodiscard]] bool is_sealed(std::string_view table);

/// Hashes rows, one value after the other. One thread at a time.
class RowHasher {
 public:
  RowHasher();
  ~RowHasher();
  RowHasher(const RowHasher&) = delete;
  RowHasher& operator=(const RowHasher&) = delete;
  void start(std::string_view table);
  void add(sqlite3_value* value);
  [[nodiscard]] Seal finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Follows what a connection writes, from when it is made. Lives as long as its connection is used.
class Sealer {
 public:
  /// @param file  for messages
  Sealer(sqlite3* handle, std::string file);
  ~Sealer();
  Sealer(const Sealer&) = delete;
  Sealer& operator=(const Sealer&) = delete;

  [[nodiscard]] bool is_pending() const { return !tables_.empty(); }
  /// Writes the seals of what was changed since, in the transaction that changed it. @errors bad_ledger, io
  [[nodiscard]] Result<void> write();
  /// Takes in a row that is there: of ledgers that were made before there were seals.
  void take(std::string_view table, const std::function<sqlite3_value*(int)>& value, int columns);

 private:
  static void on_change(void* self, sqlite3* handle, int operation, const char* database, const char* table,
                        sqlite3_int64 old_row, sqlite3_int64 new_row);
  static void on_rollback(void* self);
  void count(std::string_view table, int sign, const std::function<sqlite3_value*(int)>& value, int columns);

  sqlite3* handle_;
  std::string file_;
  RowHasher hasher_;
  std::map<std::string, SealedRows, std::less<>> tables_;
  std::map<std::pair<std::int64_t, std::int64_t>, Seal> reports_;  // document and claim
};

/// Seals everything anew: after a ledger was made or brought up to date. Inside that transaction.
[[nodiscard]] Result<void> seal_everything(const Database& database);

/// The seal of the schema: tables, indexes, triggers, views. @errors bad_ledger, io
[[nodiscard]] Result<SealedRows> seal_of_schema(const Database& database, RowHasher& hasher);

}  // namespace attest
