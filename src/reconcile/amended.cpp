#include "reconcile/amended.hpp"

#include <algorithm>
#include <unordered_map>

#include "reconcile/claim_values.hpp"
#include "reconcile/incident.hpp"

namespace attest {

namespace {

class Copier {
 public:
  Copier(const MachineRecord& machine, const Amendments& amendments)
      : machine_(machine), from_(machine.evidence()), amendments_(amendments) {}

  Amended copy(std::span<const std::uint32_t> told) {
    for (const std::uint32_t number : told) numbers_.emplace(number, static_cast<std::uint32_t>(numbers_.size()));
    // Every claim of the incident has its number before those that they are parts of.
    for (const std::uint32_t number : told) to_.evidence.testimonies.push_back(take(number));
    for (std::size_t i = 0; i < told.size(); ++i) {
      const std::uint32_t whole = whole_of(told[i]);
      to_.evidence.testimonies[i].whole = whole;
      to_.told.push_back(static_cast<std::uint32_t>(i));
    }
    sort_by_publication(to_.evidence, to_.told);
    return std::move(to_);
  }

 private:
  std::uint32_t whole_of(std::uint32_t number) {
    const std::uint32_t whole = from_.testimonies[number].whole;
    if (whole == kNoClaim) return kNoClaim;
    if (const auto here = numbers_.find(whole); here != numbers_.end()) return here->second;
    const std::uint32_t incident = machine_.incident_of(number);
    if (incident != kNoIncident && machine_.incident_of(whole) == incident) return kNoClaim;  // split from it
    const auto next = static_cast<std::uint32_t>(to_.evidence.testimonies.size());
    to_.evidence.testimonies.push_back(take(whole));
    to_.evidence.testimonies.back().whole = kNoClaim;
    numbers_.emplace(whole, next);
    return next;
  }

  Testimony take(std::uint32_t number) {
    Testimony told = from_.testimonies[number];
    told.report = report(told.report);
    for (Interned::Name Testimony::*name : {&Testimony::actor, &Testimony::opponent, &Testimony::source,
                                            &Testimony::label, &Testimony::place, &Testimony::stem})
      told.*name = to_.evidence.names.of(from_.names.text(told.*name));
    if (const auto values = amendments_.values.find(number); values != amendments_.values.end())
      for (const auto& [field, value] : values->second)
        (void)amend(told, to_.evidence.names, field, value);  // a value that is none changes nothing
    told.set_aside = amendments_.excluded.contains(number) || told.scope != Scope::incident;
    return told;
  }

  std::uint32_t report(std::uint32_t number) {
    const auto [found, is_new] = reports_.emplace(number, static_cast<std::uint32_t>(to_.reports.size()));
    if (is_new) {
      to_.reports.push_back(number);
      to_.evidence.reports.push_back(from_.reports[number]);
    }
    return found->second;
  }

  const MachineRecord& machine_;
  const Evidence& from_;
  const Amendments& amendments_;
  Amended to_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_, reports_;  // the machine's number -> the copy's
};

}  // namespace

std::string steady_id(const Evidence& evidence, std::span<const std::uint32_t> told) {
  std::vector<std::uint32_t> order(told.begin(), told.end());
  sort_by_publication(evidence, order);
  const auto occurred =
      std::ranges::find_if(order, [&](std::uint32_t i) { return says_it_occurred(evidence, evidence.testimonies[i]); });
  return incident_id(evidence.testimonies[occurred == order.end() ? order.front() : *occurred].identity);
}

Amended amended(const MachineRecord& machine, std::span<const std::uint32_t> told, const Amendments& amendments) {
  return Copier(machine, amendments).copy(told);
}

std::optional<Incident> make_amended(const MachineRecord& machine, std::span<const std::uint32_t> told,
                                     const Amendments& amendments) {
  const Amended copy = amended(machine, told, amendments);
  std::optional<Incident> incident = make_incident_of(copy.evidence, copy.told);
  if (!incident) return std::nullopt;
  for (LinkedClaim& link : incident->claims) link.claim = copy.in_machine(link.claim);
  incident->id = steady_id(machine.evidence(), told);
  return incident;
}

}  // namespace attest
