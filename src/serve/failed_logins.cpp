#include "serve/failed_logins.hpp"

#include <algorithm>
#include <cmath>

namespace attest {

namespace {

constexpr double kAtOnce = 10;
constexpr double kSecondsForOne = 6;
constexpr std::size_t kMaxPeers = 10'000;  // beyond, everybody starts anew

}  // namespace

int FailedLogins::add(const std::string& peer, Time now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kMaxPeers) buckets_.clear();
  Bucket& bucket = buckets_.try_emplace(peer, Bucket{kAtOnce, now}).first->second;
  const double passed = std::chrono::duration<double>(now - bucket.at).count();
  bucket.tokens = std::min(kAtOnce, bucket.tokens + passed / kSecondsForOne);
  bucket.at = now;
  if (bucket.tokens < 1) return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) * kSecondsForOne)));
  bucket.tokens -= 1;
  return 0;
}

}  // namespace attest
