#include "serve/snapshot_keeper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "ledger/acts.hpp"
#include "ledger/open.hpp"

namespace attest {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kLook{1000};

/// Another word for another state of the ledger, the same whenever it is asked: what was added and coded, by how many runs.
Result<std::string> state_of(const Database& database) {
  ATTEST_TRY(const std::int64_t runs, database.value("SELECT count(*) FROM runs"));
  ATTEST_TRY(const std::int64_t added, database.value("SELECT coalesce(sum(added), 0) FROM runs"));
  ATTEST_TRY(const std::int64_t recoded, database.value("SELECT coalesce(sum(recoded), 0) FROM runs"));
  return fmt::format("{:x}-{:x}-{:x}", runs, added, recoded);
}

}  // namespace

SnapshotKeeper::SnapshotKeeper(std::filesystem::path ledger, Database database)
    : ledger_(std::move(ledger)), database_(std::move(database)) {}

std::shared_ptr<const Snapshot> SnapshotKeeper::newest() const {
  const std::lock_guard lock(mutex_);
  return newest_;
}

Result<std::unique_ptr<SnapshotKeeper>> SnapshotKeeper::start(const std::filesystem::path& ledger,
                                                              const Progress& progress) {
  ATTEST_TRY(Database database, open_ledger(ledger, Database::Mode::read));
  std::unique_ptr<SnapshotKeeper> keeper(new SnapshotKeeper(ledger, std::move(database)));
  ATTEST_CHECK(keeper->renew(progress));
  keeper->watcher_ = std::jthread([&own = *keeper](const std::stop_token& stop) { own.watch(stop); });
  return keeper;
}

Result<void> SnapshotKeeper::publish(std::shared_ptr<const Corpus> corpus) {
  const std::lock_guard publishing(publishing_);
  ATTEST_TRY(const Database database, open_ledger(ledger_, Database::Mode::read));
  ATTEST_TRY(std::vector<Act> acts, acts_after(database, 0));
  if (!corpus) corpus = newest()->shared_corpus();
  std::string id = fmt::format("{}-{:x}", corpus->state, acts.size());
  auto snapshot = std::make_shared<const Snapshot>(std::move(id), std::move(corpus), std::move(acts));
  const std::lock_guard lock(mutex_);
  newest_.swap(snapshot);
  return {};
}

Result<void> SnapshotKeeper::renew_decisions() { return publish(nullptr); }

Result<void> SnapshotKeeper::renew(const Progress& progress) {
  // Asked before the claims are read: what is written meanwhile is seen the next time.
  ATTEST_TRY(std::string state, state_of(database_));
  const auto now = newest();
  if (now && now->corpus().state == state) {
    ATTEST_TRY(const std::int64_t acts, newest_act(database_));
    return acts == now->acts() ? Result<void>() : publish(nullptr);
  }
  building_ = true;
  auto corpus = build_corpus(ledger_, std::move(state), progress);
  auto published = corpus ? publish(std::move(*corpus)) : tl::unexpected<Error>(corpus.error());
  building_ = false;
  return published;
}

void SnapshotKeeper::watch(const std::stop_token& stop) {
  std::int64_t seen = 0;
  Clock::duration pause = kLook;
  std::mutex mutex;
  while (!stop.stop_requested()) {
    std::unique_lock lock(mutex);
    (void)wake_.wait_for(lock, stop, pause, [] { return false; });
    if (stop.stop_requested()) return;
    pause = kLook;
    const auto version = database_.value("PRAGMA data_version");
    if (!version || *version == seen) continue;
    const auto begin = Clock::now();
    // What cannot be read now, because somebody holds the ledger, is tried again; the old snapshot goes on.
    if (renew({})) seen = *version;
    pause = std::max<Clock::duration>(kLook, Clock::now() - begin);  // at most half the time is spent on building
  }
}

}  // namespace attest
