// What attest watch is to do next: many hosts at a time, each of them asked by one thread and not before its time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/keeping.hpp"
#include "fetch/fetcher.hpp"
#include "ledger/fetches.hpp"
#include "read/feed.hpp"

namespace attest::cli {

/// One feed to poll, or one report to fetch.
struct Task {
  std::optional<FeedRow> feed;  // this is a poll
  bool is_given = false;        // the feed stands on the command line
  FetchRow fetch;               // else a report
  std::string outlet;           // that the report's feed names
  std::string page;             // the report itself, where the feed has no address for it
  HostGate::Clock::time_point due{};

  [[nodiscard]] const std::string& url() const { return feed ? feed->url : fetch.url; }
};

/// What became of a task.
struct Done {
  Task task;
  Fetched fetched;
  std::string at;                      // UTC
  std::optional<Result<Feed>> feed;    // of a poll
  std::optional<Result<Coded>> coded;  // of a report
};

/// Thread-safe.
class WatchQueue {
 public:
  explicit WatchQueue(const Fetcher& fetcher) : fetcher_(fetcher) {}

  void add(Task task);
  /// Waits for the next task whose time has come; nothing once the queue is closed.
  [[nodiscard]] std::optional<Task> take();
  /// Takes away what is not worked on and would have to wait longer than this, because a host wants to be left alone.
  [[nodiscard]] std::vector<Task> take_away(std::chrono::milliseconds patience);
  /// A task that was taken is done.
  void give(Done done);
  /// Waits a moment for what is done.
  [[nodiscard]] std::optional<Done> next_done();
  /// Whether nothing waits, is worked on or has been done without being asked for.
  [[nodiscard]] bool is_empty() const;
  /// Whether nothing is worked on or has been done without being asked for, whatever still waits.
  [[nodiscard]] bool is_done() const;
  /// No more tasks are given out.
  void close();

 private:
  using Tasks = std::multimap<HostGate::Clock::time_point, Task>;

  const Fetcher& fetcher_;
  mutable std::mutex mutex_;
  std::condition_variable changed_, arrived_;
  std::map<std::string, Tasks> hosts_;
  std::set<std::string> busy_;
  std::size_t in_work_ = 0;
  std::deque<Done> done_;
  bool closed_ = false;
};

}  // namespace attest::cli
