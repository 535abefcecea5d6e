// A shelf in memory: for tests, for measuring, and for callers that have reports but no ledger.
#pragma once

#include <map>
#include <set>

#include "reconcile/lineage.hpp"

namespace attest {

/// Const is shareable.
class MemoryShelf : public Shelf {
 public:
  /// Returns the report's key: 0, 1, 2 … in the order in which they are added.
  DocumentKey add(const Document& document);
  [[nodiscard]] std::size_t size() const { return reports_.size(); }

  [[nodiscard]] Result<std::vector<Holder>> holders(std::uint64_t hash, std::size_t limit) const override;
  [[nodiscard]] Result<std::shared_ptr<const Shelved>> load(DocumentKey document) const override;

 private:
  std::vector<std::shared_ptr<const Shelved>> reports_;
  std::map<std::uint64_t, std::set<Holder>> holders_;
};

}  // namespace attest
