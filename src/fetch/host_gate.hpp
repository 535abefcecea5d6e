// No host is asked by two threads at a time, nor sooner after the last answer than it wants.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace attest {

/// Thread-safe.
class HostGate {
 public:
  using Clock = std::chrono::steady_clock;

  /// @param wait     between an answer and the next question to the same host
  /// @param stopped  asked while waiting, ten times a second
  HostGate(std::chrono::milliseconds wait, std::function<bool()> stopped) : wait_(wait), stopped_(std::move(stopped)) {}

  /// When a host may be asked next; in the past or now if it is free.
  [[nodiscard]] Clock::time_point free_at(const std::string& host) const;
  /// Waits for the host's turn and takes it. False if stopped meanwhile: then it is not taken.
  [[nodiscard]] bool enter(const std::string& host);
  /// The answer is there. With `at_once` only a wait that the host asks for lies before the next question.
  void leave(const std::string& host, bool at_once = false);
  /// The host asks for at least this long between two requests.
  void slow_down(const std::string& host, std::chrono::milliseconds wait);
  /// The host wants to be left alone for so long.
  void rest(const std::string& host, std::chrono::milliseconds time);

 private:
  struct Host {
    bool busy = false;
    std::chrono::milliseconds wait{0};
    Clock::time_point next{};
  };
  std::chrono::milliseconds wait_;
  std::function<bool()> stopped_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Host> hosts_;
};

}  // namespace attest
