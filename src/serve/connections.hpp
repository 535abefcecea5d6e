// Open connections and how long each has kept us waiting. The library closes one on which nothing moves; one who sends a
// byte every few seconds for ever is closed by this.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace attest {

class Connections {
 public:
  /// One connection. Its socket's thread marks it, the watch reads it.
  class Mark {
   public:
    explicit Mark(int socket) : socket_(socket), since_(now()) {}
    /// A request is here whole, or its answer is out.
    void answering(bool yes) {
      since_ = now();
      answering_ = yes;
    }

   private:
    friend class Connections;
    static std::int64_t now() {
      return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
          .count();
    }
    int socket_;
    std::atomic<std::int64_t> since_;  // milliseconds
    std::atomic<bool> answering_ = false;
  };

  struct Limits {
    /// To deliver a whole request, from the connection's beginning or from the last answer.
    std::chrono::milliseconds asking{30'000};
    /// To work out an answer and take it.
    std::chrono::milliseconds answering{600'000};
  };

  explicit Connections(Limits limits);
  Connections(const Connections&) = delete;
  ~Connections();

  Mark* open(int socket);
  /// Called before the socket is closed, so that no other gets its number while the watch holds it.
  void close(Mark* mark);
  /// Waits until no request is being answered, at most so long.
  void wait_for_answers(std::chrono::milliseconds at_most);

 private:
  void watch(const std::stop_token& stop);
  void cut_those_over(std::int64_t now);
  [[nodiscard]] bool is_answering();

  Limits limits_;
  std::mutex mutex_;
  std::condition_variable_any ended_;
  std::unordered_set<Mark*> marks_;
  std::jthread watch_;
};

}  // namespace attest
