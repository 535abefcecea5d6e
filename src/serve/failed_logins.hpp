// Who sends wrong tokens too often is told to wait. Nobody guesses 256 bits; this keeps a broken program from filling
// logs and holding threads. A valid token always passes, so nobody can lock another out.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace attest {

/// Thread-safe.
class FailedLogins {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// Counts one more of this peer; the seconds that it has to wait, 0 if it may go on.
  [[nodiscard]] int add(const std::string& peer, Time now);

 private:
  struct Bucket {
    double tokens = 0;
    Time at;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace attest
