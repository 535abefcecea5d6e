#include "ledger/run.hpp"

#include <optional>
#include <system_error>

#include "ledger/document_writer.hpp"
#include "ledger/entry.hpp"
#include "ledger/fingerprint_rows.hpp"
#include "ledger/open.hpp"
#include "ledger/writer_lock.hpp"

namespace attest {

namespace {

constexpr std::int64_t kMaxLogBytes = std::int64_t{64} << 20;

}  // namespace

/// Behind a pointer, because the batch and the statements know where the database is.
struct LedgerRun::State {
  std::optional<WriterLock> lock;  // before the database: it is given up last
  Database database;
  Coder coder;
  std::int64_t run = 0;
  RunCounts counts;
  std::optional<Transaction> batch;  // before the statements, so that these are finished first
  EntryFinder finder;
  DocumentWriter writer;
  Statement add_failure, set_counts;
  std::int64_t log_limit = kMaxLogBytes;

  [[nodiscard]] Result<void> open_batch() {
    if (batch) return {};
    ATTEST_TRY(batch, Transaction::begin(database, Transaction::Kind::write));
    return {};
  }

  [[nodiscard]] Result<void> close_batch(std::optional<std::string_view> ended_at) {
    ATTEST_CHECK(open_batch());
    set_counts.start().integer(counts.added).integer(counts.known).integer(counts.recoded).integer(counts.failed);
    if (ended_at)
      set_counts.text(*ended_at);
    else
      set_counts.null();
    ATTEST_CHECK(set_counts.integer(run).run());
    ATTEST_CHECK(batch->commit());
    batch.reset();
    return bound_log();
  }

  /// SQLite's log starts anew when nobody reads it. Readers that relieve each other keep that moment from coming, so a
  /// long log is worth waiting for them: those that come meanwhile read the file itself. One who stays for ever cannot
  /// be helped; then again at twice the size.
  [[nodiscard]] Result<void> bound_log() {
    std::error_code none_there;
    const auto size = std::filesystem::file_size(std::filesystem::path(database.file()) += "-wal", none_there);
    if (none_there || static_cast<std::int64_t>(size) < log_limit) return {};
    ATTEST_TRY(const std::int64_t is_busy, database.value("PRAGMA wal_checkpoint(TRUNCATE)"));
    log_limit = is_busy == 0 ? kMaxLogBytes : 2 * static_cast<std::int64_t>(size);
    return {};
  }
};

LedgerRun::LedgerRun(std::unique_ptr<State> state) : state_(std::move(state)) {}
LedgerRun::LedgerRun(LedgerRun&&) noexcept = default;
LedgerRun::~LedgerRun() = default;

const RunCounts& LedgerRun::counts() const { return state_->counts; }

Result<LedgerRun> LedgerRun::begin(const std::filesystem::path& file, const Coder& coder, std::string_view inputs,
                                   std::string_view started_at) {
  auto state = std::make_unique<State>();
  ATTEST_TRY(state->database, open_ledger(file, Database::Mode::write));
  ATTEST_TRY(WriterLock lock, WriterLock::take(file, WriterLock::Kind::run));
  state->lock.emplace(std::move(lock));
  const Database& database = state->database;
  ATTEST_CHECK(print_the_unprinted(database));
  state->coder = coder;
  ATTEST_TRY(state->finder, EntryFinder::prepare(database));
  ATTEST_TRY(state->writer, DocumentWriter::prepare(database));
  ATTEST_TRY(state->add_failure, database.prepare("INSERT INTO failures VALUES (?, ?, ?, ?)"));
  ATTEST_TRY(state->set_counts, database.prepare("UPDATE runs SET added = ?, known = ?, recoded = ?, failed = ?,"
                                                 " ended_at = ? WHERE run = ?"));
  ATTEST_TRY(Statement start, database.prepare("INSERT INTO runs (program, resources, inputs, started_at)"
                                               " VALUES (?, ?, ?, ?)"));
  ATTEST_CHECK(start.start().text(coder.program).text(coder.resources).text(inputs).text(started_at).run());
  state->run = database.last_row();
  return LedgerRun(std::move(state));
}

Result<void> LedgerRun::make_searchable(const std::function<void(std::int64_t done, std::int64_t total)>& progress) {
  constexpr std::int64_t kBatch = 1000;
  State& state = *state_;
  ATTEST_TRY(const std::int64_t total, state.database.value("SELECT count(*) FROM unsearchable"));
  for (std::int64_t done = 0; done < total;) {
    ATTEST_CHECK(state.open_batch());
    ATTEST_TRY(const std::int64_t added, state.writer.make_searchable(kBatch));
    ATTEST_CHECK(commit());
    if (added == 0) break;  // another run has been faster
    progress(done += added, total);
  }
  return {};
}

Result<Kept> LedgerRun::keep(const Document& document, const std::vector<Claim>& claims, const PrivateNames& names) {
  State& state = *state_;
  ATTEST_CHECK(state.open_batch());
  ATTEST_TRY(const auto entry, state.finder.find(state.database, document.id));
  Kept kept = Kept::added;
  std::int64_t key = 0;
  if (!entry) {
    ATTEST_TRY(key, state.writer.add(state.database, document, state.run));
    ATTEST_CHECK(state.writer.add_parts(key, document, claims, names));
    ++state.counts.added;
  } else if (key = entry->key; is_up_to_date(*entry, document, state.coder)) {
    kept = Kept::known;
    ++state.counts.known;
  } else {
    kept = Kept::recoded;
    ATTEST_CHECK(state.writer.forget(key, document, state.run));
    ATTEST_CHECK(state.writer.add_parts(key, document, claims, names));
    ++state.counts.recoded;
  }
  ATTEST_CHECK(state.writer.meet(key, document.name, state.run));
  return kept;
}

Result<void> LedgerRun::meet(const Document& document) {
  State& state = *state_;
  ATTEST_CHECK(state.open_batch());
  ATTEST_TRY(const auto entry, state.finder.find(state.database, document.id));
  if (!entry) return fail(ErrorCode::not_found, "no such document in the ledger", document.id);
  ++state.counts.known;
  return state.writer.meet(entry->key, document.name, state.run);
}

Result<void> LedgerRun::note(const Error& error) {
  State& state = *state_;
  ATTEST_CHECK(state.open_batch());
  state.add_failure.start().integer(state.run).integer(state.counts.failed++);
  return state.add_failure.text(error.where).text(error.message).run();
}

Result<void> LedgerRun::also(const std::function<Result<void>(const Database&)>& write) {
  ATTEST_CHECK(state_->open_batch());
  return write(state_->database);
}

Result<void> LedgerRun::commit() { return state_->close_batch({}); }

Result<void> LedgerRun::end(std::string_view ended_at) { return state_->close_batch(ended_at); }

}  // namespace attest
