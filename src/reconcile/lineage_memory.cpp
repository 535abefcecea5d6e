#include "reconcile/lineage_memory.hpp"

#include <utility>

namespace attest {

DocumentKey MemoryShelf::add(const Document& document) {
  const auto key = static_cast<DocumentKey>(reports_.size());
  Shelved report = {document, 0, fingerprint(document.text, document.blocks)};
  report.about.original.clear();
  report.rank = rank_of(document, report.print.words.size());
  for (const std::uint64_t hash : hashes_to_keep(report.print)) holders_[hash].insert({report.rank, key});
  reports_.push_back(std::make_shared<const Shelved>(std::move(report)));
  return key;
}

Result<std::vector<Shelf::Holder>> MemoryShelf::holders(std::uint64_t hash, std::size_t limit) const {
  std::vector<Holder> first;
  const auto found = holders_.find(hash);
  if (found == holders_.end()) return first;
  for (const Holder& holder : found->second) {
    if (first.size() == limit) break;
    first.push_back(holder);
  }
  return first;
}

Result<std::shared_ptr<const Shelved>> MemoryShelf::load(DocumentKey document) const {
  if (document < 0 || static_cast<std::size_t>(document) >= reports_.size())
    return fail(ErrorCode::not_found, "no such report on the shelf");
  return reports_[static_cast<std::size_t>(document)];
}

}  // namespace attest
