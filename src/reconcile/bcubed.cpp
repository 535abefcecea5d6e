#include "reconcile/bcubed.hpp"

#include <unordered_map>

namespace attest {

BCubed b_cubed(std::span<const std::uint32_t> truth, std::span<const std::uint32_t> found) {
  std::unordered_map<std::uint64_t, double> both;
  std::unordered_map<std::uint32_t, double> true_sizes, found_sizes;
  const auto pair = [&](std::size_t i) { return static_cast<std::uint64_t>(truth[i]) << 32U | found[i]; };
  for (std::size_t i = 0; i < truth.size(); ++i) {
    both[pair(i)] += 1;
    true_sizes[truth[i]] += 1;
    found_sizes[found[i]] += 1;
  }
  BCubed result;
  if (truth.empty()) return result;
  result.precision = result.recall = 0;
  std::unordered_map<std::uint32_t, std::size_t> true_parts, found_parts;
  for (const auto& [key, size] : both) {
    const auto of_truth = static_cast<std::uint32_t>(key >> 32U), of_found = static_cast<std::uint32_t>(key);
    result.precision += size * size / found_sizes[of_found];
    result.recall += size * size / true_sizes[of_truth];
    ++true_parts[of_truth];
    ++found_parts[of_found];
  }
  result.precision /= static_cast<double>(truth.size());
  result.recall /= static_cast<double>(truth.size());
  for (const auto& [label, parts] : found_parts) result.false_merges += parts > 1 ? 1 : 0;
  for (const auto& [label, parts] : true_parts) result.false_splits += parts > 1 ? 1 : 0;
  return result;
}

}  // namespace attest
