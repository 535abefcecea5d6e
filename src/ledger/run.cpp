#include "ledger/run.hpp"

#include <optional>

#include "ledger/document_writer.hpp"
#include "ledger/entry.hpp"
#include "ledger/open.hpp"

namespace attest {

/// Behind a pointer, because the batch and the statements know where the database is.
struct LedgerRun::State {
  Database database;
  Coder coder;
  std::int64_t run = 0;
  RunCounts counts;
  std::optional<Transaction> batch;  // before the statements, so that these are finished first
  EntryFinder finder;
  DocumentWriter writer;
  Statement add_failure, set_counts;

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
  const Database& database = state->database;
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

Result<Kept> LedgerRun::keep(const Document& document, const std::vector<Claim>& claims) {
  State& state = *state_;
  ATTEST_CHECK(state.open_batch());
  ATTEST_TRY(const auto entry, state.finder.find(state.database, document.id));
  Kept kept = Kept::added;
  std::int64_t key = 0;
  if (!entry) {
    ATTEST_TRY(key, state.writer.add(state.database, document, state.run));
    ATTEST_CHECK(state.writer.add_parts(key, document, claims));
    ++state.counts.added;
  } else if (key = entry->key; is_up_to_date(*entry, document, state.coder)) {
    kept = Kept::known;
    ++state.counts.known;
  } else {
    kept = Kept::recoded;
    ATTEST_CHECK(state.writer.forget(key, document, state.run));
    ATTEST_CHECK(state.writer.add_parts(key, document, claims));
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
