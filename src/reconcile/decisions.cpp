#include "reconcile/decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "reconcile/amended.hpp"
#include "reconcile/claim_values.hpp"
#include "reconcile/incident.hpp"
#include "reconcile/regrouping.hpp"

namespace attest {

namespace {

using Group = Regrouping::Group;

/// Where the claims of an anchor are now.
struct Found {
  std::map<Group, std::size_t> groups;  // and how many of the claims are in each
  std::optional<Group> most;            // the group with most of them; of equals the one with the earliest named
  std::size_t claims = 0;               // that are found
};

class Decider {
 public:
  Decider(const MachineRecord& machine, std::span<const Act> acts)
      : machine_(machine), evidence_(machine.evidence()), acts_(acts), groups_(machine) {}

  Reviewed run() {
    find_undone();
    amend_claims();
    regroup();
    for (const Act& act : acts_) judge(act);
    compare_states();
    make_incidents();
    forward_ids();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_in_effect(const Act& act) const { return !result_.undone.contains(act.seq); }

  /// An act that undoes another can be undone itself.
  void find_undone() {
    for (std::size_t i = acts_.size(); i-- > 0;)
      if (acts_[i].act == ActKind::undo && acts_[i].undoes && is_in_effect(acts_[i]))
        result_.undone.emplace(*acts_[i].undoes, acts_[i].seq);
  }

  void complain(const Act& act, Misfit misfit, std::string message, std::optional<Group> about = std::nullopt) {
    Conflict conflict{act.seq, misfit, std::move(message)};
    if (about) conflicts_of_[*about].push_back(conflict);
    result_.conflicts.push_back(std::move(conflict));
  }

  /// The testimonies of the claims that an act names, if all are still there.
  std::vector<std::uint32_t> claims_of(const Act& act) {
    std::vector<std::uint32_t> found;
    for (const ClaimAnchor& anchor : act.claims)
      if (const auto testimony = machine_.find(anchor))
        found.push_back(*testimony);
      else
        complain(act, Misfit::claim_gone, fmt::format("the claim {} is no longer made", claim_key(anchor)));
    return found;
  }

  // What claims say.

  void amend_claims() {
    std::map<std::pair<std::uint32_t, ClaimField>, const Act*> latest;
    for (const Act& act : acts_) {
      if (!is_in_effect(act)) continue;
      if (act.act == ActKind::exclude)
        for (const std::uint32_t testimony : claims_of(act)) result_.amendments.excluded.insert(testimony);
      if (act.act == ActKind::correct && act.field && act.after)
        for (const std::uint32_t testimony : claims_of(act)) latest[{testimony, *act.field}] = &act;
    }
    for (const auto& [what, act] : latest) {
      const auto& [testimony, field] = what;
      const Testimony& told = evidence_.testimonies[testimony];
      Correction correction{
          {told.report, told.claim}, field, value_of(told, evidence_.names, field), *act->after, act->seq, {}};
      if (correction.machine != act->machine && correction.machine != *act->after)
        correction.conflict = fmt::format("the machine now reads {}, where it read {}", correction.machine,
                                          act->machine.value_or("null"));
      result_.amendments.values[testimony][field] = *act->after;
      corrections_[testimony].push_back({std::move(correction), act});
    }
    for (const auto& [testimony, values] : result_.amendments.values) add_if_it_occurred(testimony, values);
  }

  /// A claim that is in no incident, because it was a total or was denied, is one when it is corrected to be.
  void add_if_it_occurred(std::uint32_t testimony, const std::map<ClaimField, std::string>& values) {
    if (machine_.incident_of(testimony) != kNoIncident) return;
    if (!values.contains(ClaimField::scope) && !values.contains(ClaimField::certainty)) return;
    Testimony told = evidence_.testimonies[testimony];
    Interned names;
    for (const auto& [field, value] : values) (void)amend(told, names, field, value);
    if (told.scope == Scope::incident && says_it_occurred(evidence_, told)) groups_.add_alone(testimony);
  }

  // Which claims are one incident.

  void regroup() {
    for (const Act& act : acts_) {
      if (!is_in_effect(act)) continue;
      if (act.act == ActKind::merge) merge(act);
      if (act.act == ActKind::split) split(act);
    }
  }

  void merge(const Act& act) {
    std::vector<Group> groups;
    for (const IncidentAnchor& incident : act.incidents) {
      const Found found = locate(incident.claims);
      if (found.most)
        groups.push_back(*found.most);
      else
        complain(act, Misfit::claim_gone, fmt::format("no claim of incident {} is made any more", incident.id));
      if (found.groups.size() > 1)
        complain(act, Misfit::fell_apart,
                 fmt::format("the claims of incident {} are in {} incidents now", incident.id, found.groups.size()));
    }
    groups_.merge(groups);
  }

  void split(const Act& act) {
    const std::vector<std::uint32_t> claims = claims_of(act);
    std::set<Group> from;
    for (const std::uint32_t testimony : claims)
      if (const auto group = groups_.group_of(testimony)) from.insert(*group);
    if (from.size() > 1)
      complain(act, Misfit::fell_apart, fmt::format("the claims that were split off are in {} incidents", from.size()));
    groups_.split(claims);
  }

  Found locate(const std::vector<ClaimAnchor>& claims) {
    Found found;
    std::size_t most = 0;
    std::vector<Group> order;
    for (const ClaimAnchor& anchor : claims) {
      const auto testimony = machine_.find(anchor);
      const auto group = testimony ? groups_.group_of(*testimony) : std::nullopt;
      if (!group) continue;
      ++found.claims;
      if (found.groups[*group]++ == 0) order.push_back(*group);
    }
    for (const Group group : order)
      if (found.groups[group] > most) {
        most = found.groups[group];
        found.most = group;
      }
    return found;
  }

  // What is thought of incidents.

  struct State {
    ReviewState state = ReviewState::open;
    const Act* act = nullptr;  // that decided it last
    Found found;
  };

  static bool is_view(const Act& act) { return act.act == ActKind::unmasked_view || act.act == ActKind::original_view; }

  void judge(const Act& act) {
    if (is_view(act)) return;
    std::set<Group> about;
    for (const IncidentAnchor& incident : act.incidents) {
      Found found = locate(incident.claims);
      if (found.most) about.insert(*found.most);
      if (!is_in_effect(act)) continue;
      if (act.act == ActKind::accept || act.act == ActKind::reject)
        decide(act, std::move(found));
      else if (act.act == ActKind::sensitive)
        mark_sensitive(act, found);
    }
    for (const ClaimAnchor& anchor : act.claims)
      if (const auto testimony = machine_.find(anchor))
        if (const auto group = groups_.group_of(*testimony)) about.insert(*group);
    for (const Group group : about) acts_of_[group].push_back(act.seq);
  }

  void decide(const Act& act, Found found) {
    if (!found.most) return complain(act, Misfit::claim_gone, "none of its claims is made any more");
    const Group group = *found.most;
    states_[group] = {act.act == ActKind::accept ? ReviewState::accepted : ReviewState::rejected, &act,
                      std::move(found)};
  }

  /// To be careful, every incident with one of the claims is sensitive.
  void mark_sensitive(const Act& act, const Found& found) {
    if (!found.most) return complain(act, Misfit::claim_gone, "none of its claims is made any more");
    for (const auto& [group, claims] : found.groups)
      if (act.after == "false")
        sensitive_.erase(group);
      else
        sensitive_.insert(group);
  }

  /// Is what was accepted or rejected still the same?
  void compare_states() {
    for (const auto& [group, state] : states_) {
      const std::size_t named = state.act->incidents.front().claims.size(), here = state.found.groups.at(group);
      if (state.found.claims < named)
        complain(*state.act, Misfit::claim_gone,
                 fmt::format("{} of its {} claims are no longer made", named - state.found.claims, named), group);
      if (state.found.groups.size() > 1)
        complain(*state.act, Misfit::fell_apart,
                 fmt::format("its claims are in {} incidents now", state.found.groups.size()), group);
      const std::size_t more = groups_.members(group).size() - here;
      if (more > 0)
        complain(*state.act, Misfit::has_grown, fmt::format("it has {} claim{} more now", more, more == 1 ? "" : "s"),
                 group);
    }
  }

  // What comes of it.

  void make_incidents() {
    result_.replaced = groups_.taken_up();
    for (Group group = 0; group < groups_.size(); ++group)
      if (!groups_.members(group).empty()) make(group);
    for (const auto& [testimony, corrections] : corrections_)
      if (!groups_.group_of(testimony))
        for (const auto& [correction, act] : corrections) compare_value(correction, *act, std::nullopt);
    std::ranges::sort(result_.incidents, [](const ReviewedIncident& a, const ReviewedIncident& b) {
      return is_sooner(a.incident, b.incident);
    });
    for (std::uint32_t i = 0; i < result_.incidents.size(); ++i) {
      result_.by_id.emplace(result_.incidents[i].incident.id, i);
      for (const LinkedClaim& link : result_.incidents[i].incident.claims)
        result_.by_testimony.emplace(machine_.testimony_of(link.claim), i);
    }
    std::ranges::stable_sort(result_.conflicts, {}, &Conflict::seq);
  }

  void compare_value(const Correction& correction, const Act& act, std::optional<Group> group) {
    if (!correction.conflict.empty()) complain(act, Misfit::value_changed, correction.conflict, group);
  }

  void make(Group group) {
    const std::vector<std::uint32_t>& members = groups_.members(group);
    ReviewedIncident reviewed;
    std::set<std::uint32_t> machine;
    bool is_amended = false;
    for (const std::uint32_t testimony : members) {
      if (machine_.incident_of(testimony) != kNoIncident) machine.insert(machine_.incident_of(testimony));
      is_amended = is_amended || result_.amendments.excluded.contains(testimony);
      const auto corrections = corrections_.find(testimony);
      if (corrections == corrections_.end()) continue;
      is_amended = true;
      for (const auto& [correction, act] : corrections->second) {
        reviewed.corrections.push_back(correction);
        compare_value(correction, *act, group);
      }
    }
    reviewed.machine.assign(machine.begin(), machine.end());
    const bool is_regrouped =
        machine.size() != 1 || machine_.incidents()[*machine.begin()].claims.size() != members.size();
    if (const auto state = states_.find(group); state != states_.end()) reviewed.note.state = state->second.state;
    if (!is_amended && !is_regrouped) {
      reviewed.incident = machine_.incidents()[*machine.begin()];
    } else if (auto incident = make_amended(machine_, members, result_.amendments)) {
      reviewed.incident = std::move(*incident);
    } else {
      // Nothing is left of it: it is shown as it was, rejected.
      incident = make_amended(machine_, members, {});
      if (!incident) return;
      reviewed.incident = std::move(*incident);
      reviewed.note.state = ReviewState::rejected;
    }
    reviewed.note.edited = is_amended || is_regrouped;
    reviewed.note.sensitive = sensitive_.contains(group);
    reviewed.acts = acts_of_[group];
    reviewed.conflicts = conflicts_of_[group];
    std::ranges::stable_sort(reviewed.conflicts, {}, &Conflict::seq);
    reviewed.note.conflicts = static_cast<std::uint32_t>(reviewed.conflicts.size());
    std::ranges::sort(reviewed.corrections, {}, [](const Correction& c) { return std::pair(c.claim, c.field); });
    id_of_[group] = reviewed.incident.id;
    result_.incidents.push_back(std::move(reviewed));
  }

  // Links to what is gone.

  [[nodiscard]] bool is_shown(const std::string& id) const {
    if (result_.by_id.contains(id)) return true;
    const auto machine = machine_.find_incident(id);
    return machine && !result_.is_replaced(*machine);
  }

  void forward(const std::string& id, std::optional<Group> group) {
    if (!group || is_shown(id)) return;
    if (const auto now = id_of_.find(*group); now != id_of_.end()) result_.forwarded.emplace(id, now->second);
  }

  void forward_ids() {
    for (const std::uint32_t number : result_.replaced) {
      const Incident& incident = machine_.incidents()[number];
      const auto earliest = std::ranges::find_if(
          incident.claims, [](const LinkedClaim& link) { return link.role != ClaimRole::excluded; });
      if (earliest != incident.claims.end())
        forward(incident.id, groups_.group_of(machine_.testimony_of(earliest->claim)));
    }
    for (const Act& act : acts_) {
      if (is_view(act)) continue;
      for (const IncidentAnchor& incident : act.incidents)
        if (!is_shown(incident.id))
          forward(incident.id, locate(incident.claims.empty() ? act.claims : incident.claims).most);
      if (act.act != ActKind::split) continue;
      std::vector<std::uint32_t> claims;
      for (const ClaimAnchor& anchor : act.claims)
        if (const auto testimony = machine_.find(anchor)) claims.push_back(*testimony);
      if (!claims.empty()) forward(steady_id(evidence_, claims), groups_.group_of(claims.front()));
    }
  }

  const MachineRecord& machine_;
  const Evidence& evidence_;
  std::span<const Act> acts_;
  Regrouping groups_;
  std::map<std::uint32_t, std::vector<std::pair<Correction, const Act*>>> corrections_;  // by testimony
  std::map<Group, State> states_;
  std::set<Group> sensitive_;
  std::map<Group, std::vector<std::int64_t>> acts_of_;
  std::map<Group, std::vector<Conflict>> conflicts_of_;
  std::map<Group, std::string> id_of_;
  Reviewed result_;
};

}  // namespace

const ReviewedIncident* Reviewed::find(std::string_view id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &incidents[found->second];
}

bool Reviewed::is_replaced(std::uint32_t machine) const { return std::ranges::binary_search(replaced, machine); }

ActStanding Reviewed::standing_of(const Act& act) const {
  ActStanding standing;
  if (const auto by = undone.find(act.seq); by != undone.end()) standing.undone_by = by->second;
  for (const Conflict& conflict : conflicts)
    if (conflict.seq == act.seq) standing.conflict += (standing.conflict.empty() ? "" : "; ") + conflict.message;
  return standing;
}

std::optional<std::string> Reviewed::shown_as(std::string_view id, const MachineRecord& machine) const {
  if (by_id.contains(id)) return std::string(id);
  if (const auto into = forwarded.find(id); into != forwarded.end()) return into->second;
  const auto number = machine.find_incident(id);
  return number && !is_replaced(*number) ? std::optional(std::string(id)) : std::nullopt;
}

std::optional<std::string> Reviewed::incident_of(std::uint32_t testimony, const MachineRecord& machine) const {
  if (const auto found = by_testimony.find(testimony); found != by_testimony.end())
    return incidents[found->second].incident.id;
  const std::uint32_t number = machine.incident_of(testimony);
  if (number == kNoIncident || is_replaced(number)) return std::nullopt;
  return machine.incidents()[number].id;
}

Reviewed apply_decisions(const MachineRecord& machine, std::span<const Act> acts) {
  return Decider(machine, acts).run();
}

std::vector<const Incident*> all_incidents(const MachineRecord& machine, const Reviewed& reviewed) {
  std::vector<const Incident*> stay, come, all;
  for (std::uint32_t i = 0; i < machine.incidents().size(); ++i)
    if (!reviewed.is_replaced(i)) stay.push_back(&machine.incidents()[i]);
  for (const ReviewedIncident& one : reviewed.incidents) come.push_back(&one.incident);
  all.resize(stay.size() + come.size());
  std::ranges::merge(stay, come, all.begin(), [](const Incident* a, const Incident* b) { return is_sooner(*a, *b); });
  return all;
}

std::vector<HistoryStep> history_of(const MachineRecord& machine, const Reviewed& reviewed, const Incident& incident) {
  if (reviewed.find(incident.id) == nullptr) return history_of(machine.evidence(), incident);
  std::vector<std::uint32_t> told;
  for (const LinkedClaim& link : incident.claims) told.push_back(machine.testimony_of(link.claim));
  const Amended copy = amended(machine, told, reviewed.amendments);
  std::vector<HistoryStep> steps = history_of(copy.evidence, copy.told);
  for (HistoryStep& step : steps)
    if (step.because) step.because = copy.in_machine(*step.because);
  return steps;
}

}  // namespace attest
