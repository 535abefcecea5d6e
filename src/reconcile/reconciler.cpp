#include "reconcile/reconciler.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "reconcile/grouping.hpp"
#include "reconcile/incident.hpp"
#include "reconcile/similarity.hpp"

namespace attest {

namespace {

/// Of more accounts in one block only those with the same figures and side are held against each other.
constexpr std::size_t kCrowded = 512;

std::uint64_t figures_and_side(const Account& account, const Interned& names) {
  std::uint64_t h = names.hash(account.actor);
  for (const Bounds* bounds : {&account.killed, &account.injured, &account.other}) {
    h = mixed(h, static_cast<std::uint64_t>(bounds->min.value_or(-1)));
    h = mixed(h, static_cast<std::uint64_t>(bounds->max.value_or(-1)));
  }
  return h;
}

}  // namespace

/// Follows the links between the first `limit` accounts.
class Reconciler::Links {
 public:
  Links(const Reconciler& all, std::size_t limit) : all_(all), limit_(limit), seen_(limit, false) {}

  [[nodiscard]] bool seen(std::uint32_t account) const { return seen_[account]; }

  /// All accounts that `start` is linked with, over others too, and itself.
  std::vector<std::uint32_t> from(std::uint32_t start) {
    std::vector<std::uint32_t> found = {start};
    seen_[start] = true;
    for (std::size_t i = 0; i < found.size(); ++i) follow(found[i], found);
    return found;
  }

 private:
  void follow(std::uint32_t account, std::vector<std::uint32_t>& found) {
    const Evidence& evidence = all_.evidence_;
    const Account& one = evidence.accounts[account];
    blocks_of(one, evidence.names, keys_);
    for (const std::uint64_t key : keys_) {
      const auto settled = all_.settled(key);
      const auto recent = all_.recent_.find(key);
      const std::size_t size = settled.size() + (recent == all_.recent_.end() ? 0 : recent->second.size());
      if (size > kCrowded) {
        follow_in_crowd(key, one, found);
        continue;
      }
      const auto consider = [&](std::uint32_t other) {
        if (other < limit_ && !seen_[other] && similarity(one, evidence.accounts[other]) > 0) visit(other, found);
      };
      for (const Block& block : settled) consider(block.second);
      if (recent != all_.recent_.end())
        for (const std::uint32_t other : recent->second) consider(other);
    }
  }

  void follow_in_crowd(std::uint64_t key, const Account& one, std::vector<std::uint32_t>& found) {
    const Evidence& evidence = all_.evidence_;
    auto crowd = crowds_.find(key);
    if (crowd == crowds_.end()) {
      crowd = crowds_.emplace(key, Crowd()).first;
      std::vector<std::uint32_t> members = all_.members(key);
      std::erase_if(members, [&](std::uint32_t other) { return other >= limit_; });
      crowd->second.small = members.size() <= kCrowded;
      for (const std::uint32_t other : members)
        crowd->second.alike[crowd->second.small ? 0 : figures_and_side(evidence.accounts[other], evidence.names)]
            .push_back(other);
    }
    const std::uint64_t mine = crowd->second.small ? 0 : figures_and_side(one, evidence.names);
    std::vector<std::uint32_t>& alike = crowd->second.alike[mine];
    if (crowd->second.small) {
      for (const std::uint32_t other : alike)
        if (!seen_[other] && similarity(one, evidence.accounts[other]) > 0) visit(other, found);
      return;
    }
    for (const std::uint32_t other : alike)
      if (!seen_[other]) visit(other, found);
    alike.clear();  // all of them are found now
  }

  void visit(std::uint32_t account, std::vector<std::uint32_t>& found) {
    seen_[account] = true;
    found.push_back(account);
  }

  struct Crowd {
    bool small = false;  // it was not yet crowded before the accounts that are left out
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> alike;
  };

  const Reconciler& all_;
  std::size_t limit_;
  std::vector<bool> seen_;
  std::vector<std::uint64_t> keys_;
  std::unordered_map<std::uint64_t, Crowd> crowds_;
};

std::uint32_t Reconciler::add(const ReportFacts& report, std::span<const Claim> claims,
                              std::span<const std::optional<ReportFacts>> copied_from) {
  const auto before = static_cast<std::uint32_t>(evidence_.accounts.size());
  const std::uint32_t number = evidence_.add(report, claims, copied_from);
  if (recent_.empty()) return number;  // settle() files it
  std::vector<std::uint64_t> keys;
  for (std::uint32_t i = before; i < evidence_.accounts.size(); ++i) {
    blocks_of(evidence_.accounts[i], evidence_.names, keys);
    for (const std::uint64_t key : keys) recent_[key].push_back(i);
  }
  return number;
}

void Reconciler::settle() const {
  const auto count = static_cast<std::uint32_t>(evidence_.accounts.size());
  if (settled_ == count) return;
  std::vector<std::uint64_t> keys;
  for (std::uint32_t i = settled_; i < count; ++i) {
    blocks_of(evidence_.accounts[i], evidence_.names, keys);
    for (const std::uint64_t key : keys) blocks_.emplace_back(key, i);
  }
  std::ranges::sort(blocks_);
  settled_ = count;
}

std::span<const Reconciler::Block> Reconciler::settled(std::uint64_t key) const {
  const auto begin = std::ranges::lower_bound(blocks_, Block(key, 0));
  auto end = begin;
  while (end != blocks_.end() && end->first == key) ++end;
  return {begin, end};
}

std::vector<std::uint32_t> Reconciler::members(std::uint64_t key) const {
  std::vector<std::uint32_t> all;
  for (const Block& block : settled(key)) all.push_back(block.second);
  if (const auto recent = recent_.find(key); recent != recent_.end())
    all.insert(all.end(), recent->second.begin(), recent->second.end());
  return all;
}

void Reconciler::each_incident(const std::function<void(Incident)>& take) const {
  if (recent_.empty()) settle();
  Links links(*this, evidence_.accounts.size());
  for (std::uint32_t i = 0; i < evidence_.accounts.size(); ++i) {
    if (links.seen(i)) continue;
    for (const auto& accounts : group(evidence_, links.from(i)))
      if (auto incident = make_incident(evidence_, accounts)) take(std::move(*incident));
  }
}

std::vector<Incident> Reconciler::incidents() const {
  std::vector<Incident> all;
  each_incident([&](Incident incident) { all.push_back(std::move(incident)); });
  std::ranges::sort(all, is_sooner);
  return all;
}

Change Reconciler::update(const ReportFacts& report, std::span<const Claim> claims,
                          std::span<const std::optional<ReportFacts>> copied_from) {
  if (recent_.empty()) settle();
  const auto before = static_cast<std::uint32_t>(evidence_.accounts.size());
  evidence_.add(report, claims, copied_from);
  const auto after = static_cast<std::uint32_t>(evidence_.accounts.size());
  std::vector<std::uint32_t> starts;
  std::vector<std::uint64_t> keys;
  for (std::uint32_t i = before; i < after; ++i) {
    starts.push_back(i);
    blocks_of(evidence_.accounts[i], evidence_.names, keys);
    for (const std::uint64_t key : keys) {
      recent_[key].push_back(i);
      // A block that has just become crowded links its members in another way.
      if (std::vector<std::uint32_t> all = members(key); all.size() == kCrowded + 1)
        starts.insert(starts.end(), all.begin(), all.end());
    }
  }

  Change change;
  std::vector<std::uint32_t> touched;
  Links now(*this, after);
  for (const std::uint32_t start : starts) {
    if (now.seen(start)) continue;
    std::vector<std::uint32_t> linked = now.from(start);
    touched.insert(touched.end(), linked.begin(), linked.end());
    for (const auto& accounts : group(evidence_, std::move(linked)))
      if (auto incident = make_incident(evidence_, accounts)) change.come.push_back(std::move(*incident));
  }
  std::vector<Incident> gone;
  Links then(*this, before);
  for (const std::uint32_t account : touched) {
    if (account >= before || then.seen(account)) continue;
    for (const auto& accounts : group(evidence_, then.from(account)))
      if (auto incident = make_incident(evidence_, accounts)) gone.push_back(std::move(*incident));
  }
  // What is as it was has not changed.
  for (Incident& old : gone) {
    const auto same = std::ranges::find(change.come, old);
    if (same != change.come.end())
      change.come.erase(same);
    else
      change.gone.push_back(std::move(old.id));
  }
  std::ranges::sort(change.gone);
  std::ranges::sort(change.come, is_sooner);
  return change;
}

}  // namespace attest
