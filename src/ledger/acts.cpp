#include "ledger/acts.hpp"

#include <fmt/format.h>

#include <utility>

#include "ledger/act_rows.hpp"

namespace attest {

namespace {

void bind(Statement& row, const std::optional<std::string>& value) {
  if (value)
    row.text(*value);
  else
    row.null();
}

/// How many acts the ledger remembers, and the hash of the newest.
Result<std::pair<std::int64_t, std::string>> remembered_end(const Database& database) {
  ATTEST_TRY(Statement row, database.prepare("SELECT acts, hash FROM act_head"));
  ATTEST_TRY(const bool found, row.next());
  if (!found) return std::pair(std::int64_t{-1}, std::string());
  const std::int64_t acts = row.read_integer().value_or(-1);
  return std::pair(acts, row.read_blob());
}

/// Follows the chain from its beginning.
class Follower {
 public:
  explicit Follower(const std::function<void(const Problem&)>& found) : found_(found) {}

  CheckedActs checked;

  void report(std::int64_t seq, std::string field, std::string message) {
    ++checked.problems;
    found_({fmt::format("act {}", seq), std::move(field), std::move(message)});
  }

  void follow(std::int64_t seq, const ActRow& row, const std::string& sums, const std::string& hash) {
    ++checked.acts;
    for (std::int64_t missing = last_ + 1; missing < seq; ++missing) report(missing, "seq", "is missing");
    const bool is_next = last_ + 1 == seq;
    last_ = seq;
    compare(seq, row, sums, hash);
    if (is_next && row.back() != checked.head)
      report(seq, "previous", fmt::format("is not the hash of act {}", seq - 1));
    checked.head = hash;
  }

  [[nodiscard]] std::int64_t last() const { return last_; }

 private:
  /// A column that was changed no longer has its sum, and the row no longer its hash; sums that were changed leave the hash.
  void compare(std::int64_t seq, const ActRow& row, const std::string& sums, const std::string& hash) {
    const std::string now = sums_of(row);
    const bool is_whole = hash_of(row) == hash;
    if (is_whole) {
      if (now != sums) report(seq, "sums", "are not those of the columns");
      return;
    }
    const std::size_t digits = now.size() / row.size();
    bool named = false;
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::size_t at = column * digits;
      if (at + digits <= sums.size() && now.compare(at, digits, sums, at, digits) == 0) continue;
      report(seq, std::string(kActColumns.at(column)), "is not as it was written");
      named = true;
    }
    if (!named) report(seq, "hash", "is not that of the columns");
  }

  const std::function<void(const Problem&)>& found_;
  std::int64_t last_ = 0;
};

}  // namespace

Result<Act> append_act(const Database& database, Act act) {
  ATTEST_TRY(auto end, remembered_end(database));
  act.seq = end.first + 1;
  act.previous = std::move(end.second);
  const ActRow row = row_of(act);
  act.hash = hash_of(row);
  ATTEST_TRY(Statement insert,
             database.prepare("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  insert.start().integer(act.seq);
  for (std::size_t column = 1; column < row.size(); ++column)
    if (kActColumns.at(column) == "undoes")
      insert.integer(act.undoes);
    else
      bind(insert, row.at(column));
  ATTEST_CHECK(insert.text(sums_of(row)).text(act.hash).run());
  ATTEST_TRY(Statement head, database.prepare("UPDATE act_head SET acts = ?, hash = ?"));
  ATTEST_CHECK(head.start().integer(act.seq).text(act.hash).run());
  return act;
}

Result<Act> append_act_alone(const Database& database, Act act) {
  ATTEST_TRY(Transaction transaction, Transaction::begin(database, Transaction::Kind::write));
  ATTEST_TRY(Act appended, append_act(database, std::move(act)));
  ATTEST_CHECK(transaction.commit());
  return appended;
}

Result<std::vector<Act>> acts_after(const Database& database, std::int64_t seq) {
  std::vector<Act> acts;
  ATTEST_TRY(Statement rows,
             database.prepare(fmt::format("SELECT {}, hash FROM acts WHERE seq > ? ORDER BY seq", kActColumnList)));
  ATTEST_CHECK(rows.start().integer(seq).each([&](Statement& row) -> Result<void> {
    ATTEST_TRY(Act act, act_of(read_act_row(row), database.file()));
    act.hash = row.read_blob();
    acts.push_back(std::move(act));
    return {};
  }));
  return acts;
}

Result<std::int64_t> newest_act(const Database& database) {
  return database.value("SELECT coalesce(max(seq), 0) FROM acts");
}

Result<CheckedActs> check_acts(const Database& database, std::optional<std::string_view> expected,
                               const std::function<void(const Problem&)>& found) {
  ATTEST_TRY(const Transaction moment, Transaction::begin(database, Transaction::Kind::read));
  Follower chain(found);
  bool met = !expected || expected->empty();
  ATTEST_TRY(Statement rows,
             database.prepare(fmt::format("SELECT seq, {}, sums, hash FROM acts ORDER BY seq", kActColumnList)));
  ATTEST_CHECK(rows.each([&](Statement& row) -> Result<void> {
    const std::int64_t seq = row.read_integer().value_or(0);
    const ActRow values = read_act_row(row);
    const std::string sums = row.read_blob();
    const std::string hash = row.read_blob();
    met = met || hash == *expected;
    chain.follow(seq, values, sums, hash);
    return {};
  }));
  ATTEST_TRY(const auto end, remembered_end(database));
  for (std::int64_t seq = chain.last() + 1; seq <= end.first; ++seq) chain.report(seq, "seq", "is missing at the end");
  if (end.first < chain.last())
    chain.report(chain.last(), "seq",
                 fmt::format("the ledger remembers {} acts", std::max<std::int64_t>(end.first, 0)));
  else if (end.first == chain.last() && end.second != chain.checked.head)
    chain.report(chain.last(), "hash", "is not that of the newest act which the ledger remembers");
  if (!met) chain.report(chain.last(), "hash", fmt::format("no act has the hash that was expected: {}", *expected));
  return chain.checked;
}

}  // namespace attest
