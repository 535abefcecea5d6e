#include "cli/watch_queue.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "read/url.hpp"

namespace attest::cli {

namespace {

constexpr std::chrono::milliseconds kLook{100};  // between two looks at hosts that another thread may have slowed down

/// Reports that are here already wait for nobody.
std::string host_of(const Task& task) { return task.page.empty() ? parts_of_url(task.url()).host : std::string(); }

}  // namespace

void WatchQueue::add(Task task) {
  const std::lock_guard lock(mutex_);
  const auto due = task.due;
  hosts_[host_of(task)].emplace(due, std::move(task));
  changed_.notify_one();
}

std::optional<Task> WatchQueue::take() {
  std::unique_lock lock(mutex_);
  while (!closed_) {
    const auto now = HostGate::Clock::now();
    auto soonest = now + kLook;
    auto chosen = hosts_.end();
    for (auto host = hosts_.begin(); host != hosts_.end(); ++host) {
      if (busy_.contains(host->first)) continue;
      const auto ready = std::max(host->second.begin()->first, fetcher_.free_at(host->first));
      if (ready > soonest) continue;
      soonest = ready;
      chosen = host;
    }
    if (chosen == hosts_.end() || soonest > now) {
      changed_.wait_until(lock, soonest);
      continue;
    }
    Task task = std::move(chosen->second.begin()->second);
    if (!chosen->first.empty()) busy_.insert(chosen->first);
    chosen->second.erase(chosen->second.begin());
    if (chosen->second.empty()) hosts_.erase(chosen);
    ++in_work_;
    return task;
  }
  return std::nullopt;
}

std::vector<Task> WatchQueue::take_away(std::chrono::milliseconds patience) {
  const std::lock_guard lock(mutex_);
  const auto latest = HostGate::Clock::now() + patience;
  std::vector<Task> late;
  for (auto host = hosts_.begin(); host != hosts_.end();) {
    const auto free = fetcher_.free_at(host->first);
    Tasks& tasks = host->second;
    for (auto task = tasks.begin(); task != tasks.end();) {
      if (std::max(task->first, free) > latest) {
        late.push_back(std::move(task->second));
        task = tasks.erase(task);
      } else {
        ++task;
      }
    }
    host = tasks.empty() ? hosts_.erase(host) : std::next(host);
  }
  return late;
}

void WatchQueue::give(Done done) {
  const std::lock_guard lock(mutex_);
  busy_.erase(host_of(done.task));
  --in_work_;
  done_.push_back(std::move(done));
  arrived_.notify_one();
  changed_.notify_one();
}

std::optional<Done> WatchQueue::next_done() {
  std::unique_lock lock(mutex_);
  arrived_.wait_for(lock, kLook, [&] { return !done_.empty(); });
  if (done_.empty()) return std::nullopt;
  Done done = std::move(done_.front());
  done_.pop_front();
  return done;
}

bool WatchQueue::is_empty() const {
  const std::lock_guard lock(mutex_);
  return hosts_.empty() && in_work_ == 0 && done_.empty();
}

bool WatchQueue::is_done() const {
  const std::lock_guard lock(mutex_);
  return in_work_ == 0 && done_.empty();
}

void WatchQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

}  // namespace attest::cli
