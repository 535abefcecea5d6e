#include "serve/connections.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <memory>

namespace attest {

Connections::Connections(Limits limits)
    : limits_(limits), watch_([this](const std::stop_token& stop) { watch(stop); }) {}

Connections::~Connections() {
  watch_.request_stop();
  watch_.join();
  for (Mark* mark : marks_) std::default_delete<Mark>()(mark);
}

Connections::Mark* Connections::open(int socket) {
  auto mark = std::make_unique<Mark>(socket);
  const std::lock_guard lock(mutex_);
  marks_.insert(mark.get());
  return mark.release();
}

void Connections::close(Mark* mark) {
  const std::unique_ptr<Mark> owner(mark);
  const std::lock_guard lock(mutex_);
  marks_.erase(mark);
}

void Connections::cut_those_over(std::int64_t now) {
  for (const Mark* mark : marks_) {
    const auto limit = mark->answering_ ? limits_.answering : limits_.asking;
    if (now - mark->since_ > limit.count()) (void)shutdown(mark->socket_, SHUT_RDWR);
  }
}

void Connections::watch(const std::stop_token& stop) {
  const auto pause = std::clamp<std::chrono::milliseconds>(limits_.asking / 10, std::chrono::milliseconds(10),
                                                           std::chrono::milliseconds(1000));
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    (void)ended_.wait_for(lock, stop, pause, [] { return false; });
    cut_those_over(Mark::now());
  }
}

bool Connections::is_answering() {
  const std::lock_guard lock(mutex_);
  return std::any_of(marks_.begin(), marks_.end(), [](const Mark* mark) { return mark->answering_.load(); });
}

void Connections::wait_for_answers(std::chrono::milliseconds at_most) {
  const auto end = std::chrono::steady_clock::now() + at_most;
  while (is_answering() && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

}  // namespace attest
