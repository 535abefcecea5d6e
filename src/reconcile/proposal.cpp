#include "reconcile/proposal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reconcile/amended.hpp"
#include "reconcile/claim_values.hpp"
#include "reconcile/incident.hpp"

namespace attest {

namespace {

constexpr std::size_t kMaxIncidents = 100, kMaxClaims = 1000;

tl::unexpected<Error> refuse(std::string_view where, std::string message) {
  return fail(ErrorCode::usage, std::move(message), std::string(where));
}

std::string list_of(const std::vector<std::string>& ids) {
  std::string json = "[";
  for (const std::string& id : ids) json += fmt::format("{}\"{}\"", json.size() > 1 ? "," : "", id);
  return json + "]";
}

/// "[\"ab12cd34\",\"ef56gh78\"]", ascending.
std::string sorted_list_of(std::vector<std::string> ids) {
  std::ranges::sort(ids);
  return list_of(ids);
}

class Proposer {
 public:
  Proposer(const Proposal& proposal, const MachineRecord& machine, const Reviewed& reviewed, std::span<const Act> acts)
      : proposal_(proposal), machine_(machine), reviewed_(reviewed), acts_(acts) {}

  Result<Proposed> run() {
    act_.act = proposal_.act;
    act_.reason = proposal_.reason;
    const Result<void> done = check();
    if (!done && !conflict_) return tl::unexpected(done.error());
    return Proposed{std::move(act_), std::move(conflict_)};
  }

 private:
  Result<void> check() {
    ATTEST_CHECK(check_text(proposal_.reason, kMaxReason, "reason"));
    if (proposal_.act != ActKind::accept && proposal_.act != ActKind::undo) ATTEST_CHECK(need_reason());
    ATTEST_CHECK(fill());
    return check_expectation();
  }

  tl::unexpected<Error> clash(std::string message) {
    conflict_ = std::move(message);
    return fail(ErrorCode::usage, *conflict_);
  }

  Result<void> fill() {
    switch (proposal_.act) {
      case ActKind::accept:
        return judge("accepted");
      case ActKind::reject:
        return judge("rejected");
      case ActKind::note:
        return add_incident();
      case ActKind::sensitive:
        return mark_sensitive();
      case ActKind::merge:
        return merge();
      case ActKind::correct:
        return correct();
      case ActKind::split:
        return split();
      case ActKind::exclude:
        return exclude();
      case ActKind::undo:
        return undo();
      case ActKind::unmasked_view:
      case ActKind::original_view:
        break;
    }
    return refuse("act", "is no decision");
  }

  Result<void> need_reason() const {
    if (proposal_.reason.find_first_not_of(" \t\n") == std::string::npos)
      return refuse("reason", fmt::format("is needed to {}", name_of(proposal_.act)));
    return {};
  }

  // Incidents and claims by their names.

  Result<const Incident*> incident_of(const std::string& id, std::string_view where) {
    if (id.empty()) return refuse(where, "is missing: the id of an incident");
    if (const ReviewedIncident* one = reviewed_.find(id)) return &one->incident;
    if (const auto into = reviewed_.forwarded.find(id); into != reviewed_.forwarded.end())
      return clash(fmt::format("incident {} went into {}", id, into->second));
    const auto number = machine_.find_incident(id);
    if (!number) return fail(ErrorCode::not_found, fmt::format("no incident {}", id), std::string(where));
    return &machine_.incidents()[*number];
  }

  [[nodiscard]] std::vector<std::uint32_t> told(const Incident& incident) const {
    std::vector<std::uint32_t> told;
    for (const LinkedClaim& link : incident.claims) told.push_back(machine_.testimony_of(link.claim));
    return told;
  }

  Result<void> add_incident(const std::string& id, std::string_view where) {
    ATTEST_TRY(const Incident* incident, incident_of(id, where));
    act_.incidents.push_back({incident->id, machine_.anchors(told(*incident))});
    return {};
  }
  Result<void> add_incident() { return add_incident(proposal_.incident, "incident"); }

  [[nodiscard]] ReviewNote note_of(const std::string& id) const {
    const ReviewedIncident* one = reviewed_.find(id);
    return one == nullptr ? ReviewNote() : one->note;
  }

  /// The named claims, all of the incident if one is named. Its anchor has no claims of its own: the act's stand for it.
  Result<std::vector<std::uint32_t>> add_claims(std::size_t most) {
    if (proposal_.claims.empty()) return refuse("claims", "is missing: keys like \"<id of a report>/c3\"");
    if (proposal_.claims.size() > most)
      return refuse("claims", fmt::format("has {} claims; {} allowed", proposal_.claims.size(),
                                          most == 1 ? "one is" : fmt::format("{} are", most)));
    std::vector<std::uint32_t> inside;
    if (!proposal_.incident.empty()) {
      ATTEST_TRY(const Incident* incident, incident_of(proposal_.incident, "incident"));
      inside = told(*incident);
      act_.incidents.push_back({incident->id, {}});
    }
    std::vector<std::uint32_t> claims;
    for (const std::string& key : proposal_.claims) {
      const auto testimony = machine_.find_claim(key);
      if (!testimony) return fail(ErrorCode::not_found, fmt::format("no claim {}", key), "claims");
      if (!proposal_.incident.empty() && std::ranges::find(inside, *testimony) == inside.end())
        return clash(fmt::format("claim {} is not one of incident {}", key, proposal_.incident));
      if (std::ranges::find(claims, *testimony) != claims.end())
        return refuse("claims", fmt::format("names {} twice", key));
      claims.push_back(*testimony);
    }
    act_.claims = machine_.anchors(claims);
    return claims;
  }

  /// For split and exclude: the incident whose claims they are must be named.
  Result<std::vector<std::uint32_t>> add_claims_of_incident() {
    if (proposal_.incident.empty()) return refuse("incident", "is missing: the id of an incident");
    return add_claims(kMaxClaims);
  }

  // Acts.

  Result<void> judge(std::string_view state) {
    ATTEST_CHECK(add_incident());
    act_.before = fmt::format("\"{}\"", name_of(note_of(act_.incidents.front().id).state));
    act_.after = fmt::format("\"{}\"", state);
    return {};
  }

  Result<void> mark_sensitive() {
    ATTEST_CHECK(add_incident());
    const std::string& id = act_.incidents.front().id;
    const std::string after = proposal_.value.value_or("true");
    if (after != "true" && after != "false") return refuse("value", "must be true or false");
    const bool is_marked = note_of(id).sensitive;
    if (is_marked == (after == "true"))
      return clash(fmt::format("incident {} is {}marked as sensitive{}", id, is_marked ? "" : "not ",
                               is_marked ? " already" : ""));
    act_.before = is_marked ? "true" : "false";
    act_.after = after;
    return {};
  }

  Result<void> merge() {
    if (proposal_.incidents.size() < 2) return refuse("incidents", "must be two ids or more");
    if (proposal_.incidents.size() > kMaxIncidents)
      return refuse("incidents", fmt::format("has {} ids; {} are allowed", proposal_.incidents.size(), kMaxIncidents));
    std::vector<std::uint32_t> all;
    std::vector<std::string> ids;
    for (const std::string& id : proposal_.incidents) {
      if (std::ranges::find(ids, id) != ids.end()) return refuse("incidents", fmt::format("names {} twice", id));
      ids.push_back(id);
      ATTEST_CHECK(add_incident(id, "incidents"));
      ATTEST_TRY(const Incident* incident, incident_of(id, "incidents"));
      const std::vector<std::uint32_t> more = told(*incident);
      all.insert(all.end(), more.begin(), more.end());
    }
    act_.before = sorted_list_of(ids);
    act_.after = list_of({steady_id(machine_.evidence(), all)});
    return {};
  }

  Result<void> split() {
    ATTEST_TRY(const auto claims, add_claims_of_incident());
    ATTEST_TRY(const Incident* incident, incident_of(proposal_.incident, "incident"));
    std::vector<std::uint32_t> rest = told(*incident);
    std::erase_if(rest, [&](std::uint32_t one) { return std::ranges::find(claims, one) != claims.end(); });
    if (rest.empty()) return refuse("claims", "are all of the incident: nothing would be left of it");
    if (!make_amended(machine_, claims, reviewed_.amendments))
      return refuse("claims", "would make no incident: none says that it occurred");
    if (!make_amended(machine_, rest, reviewed_.amendments))
      return refuse("claims", "would leave no incident: no other says that it occurred");
    act_.before = list_of({incident->id});
    act_.after = sorted_list_of({steady_id(machine_.evidence(), claims), steady_id(machine_.evidence(), rest)});
    return {};
  }

  Result<void> exclude() {
    ATTEST_TRY(const auto claims, add_claims_of_incident());
    for (const std::uint32_t testimony : claims)
      if (reviewed_.amendments.excluded.contains(testimony))
        return clash(fmt::format("claim {} is excluded already", claim_key(machine_.anchor(testimony))));
    act_.before = "false";
    act_.after = "true";
    return {};
  }

  Result<void> correct() {
    ATTEST_TRY(const auto claims, add_claims(1));
    if (proposal_.field.empty()) return refuse("field", "is missing");
    act_.field = from_name<ClaimField>(proposal_.field);
    if (!act_.field)
      return refuse("field", fmt::format("must be one of {}", fmt::join(Names<ClaimField>::values, ", ")));
    if (!proposal_.value) return refuse("value", "is missing");
    ATTEST_TRY(act_.after, checked_value(*act_.field, *proposal_.value));
    const Testimony& told = machine_.evidence().testimonies[claims.front()];
    act_.machine = act_.before = value_of(told, machine_.evidence().names, *act_.field);
    if (const auto values = reviewed_.amendments.values.find(claims.front());
        values != reviewed_.amendments.values.end())
      if (const auto value = values->second.find(*act_.field); value != values->second.end())
        act_.before = value->second;
    if (act_.before == act_.after && !is_in_conflict(claims.front(), *act_.field))
      return clash(fmt::format("{} is {} already", proposal_.field, *act_.after));
    return {};
  }

  /// Then the same value once more says that it holds against what the machine reads now.
  [[nodiscard]] bool is_in_conflict(std::uint32_t testimony, ClaimField field) const {
    const auto id = reviewed_.incident_of(testimony, machine_);
    const ReviewedIncident* incident = id ? reviewed_.find(*id) : nullptr;
    return incident != nullptr && std::ranges::any_of(incident->corrections, [&](const Correction& one) {
             return machine_.testimony_of(one.claim) == testimony && one.field == field && !one.conflict.empty();
           });
  }

  Result<void> undo() {
    if (!proposal_.undoes) return refuse("seq", "is missing: the number of an act");
    const auto undone = std::ranges::find(acts_, *proposal_.undoes, &Act::seq);
    if (undone == acts_.end()) return fail(ErrorCode::not_found, fmt::format("no act {}", *proposal_.undoes), "seq");
    if (undone->act == ActKind::unmasked_view || undone->act == ActKind::original_view)
      return refuse("seq", fmt::format("act {} says that somebody saw something: that cannot be undone", undone->seq));
    if (const auto by = reviewed_.undone.find(undone->seq); by != reviewed_.undone.end())
      return clash(fmt::format("act {} is undone already, by act {}", undone->seq, by->second));
    act_.undoes = undone->seq;
    act_.incidents = undone->incidents;
    act_.claims = undone->claims;
    act_.field = undone->field;
    act_.before = undone->after;
    act_.after = undone->before;
    return {};
  }

  /// Nobody else has done anything to the same incidents since.
  Result<void> check_expectation() {
    if (!proposal_.expects) return {};
    if (*proposal_.expects < 0) return refuse("expects", "must be the number of an act, or 0");
    const std::vector<std::string> about = proposal_.incident.empty() ? incidents_now(act_, machine_, reviewed_)
                                                                      : std::vector<std::string>{proposal_.incident};
    for (const std::string& id : about)
      if (const ReviewedIncident* one = reviewed_.find(id); one != nullptr && !one->acts.empty())
        if (one->acts.back() > *proposal_.expects)
          return clash(fmt::format("incident {} was changed meanwhile, by act {}", id, one->acts.back()));
    return {};
  }

  const Proposal& proposal_;
  const MachineRecord& machine_;
  const Reviewed& reviewed_;
  std::span<const Act> acts_;
  Act act_;
  std::optional<std::string> conflict_;
};

}  // namespace

Result<Proposed> propose(const Proposal& proposal, const MachineRecord& machine, const Reviewed& reviewed,
                         std::span<const Act> acts) {
  return Proposer(proposal, machine, reviewed, acts).run();
}

std::vector<std::string> incidents_now(const Act& act, const MachineRecord& machine, const Reviewed& reviewed) {
  std::set<std::string> ids;
  const auto add = [&](const ClaimAnchor& anchor) {
    const auto testimony = machine.find(anchor);
    if (!testimony) return;
    if (const auto id = reviewed.incident_of(*testimony, machine)) ids.insert(*id);
  };
  for (const IncidentAnchor& incident : act.incidents)
    for (const ClaimAnchor& anchor : incident.claims) add(anchor);
  for (const ClaimAnchor& anchor : act.claims) add(anchor);
  // What a split leaves behind belongs to it as well.
  if (act.act == ActKind::split || act.act == ActKind::undo)
    for (const IncidentAnchor& incident : act.incidents)
      if (const auto id = reviewed.shown_as(incident.id, machine)) ids.insert(*id);
  return {ids.begin(), ids.end()};
}

}  // namespace attest
