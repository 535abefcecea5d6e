#include "fetch/host_gate.hpp"

#include <algorithm>

namespace attest {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::milliseconds kLook{100};  // between two looks at whether all is to stop

}  // namespace

HostGate::Clock::time_point HostGate::free_at(const std::string& host) const {
  const std::lock_guard lock(mutex_);
  const auto found = hosts_.find(host);
  if (found == hosts_.end()) return {};
  return found->second.busy ? Clock::now() + kLook : found->second.next;
}

bool HostGate::enter(const std::string& host) {
  std::unique_lock lock(mutex_);
  while (!stopped_()) {
    Host& state = hosts_[host];
    const auto now = Clock::now();
    if (!state.busy && state.next <= now) return state.busy = true;
    changed_.wait_until(lock, state.busy ? now + kLook : std::min(now + kLook, state.next));
  }
  return false;
}

void HostGate::leave(const std::string& host, bool at_once) {
  const std::lock_guard lock(mutex_);
  Host& state = hosts_[host];
  state.busy = false;
  state.next = std::max(state.next, Clock::now() + std::max(at_once ? milliseconds(0) : wait_, state.wait));
  changed_.notify_all();
}

void HostGate::slow_down(const std::string& host, std::chrono::milliseconds wait) {
  const std::lock_guard lock(mutex_);
  hosts_[host].wait = wait;
}

void HostGate::rest(const std::string& host, std::chrono::milliseconds time) {
  const std::lock_guard lock(mutex_);
  Host& state = hosts_[host];
  state.next = std::max(state.next, Clock::now() + time);
}

}  // namespace attest
