// The incidents that a question asks for, kept while the same filters are asked about again: a map asks for twenty tiles
// at a time, and a list for one page after the other.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "attest/error.hpp"

namespace attest {

struct Selection {
  bool all = false;                 // every row
  std::vector<std::uint32_t> rows;  // ascending
  std::vector<bool> has;            // by row

  [[nodiscard]] bool takes(std::uint32_t row) const { return all || has[row]; }
};

/// The selections asked for last. Thread-safe.
class SelectionCache {
 public:
  [[nodiscard]] std::shared_ptr<const Selection> find(const std::string& key);
  void keep(const std::string& key, std::shared_ptr<const Selection> selection);

 private:
  static constexpr std::size_t kMost = 24;

  std::mutex mutex_;
  std::list<std::pair<std::string, std::shared_ptr<const Selection>>> newest_;  // the one asked for last is the first
};

}  // namespace attest
