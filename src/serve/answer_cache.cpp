#include "serve/answer_cache.hpp"

#include <utility>

namespace attest {

namespace {

constexpr std::size_t kOverhead = 1024;  // of an entry besides its body

std::size_t size_of(const Answer& answer) { return answer.body->size() + kOverhead; }

}  // namespace

void AnswerCache::keep_to(const std::string& snapshot) {
  if (snapshot == snapshot_) return;
  snapshot_ = snapshot;
  by_key_.clear();
  entries_.clear();
  used_ = 0;
}

std::shared_ptr<const Answer> AnswerCache::find(const std::string& snapshot, std::string_view key) {
  const std::lock_guard lock(mutex_);
  keep_to(snapshot);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void AnswerCache::put(const std::string& snapshot, std::string key, std::shared_ptr<const Answer> answer) {
  const std::size_t size = size_of(*answer);
  if (size > limit_ / 8) return;
  const std::lock_guard lock(mutex_);
  keep_to(snapshot);
  if (by_key_.contains(key)) return;
  entries_.push_front({.key = std::move(key), .answer = std::move(answer)});
  by_key_.emplace(entries_.front().key, entries_.begin());
  for (used_ += size; used_ > limit_; entries_.pop_back()) {
    used_ -= size_of(*entries_.back().answer);
    by_key_.erase(entries_.back().key);
  }
}

}  // namespace attest
