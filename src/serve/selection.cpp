#include "serve/selection.hpp"

#include <algorithm>

namespace attest {

std::shared_ptr<const Selection> SelectionCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::ranges::find(newest_, key, [](const auto& entry) -> const std::string& { return entry.first; });
  if (found == newest_.end()) return nullptr;
  newest_.splice(newest_.begin(), newest_, found);
  return found->second;
}

void SelectionCache::keep(const std::string& key, std::shared_ptr<const Selection> selection) {
  const std::lock_guard lock(mutex_);
  newest_.emplace_front(key, std::move(selection));
  if (newest_.size() > kMost) newest_.pop_back();
}

}  // namespace attest
