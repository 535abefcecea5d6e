// Which claims are one incident after reviewers have merged and split: the machine's groups, of which only those that
// somebody asks for are taken up.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "reconcile/machine_record.hpp"

namespace attest {

class Regrouping {
 public:
  using Group = std::uint32_t;

  explicit Regrouping(const MachineRecord& machine) : machine_(machine) {}

  /// The group of a testimony; nothing if it is in no incident.
  [[nodiscard]] std::optional<Group> group_of(std::uint32_t testimony);
  /// Makes an incident of a testimony that is in none.
  void add_alone(std::uint32_t testimony);
  /// Makes one group of several.
  void merge(std::span<const Group> groups);
  /// Makes these testimonies a group of their own. Nothing happens if they are the whole of one already.
  void split(std::span<const std::uint32_t> testimonies);

  [[nodiscard]] std::size_t size() const { return groups_.size(); }
  /// Its testimonies, ascending; empty if they went into others.
  [[nodiscard]] const std::vector<std::uint32_t>& members(Group group) const { return groups_[group]; }
  /// The machine's incidents that were taken up, ascending.
  [[nodiscard]] std::vector<std::uint32_t> taken_up() const;

 private:
  Group add(std::vector<std::uint32_t> members);

  const MachineRecord& machine_;
  std::vector<std::vector<std::uint32_t>> groups_;
  std::unordered_map<std::uint32_t, Group> group_of_;  // of the testimonies taken up
};

}  // namespace attest
