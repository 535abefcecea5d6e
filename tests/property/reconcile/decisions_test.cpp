// Whatever reviewers do: undoing everything gives exactly the machine's incidents, a merge that is split again changes
// nothing, independent decisions may come in any order, and so may reports; claims are never lost or counted twice.
#include "reconcile/decisions.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "reconcile/claim_values.hpp"
#include "reconcile/reconciler.hpp"
#include "reconcile/simulate.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

std::vector<SimulatedReport> some_reports() {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000000);
  const auto incidents = *rc::gen::inRange<std::uint32_t>(2, 25);
  std::vector<SimulatedReport> reports;
  (void)simulate({seed, incidents, Noise::moderate}, [&](SimulatedReport report) {
    // Claims of simulated reports have no words: each gets a place of its own.
    for (std::uint32_t i = 0; i < report.claims.size(); ++i) report.claims[i].trigger = {10 * i, 10 * i + 6};
    reports.push_back(std::move(report));
  });
  return reports;
}

struct War {
  explicit War(const std::vector<SimulatedReport>& reports) {
    for (const auto& report : reports) all.add(report.facts, report.claims);
    incidents = all.incidents();
    machine.emplace(all.evidence(), incidents);
  }
  Reconciler all;
  std::vector<Incident> incidents;
  std::optional<MachineRecord> machine;
};

/// A decision about some of these incidents of the machine.
Act some_act(const War& war, const std::vector<std::uint32_t>& about) {
  Act act;
  const std::uint32_t first = *rc::gen::elementOf(about);
  const std::vector<std::uint32_t> told = war.machine->told(first);
  const auto incident = [&](std::uint32_t number) {
    return IncidentAnchor{war.incidents[number].id, war.machine->anchors(war.machine->told(number))};
  };
  act.act = *rc::gen::element(ActKind::accept, ActKind::reject, ActKind::correct, ActKind::merge, ActKind::split,
                              ActKind::exclude, ActKind::note, ActKind::sensitive);
  act.incidents = {incident(first)};
  if (act.act == ActKind::merge) act.incidents.push_back(incident(*rc::gen::elementOf(about)));
  if (act.act == ActKind::correct || act.act == ActKind::split || act.act == ActKind::exclude)
    act.claims = {war.machine->anchor(*rc::gen::elementOf(told))};
  if (act.act == ActKind::correct) {
    act.field = *rc::gen::element(ClaimField::count, ClaimField::means, ClaimField::certainty);
    act.machine = value_of(war.all.evidence().testimonies[*war.machine->find(act.claims[0])], war.all.evidence().names,
                           *act.field);
    act.after = act.field == ClaimField::count   ? R"({"min":7,"max":7})"
                : act.field == ClaimField::means ? R"("drone")"
                                                 : R"("denied")";
  }
  return act;
}

void number(std::vector<Act>& acts) {
  for (std::size_t i = 0; i < acts.size(); ++i) acts[i].seq = static_cast<std::int64_t>(i) + 1;
}

std::vector<std::uint32_t> every(const War& war) {
  std::vector<std::uint32_t> numbers(war.incidents.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

std::vector<Act> some_acts(const War& war, const std::vector<std::uint32_t>& about) {
  std::vector<Act> acts;
  const int count = *rc::gen::inRange(1, 12);
  for (int i = 0; i < count; ++i) acts.push_back(some_act(war, about));
  number(acts);
  return acts;
}

/// All incidents without the numbers of reports, by id, with the names of their claims and what is noted.
using Shown = std::map<std::string, std::tuple<Incident, std::vector<std::string>, std::uint8_t, bool, bool>>;
Shown shown(const War& war, const Reviewed& reviewed) {
  Shown all;
  for (const Incident* incident : all_incidents(*war.machine, reviewed)) {
    Incident copy = *incident;
    std::vector<std::string> claims;
    for (LinkedClaim& link : copy.claims) {
      claims.push_back(war.all.evidence().reports[link.claim.report].id + ":" + std::to_string(link.claim.claim));
      link.claim.report = 0;
    }
    const ReviewedIncident* one = reviewed.find(copy.id);
    const ReviewNote note = one == nullptr ? ReviewNote() : one->note;
    all.emplace(copy.id, std::tuple(std::move(copy), std::move(claims), static_cast<std::uint8_t>(note.state),
                                    note.sensitive, note.edited));
  }
  return all;
}

TEST(DecisionsProperty, UndoingEverythingGivesTheMachinesIncidents) {
  EXPECT_TRUE(rc::check([] {
    const War war(some_reports());
    std::vector<Act> acts = some_acts(war, every(war));
    const std::size_t decisions = acts.size();
    for (std::size_t i = 0; i < decisions; ++i) {
      Act undo;
      undo.act = ActKind::undo;
      undo.undoes = acts[i].seq;
      acts.push_back(std::move(undo));
    }
    number(acts);
    RC_ASSERT(shown(war, apply_decisions(*war.machine, acts)) == shown(war, apply_decisions(*war.machine, {})));
  }));
}

TEST(DecisionsProperty, AMergeThatIsSplitAgainChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    const War war(some_reports());
    RC_PRE(war.incidents.size() >= 2U);
    const std::uint32_t a = *rc::gen::elementOf(every(war)), b = *rc::gen::elementOf(every(war));
    RC_PRE(a != b);
    std::vector<Act> acts(2);
    acts[0].act = ActKind::merge;
    for (const std::uint32_t i : {a, b})
      acts[0].incidents.push_back({war.incidents[i].id, war.machine->anchors(war.machine->told(i))});
    acts[1].act = ActKind::split;
    acts[1].claims = war.machine->anchors(war.machine->told(b));
    number(acts);
    RC_ASSERT(shown(war, apply_decisions(*war.machine, acts)) == shown(war, apply_decisions(*war.machine, {})));
  }));
}

TEST(DecisionsProperty, IndependentDecisionsMayComeInAnyOrder) {
  EXPECT_TRUE(rc::check([] {
    const War war(some_reports());
    RC_PRE(war.incidents.size() >= 2U);
    std::vector<std::uint32_t> here, there;
    for (const std::uint32_t i : every(war)) (i % 2 == 0 ? here : there).push_back(i);
    std::vector<Act> one = some_acts(war, here), two = some_acts(war, there), first = one, second;
    first.insert(first.end(), two.begin(), two.end());
    while (!one.empty() || !two.empty()) {
      std::vector<Act>& from = two.empty() || (!one.empty() && *rc::gen::arbitrary<bool>()) ? one : two;
      second.push_back(from.front());
      from.erase(from.begin());
    }
    number(first);
    number(second);
    RC_ASSERT(shown(war, apply_decisions(*war.machine, first)) == shown(war, apply_decisions(*war.machine, second)));
  }));
}

TEST(DecisionsProperty, TheOrderOfReportsDoesNotMatter) {
  EXPECT_TRUE(rc::check([] {
    std::vector<SimulatedReport> reports = some_reports();
    const War war(reports);
    const std::vector<Act> acts = some_acts(war, every(war));
    std::rotate(reports.begin(), reports.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(reports)),
                reports.end());
    std::reverse(reports.begin(), reports.end());
    const War turned(reports);
    RC_ASSERT(shown(war, apply_decisions(*war.machine, acts)) == shown(turned, apply_decisions(*turned.machine, acts)));
  }));
}

TEST(DecisionsProperty, NoClaimIsLostOrCountedTwice) {
  EXPECT_TRUE(rc::check([] {
    const War war(some_reports());
    const Reviewed reviewed = apply_decisions(*war.machine, some_acts(war, every(war)));
    std::multiset<ClaimRef> machine, now;
    std::set<std::string> ids;
    for (const Incident& incident : war.incidents)
      for (const LinkedClaim& link : incident.claims) machine.insert(link.claim);
    for (const Incident* incident : all_incidents(*war.machine, reviewed)) {
      RC_ASSERT(ids.insert(incident->id).second);
      for (const LinkedClaim& link : incident->claims) now.insert(link.claim);
      for (const Figure& figure : incident->figures) {
        if (figure.low && figure.best) RC_ASSERT(*figure.low <= *figure.best);
        if (figure.best && figure.high) RC_ASSERT(*figure.best <= *figure.high);
      }
    }
    // A claim that was denied, and is split off, is told of in no incident.
    for (const ClaimRef& claim : now) RC_ASSERT(machine.count(claim) == 1U);
    RC_ASSERT(std::set<ClaimRef>(now.begin(), now.end()).size() == now.size());
    for (const auto& [gone, into] : reviewed.forwarded) {
      RC_ASSERT(!ids.contains(gone));
      RC_ASSERT(ids.contains(into));
    }
  }));
}

}  // namespace
}  // namespace attest
