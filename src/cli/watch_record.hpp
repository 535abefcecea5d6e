// The writing end of attest watch: what became of each task goes into the ledger, with the document it gave, in one
// transaction; then it is told, and what follows from it is put into the queue.
#pragma once

#include <chrono>
#include <set>
#include <string>

#include "cli/commands.hpp"
#include "cli/watch_queue.hpp"
#include "ledger/run.hpp"

namespace attest::cli {

struct WatchPlan {
  std::chrono::milliseconds every{15 * 60'000};  // between two polls of a feed
  std::chrono::milliseconds retry_wait{60'000};  // after a first failure; doubled after each further one
  std::size_t max_items = 200;                   // new reports of a feed at one poll
  bool once = false;
};

/// One thread at a time.
class WatchRecord {
 public:
  WatchRecord(LedgerRun run, WatchPlan plan, WatchQueue& queue) : run_(std::move(run)), plan_(plan), queue_(queue) {}

  /// Takes up a feed where the ledger says that it was left.
  void start(const std::string& feed_url);
  void take(Done done);
  /// In a run that is to end: leaves what would have to wait long for the next run.
  void leave_late();
  /// Says that an input is of no use.
  void refuse(const Error& error);
  /// The run's end and the summary.
  void finish();

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] Exit status() const { return status_; }

 private:
  [[nodiscard]] Result<void> start_feed(const std::string& url);
  [[nodiscard]] Result<void> record(Done& done);
  [[nodiscard]] Result<void> record_poll(Done& done);
  [[nodiscard]] Result<void> record_failed_poll(Done& done);
  [[nodiscard]] Result<void> record_feed(FeedRow& row, Done& done);
  [[nodiscard]] Result<bool> add_item(const FeedRow& row, const FeedItem& item);
  [[nodiscard]] Result<void> record_report(Done& done, FetchRow row);
  [[nodiscard]] Result<void> record_failed_report(Done& done, FetchRow row);
  [[nodiscard]] Result<void> refuse_report(FetchRow row, std::string message);
  [[nodiscard]] Result<void> put(const FetchRow& row);
  /// Whether this run waits so long for another try.
  [[nodiscard]] bool waits_for(std::chrono::milliseconds time) const;
  /// When to try again what has failed so often.
  [[nodiscard]] std::chrono::milliseconds wait_after(const std::string& url, std::int64_t failures,
                                                     const Fetched& fetched) const;
  void fail_run(const Error& error);

  LedgerRun run_;
  WatchPlan plan_;
  WatchQueue& queue_;
  std::set<std::string> feeds_;
  std::int64_t refused_ = 0, left_ = 0;
  std::string lines_;  // to be printed once the batch is on the disk
  std::vector<Error> complaints_;
  std::vector<Task> follow_up_;  // to be done once the batch is on the disk
  bool stopped_ = false;
  Exit status_ = Exit::done;
};

}  // namespace attest::cli
