// Ledger::for_each_claim: six tables read side by side in the order of their keys. Nothing is sorted, looked up or
// collected, so a million claims cost a few seconds and the memory of one.
#include <fmt/format.h>

#include "ledger/claim_rows.hpp"
#include "ledger/ledger.hpp"
#include "ledger/load.hpp"

namespace attest {

namespace {

/// The claim that a row belongs to; for rows of documents the position is 0.
struct Key {
  std::int64_t document = 0, position = 0;
  auto operator<=>(const Key&) const = default;
};

/// A table in the order of its keys, read in step with another.
class Follower {
 public:
  enum class Of { documents, claims };

  /// @param sql  its first column, or first two, are the key
  [[nodiscard]] static Result<Follower> start(const Database& database, Of of, std::string_view sql) {
    Follower table;
    table.of_ = of;
    ATTEST_TRY(table.rows_, database.prepare(sql));
    ATTEST_CHECK(table.step());
    return table;
  }
  [[nodiscard]] bool ended() const { return !more_; }
  [[nodiscard]] Key key() const { return key_; }
  [[nodiscard]] Statement& row() { return rows_; }

  [[nodiscard]] Result<void> step() {
    ATTEST_TRY(more_, rows_.next());
    if (!more_) return {};
    key_.document = rows_.read_integer().value_or(0);
    if (of_ == Of::claims) key_.position = rows_.read_integer().value_or(0);
    return {};
  }
  /// Passes over the rows before `key` and calls `read(row)`, a Result<void>, for those of `key`.
  template <class Read>
  [[nodiscard]] Result<void> follow(Key key, Read read) {
    while (more_ && key_ < key) ATTEST_CHECK(step());
    while (more_ && key_ == key) {
      ATTEST_CHECK(read(rows_));
      ATTEST_CHECK(step());
    }
    return {};
  }

 private:
  Statement rows_;
  Of of_ = Of::documents;
  Key key_;
  bool more_ = false;
};

}  // namespace

Result<void> Ledger::for_each_claim(const std::function<Result<void>(const Entry& from, Claim claim)>& take) const {
  ATTEST_TRY(const Transaction moment, Transaction::begin(database_, Transaction::Kind::read));
  using Of = Follower::Of;
  // CROSS JOIN: the order of the documents, whatever SQLite thinks of the number of runs.
  ATTEST_TRY(Follower documents,
             Follower::start(database_, Of::documents,
                             fmt::format("SELECT document, {} FROM documents CROSS JOIN runs ON run = coded_by"
                                         " ORDER BY document",
                                         kEntryColumns)));
  ATTEST_TRY(
      Follower metadata,
      Follower::start(database_, Of::documents,
                      fmt::format("SELECT document, {} FROM metadata ORDER BY document, field", kMetadatumColumns)));
  ATTEST_TRY(Follower claims,
             Follower::start(
                 database_, Of::claims,
                 fmt::format("SELECT document, position, {} FROM claims ORDER BY document, position", kClaimColumns)));
  ATTEST_TRY(Follower derivations, Follower::start(database_, Of::claims,
                                                   "SELECT document, claim, field, rule FROM derivations"
                                                   " ORDER BY document, claim, position"));
  ATTEST_TRY(Follower vias, Follower::start(database_, Of::claims,
                                            fmt::format("SELECT document, claim, {} FROM vias"
                                                        " ORDER BY document, claim, position",
                                                        kSourceColumns)));
  ATTEST_TRY(Follower names,
             Follower::start(database_, Of::documents,
                             fmt::format("SELECT document, {} FROM private_names ORDER BY document, field, text_begin",
                                         kNameColumns)));
  Entry from;
  while (!claims.ended()) {
    const Key key = claims.key();
    if (key.document != from.key) {
      from = {};
      ATTEST_CHECK(documents.follow({key.document}, [&](Statement& row) -> Result<void> {
        from = read_entry(row);
        return {};
      }));
      if (from.key != key.document) return unknown_value(database_, "a claim without its document");
      ATTEST_CHECK(
          metadata.follow({key.document}, [&](Statement& row) { return read_metadatum(row, database_, from.about); }));
      ATTEST_CHECK(names.follow({key.document}, [&](Statement& row) { return read_name(row, database_, from.names); }));
    }
    auto claim = read_claim(claims.row());
    if (!claim) return unknown_value(database_, "a claim");
    ATTEST_CHECK(derivations.follow(key, [&](Statement& row) -> Result<void> {
      std::string field = row.read_blob();
      claim->derived.push_back({std::move(field), row.read_blob()});
      return {};
    }));
    ATTEST_CHECK(vias.follow(key, [&](Statement& row) -> Result<void> {
      auto source = read_source(row);
      if (!source) return unknown_value(database_, "a source");
      claim->via.push_back(std::move(*source));
      return {};
    }));
    ATTEST_CHECK(take(from, std::move(*claim)));
    ATTEST_CHECK(claims.step());
  }
  return {};
}

}  // namespace attest
