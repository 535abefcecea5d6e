// Answers that were just given, for who asks the same of the same snapshot. What was asked longest ago goes first.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "serve/answer.hpp"

namespace attest {

/// Thread-safe.
class AnswerCache {
 public:
  /// @param limit  bytes of bodies that are kept at most; of one answer an eighth
  explicit AnswerCache(std::size_t limit) : limit_(limit) {}

  /// @param snapshot  answers of another one are forgotten  @return null if it is not there
  [[nodiscard]] std::shared_ptr<const Answer> find(const std::string& snapshot, std::string_view key);
  void put(const std::string& snapshot, std::string key, std::shared_ptr<const Answer> answer);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Answer> answer;
  };
  void keep_to(const std::string& snapshot);

  std::size_t limit_, used_ = 0;
  std::mutex mutex_;
  std::string snapshot_;
  std::list<Entry> entries_;  // the latest first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace attest
