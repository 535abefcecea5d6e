#include "reconcile/regrouping.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace attest {

Regrouping::Group Regrouping::add(std::vector<std::uint32_t> members) {
  std::ranges::sort(members);
  const auto group = static_cast<Group>(groups_.size());
  for (const std::uint32_t testimony : members) group_of_[testimony] = group;
  groups_.push_back(std::move(members));
  return group;
}

std::optional<Regrouping::Group> Regrouping::group_of(std::uint32_t testimony) {
  if (const auto known = group_of_.find(testimony); known != group_of_.end()) return known->second;
  const std::uint32_t incident = machine_.incident_of(testimony);
  if (incident == kNoIncident) return std::nullopt;
  return add(machine_.told(incident));
}

void Regrouping::add_alone(std::uint32_t testimony) {
  if (!group_of(testimony)) add({testimony});
}

void Regrouping::merge(std::span<const Group> groups) {
  std::vector<std::uint32_t> members;
  for (const Group group : std::set<Group>(groups.begin(), groups.end())) {
    members.insert(members.end(), groups_[group].begin(), groups_[group].end());
    groups_[group].clear();
  }
  if (!members.empty()) add(std::move(members));
}

void Regrouping::split(std::span<const std::uint32_t> testimonies) {
  std::set<std::uint32_t> chosen;
  std::set<Group> from;
  for (const std::uint32_t testimony : testimonies)
    if (const auto group = group_of(testimony)) {
      chosen.insert(testimony);
      from.insert(*group);
    }
  if (chosen.empty() || (from.size() == 1 && groups_[*from.begin()].size() == chosen.size())) return;
  for (const Group group : from)
    std::erase_if(groups_[group], [&](std::uint32_t testimony) { return chosen.contains(testimony); });
  add({chosen.begin(), chosen.end()});
}

std::vector<std::uint32_t> Regrouping::taken_up() const {
  std::set<std::uint32_t> incidents;
  for (const auto& [testimony, group] : group_of_)
    if (machine_.incident_of(testimony) != kNoIncident) incidents.insert(machine_.incident_of(testimony));
  return {incidents.begin(), incidents.end()};
}

}  // namespace attest
