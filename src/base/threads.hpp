// Many reports at once, results in the order of the inputs: the number of threads must never show in the
// output, and a hundred thousand reports must not need more memory than a few.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace attest {

/// Results that arrive in any order and are taken in that of their places 0, 1, 2, … Thread-safe.
template <class Output>
class OrderedResults {
 public:
  using Outcome = std::variant<Output, std::exception_ptr>;

  /// At most `window` results wait to be taken.
  explicit OrderedResults(std::size_t window) : window_(window) {}

  /// Blocks until `place` is within the window; false once nobody takes results any more.
  [[nodiscard]] bool wait_for_room(std::size_t place) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || place < taken_ + window_; });
    return !stopped_;
  }
  void put(std::size_t place, Outcome outcome) {
    const std::lock_guard lock(mutex_);
    const std::size_t at = place - taken_;
    if (waiting_.size() <= at) waiting_.resize(at + 1);
    waiting_[at] = std::move(outcome);
    if (at == 0) arrived_.notify_one();
  }
  /// There are `total` results and no more.
  void close(std::size_t total) {
    const std::lock_guard lock(mutex_);
    total_ = total;
    arrived_.notify_one();
  }
  /// The next in order, when it is there; nothing after the last.
  [[nodiscard]] std::optional<Outcome> take() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return total_ == taken_ || (!waiting_.empty() && waiting_.front()); });
    if (total_ == taken_) return std::nullopt;
    std::optional<Outcome> next = std::move(waiting_.front());
    waiting_.pop_front();
    ++taken_;
    room_.notify_all();
    return next;
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable room_, arrived_;
  std::deque<std::optional<Outcome>> waiting_;  // place taken_ first
  std::size_t window_, taken_ = 0;
  std::optional<std::size_t> total_;
  bool stopped_ = false;
};

/// Calls consume(work(item)) for every item, in the order in which produce() gave them.
/// @param jobs      threads that work; with 1 (or 0) everything runs inline on the calling thread
/// @param produce   () -> std::optional<Item>, nothing at the end; one call at a time, on any thread
/// @param work      (Item) -> Output; many calls at a time
/// @param consume   (Output) -> void; one call at a time, on the calling thread
/// At most 4 * jobs items and results exist at a time. An exception from any of the three ends the run at its
/// item's place: everything before it has been consumed, and it reaches the caller once all threads are done.
template <class Produce, class Work, class Consume>
void ordered_parallel(std::size_t jobs, Produce produce, const Work& work, Consume consume) {
  using Item = typename std::invoke_result_t<Produce&>::value_type;
  using Output = std::invoke_result_t<const Work&, Item>;
  if (jobs <= 1) {
    while (std::optional<Item> item = produce()) consume(work(std::move(*item)));
    return;
  }

  OrderedResults<Output> results(4 * jobs);
  std::mutex turn;  // guards produce and the two below
  std::size_t next_place = 0;
  bool ended = false;
  const auto run = [&] {
    while (true) {
      std::unique_lock my_turn(turn);
      if (ended || !results.wait_for_room(next_place)) return;
      const std::size_t place = next_place++;
      try {
        std::optional<Item> item = produce();
        ended = !item;
        my_turn.unlock();
        if (!item) return results.close(place);
        results.put(place, work(std::move(*item)));
      } catch (...) {
        if (my_turn) ended = true;  // a producer that failed is not asked again
        results.put(place, std::current_exception());
      }
    }
  };
  std::vector<std::jthread> workers;
  const struct Stop {
    OrderedResults<Output>& results;
    ~Stop() { results.stop(); }
  } stop{results};  // before the workers are joined, also when consume throws
  for (std::size_t i = 0; i < jobs; ++i) workers.emplace_back(run);
  while (auto outcome = results.take()) {
    if (auto* error = std::get_if<std::exception_ptr>(&*outcome)) std::rethrow_exception(*error);
    consume(std::get<Output>(std::move(*outcome)));
  }
}

}  // namespace attest
