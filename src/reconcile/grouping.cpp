#include "reconcile/grouping.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "reconcile/similarity.hpp"

namespace attest {

namespace {

constexpr std::size_t kAtOnce = 1024;
// Two accounts are linked above 0; a group takes in others that few of its members are linked with.
constexpr float kJoinAbove = -1.0F;

using Accounts = std::vector<std::uint32_t>;

/// Average linkage over a full matrix of similarities.
class Linkage {
 public:
  Linkage(const Evidence& evidence, const std::vector<Accounts>& nodes) : count_(nodes.size()) {
    sums_.resize(count_ * count_, 0);
    for (std::size_t i = 0; i < count_; ++i) {
      groups_.push_back({i});
      for (std::size_t j = 0; j < i; ++j) at(i, j) = at(j, i) = between(evidence, nodes[i], nodes[j]);
    }
    nearest_.resize(count_);
    for (std::size_t i = 0; i < count_; ++i) find_nearest(i);
  }

  /// The groups as numbers of nodes.
  std::vector<std::vector<std::size_t>> run() {
    while (true) {
      std::size_t best = count_;
      for (std::size_t i = 0; i < count_; ++i)
        if (!groups_[i].empty() && nearest_[i] != i &&
            (best == count_ || mean(i, nearest_[i]) > mean(best, nearest_[best])))
          best = i;
      if (best == count_ || mean(best, nearest_[best]) <= kJoinAbove) break;
      join(std::min(best, nearest_[best]), std::max(best, nearest_[best]));
    }
    std::erase_if(groups_, [](const auto& members) { return members.empty(); });
    return std::move(groups_);
  }

 private:
  static float between(const Evidence& evidence, const Accounts& a, const Accounts& b) {
    const Account& one = evidence.accounts[a.front()];
    const Account& other = evidence.accounts[b.front()];
    float value = similarity(one, other);
    if (value <= kNever || (a.size() == 1 && b.size() == 1)) return value;
    // Nodes stand for several reports: what one of these keeps apart stays apart.
    std::size_t i = 0;
    for (const std::uint32_t from : a) {
      while (i < b.size() && evidence.accounts[b[i]].report < evidence.accounts[from].report) ++i;
      if (i == b.size()) break;
      if (evidence.accounts[b[i]].report == evidence.accounts[from].report)
        return similarity(evidence.accounts[from], evidence.accounts[b[i]]);
    }
    return value;
  }

  float& at(std::size_t i, std::size_t j) { return sums_[i * count_ + j]; }
  [[nodiscard]] float mean(std::size_t i, std::size_t j) const {
    return sums_[i * count_ + j] / static_cast<float>(groups_[i].size() * groups_[j].size());
  }

  void find_nearest(std::size_t i) {
    nearest_[i] = i;
    for (std::size_t j = 0; j < count_; ++j)
      if (j != i && !groups_[j].empty() && (nearest_[i] == i || mean(i, j) > mean(i, nearest_[i]))) nearest_[i] = j;
  }

  void join(std::size_t i, std::size_t j) {
    groups_[i].insert(groups_[i].end(), groups_[j].begin(), groups_[j].end());
    groups_[j].clear();
    for (std::size_t k = 0; k < count_; ++k)
      if (k != i && k != j) at(i, k) = at(k, i) = at(i, k) + at(j, k);
    find_nearest(i);
    for (std::size_t k = 0; k < count_; ++k) {
      if (k == i || groups_[k].empty()) continue;
      if (nearest_[k] == i || nearest_[k] == j)
        find_nearest(k);
      else if (mean(k, i) > mean(k, nearest_[k]))
        nearest_[k] = i;
    }
  }

  std::size_t count_;
  std::vector<float> sums_;
  std::vector<std::vector<std::size_t>> groups_;
  std::vector<std::size_t> nearest_;
};

/// Accounts that say the same, but never two of one report.
std::vector<Accounts> nodes_of(const Evidence& evidence, Accounts linked) {
  std::ranges::sort(linked, {}, [&](std::uint32_t i) { return evidence.accounts[i].identity; });
  std::vector<std::tuple<std::uint64_t, std::uint32_t, std::uint32_t>> keyed;  // signature, rank in its report, account
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::uint32_t> ranks;
  for (const std::uint32_t i : linked) {
    const std::uint64_t says = signature(evidence.accounts[i], evidence.names);
    keyed.emplace_back(says, ranks[{says, evidence.accounts[i].report}]++, i);
  }
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::size_t> places;
  std::vector<Accounts> nodes;
  for (const auto& [says, rank, account] : keyed) {
    // Two accounts that would not be joined alone are not joined for being alike.
    const Account& itself = evidence.accounts[account];
    Account twin = itself;
    twin.report = itself.report + 1;
    const bool joins = similarity(itself, twin) > 0;
    const auto [place, added] = places.emplace(std::pair(says, joins ? rank : account + 0x80000000U), nodes.size());
    if (added) nodes.emplace_back();
    nodes[place->second].push_back(account);
  }
  for (Accounts& node : nodes)
    std::ranges::sort(node, {}, [&](std::uint32_t i) { return evidence.accounts[i].report; });
  return nodes;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> group(const Evidence& evidence, std::vector<std::uint32_t> linked) {
  std::vector<Accounts> groups;
  if (linked.size() == 1) {
    groups.push_back(std::move(linked));
    return groups;
  }
  std::vector<Accounts> nodes = nodes_of(evidence, std::move(linked));
  if (nodes.size() > kAtOnce)
    std::ranges::stable_sort(nodes, {}, [&](const Accounts& node) {
      const Account& a = evidence.accounts[node.front()];
      return std::tuple(a.killed.min.value_or(-1), a.injured.min.value_or(-1), evidence.names.hash(a.actor),
                        evidence.names.hash(a.place));
    });
  for (std::size_t begin = 0; begin < nodes.size(); begin += kAtOnce) {
    const std::size_t end = std::min(begin + kAtOnce, nodes.size());
    const std::vector<Accounts> part(nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                                     nodes.begin() + static_cast<std::ptrdiff_t>(end));
    for (const auto& members : Linkage(evidence, part).run()) {
      Accounts joined;
      for (const std::size_t node : members) joined.insert(joined.end(), part[node].begin(), part[node].end());
      groups.push_back(std::move(joined));
    }
  }
  return groups;
}

}  // namespace attest
