#include "reconcile/decisions.hpp"

#include <gtest/gtest.h>

#include "reconcile/reconciler.hpp"

namespace attest {
namespace {

Claim killed(const std::string& id, std::int64_t count, std::uint32_t at, const std::string& place = "Tamar") {
  Claim claim;
  claim.id = id;
  claim.incident = "i1";
  claim.trigger = {at, at + 6};
  claim.sentence = {at, at + 40};
  claim.count = Count{{at + 10, at + 12}, count, count};
  claim.place = Place{{at + 20, at + 25}, place, "XT", LatLon::from_degrees(10, 20), 2};
  claim.time = Time{std::nullopt, parse_iso_date("2020-05-01"), parse_iso_date("2020-05-01"), {}, {}, 1};
  return claim;
}

ReportFacts report(const std::string& id, const std::string& outlet, const std::string& day) {
  return {id, outlet, "", parse_iso_date(day)};
}

/// Three outlets tell of a strike in Tamar (12, 14 and 15 killed), one of another in Belmont (3).
struct War {
  explicit War(std::int64_t second = 14, bool with_third = true) {
    all.add(report("a", "Meridian", "2020-05-02"), std::vector{killed("c1", 12, 10)});
    all.add(report("b", "Cedar", "2020-05-03"), std::vector{killed("c1", second, 30)});
    if (with_third) all.add(report("c", "Lantern", "2020-05-03"), std::vector{killed("c1", 15, 50)});
    Claim other = killed("c1", 3, 70, "Belmont");
    other.place->position = LatLon::from_degrees(40, 60);
    all.add(report("d", "Cedar", "2020-05-04"), std::vector{other});
    incidents = all.incidents();
    machine.emplace(all.evidence(), incidents);
  }

  [[nodiscard]] std::uint32_t number(const std::string& place) const {
    for (std::uint32_t i = 0; i < incidents.size(); ++i)
      if (incidents[i].place == place) return i;
    ADD_FAILURE() << "no incident in " << place;
    return 0;
  }
  [[nodiscard]] IncidentAnchor incident(const std::string& place) const {
    return {incidents[number(place)].id, machine->anchors(machine->told(number(place)))};
  }
  [[nodiscard]] ClaimAnchor claim(const std::string& key) const { return machine->anchor(*machine->find_claim(key)); }

  Reconciler all;
  std::vector<Incident> incidents;
  std::optional<MachineRecord> machine;
};

class Script {
 public:
  Act& add(ActKind kind, std::vector<IncidentAnchor> incidents, std::vector<ClaimAnchor> claims = {}) {
    Act act;
    act.seq = static_cast<std::int64_t>(acts.size()) + 1;
    act.act = kind;
    act.incidents = std::move(incidents);
    act.claims = std::move(claims);
    acts.push_back(std::move(act));
    return acts.back();
  }
  void correct(const War& war, const std::string& key, ClaimField field, const std::string& machine,
               const std::string& after) {
    Act& act = add(ActKind::correct, {}, {war.claim(key)});
    act.field = field;
    act.machine = act.before = machine;
    act.after = after;
  }
  void undo(std::int64_t seq) { add(ActKind::undo, {}).undoes = seq; }

  std::vector<Act> acts;
};

const ReviewedIncident& only(const Reviewed& reviewed) {
  EXPECT_EQ(reviewed.incidents.size(), 1U);
  return reviewed.incidents.front();
}

std::vector<std::string> messages(const std::vector<Conflict>& conflicts) {
  std::vector<std::string> texts;
  for (const Conflict& conflict : conflicts) texts.push_back(std::to_string(conflict.seq) + " " + conflict.message);
  return texts;
}
using Lines = std::vector<std::string>;

TEST(Decisions, without_acts_everything_stays) {
  const War war;
  ASSERT_EQ(war.incidents.size(), 2U);
  const Reviewed reviewed = apply_decisions(*war.machine, {});
  EXPECT_TRUE(reviewed.incidents.empty());
  EXPECT_EQ(all_incidents(*war.machine, reviewed).size(), 2U);
}

TEST(Decisions, the_latest_judgment_counts_and_an_undone_one_does_not) {
  const War war;
  Script script;
  script.add(ActKind::accept, {war.incident("Tamar")});
  script.add(ActKind::reject, {war.incident("Tamar")});
  EXPECT_EQ(only(apply_decisions(*war.machine, script.acts)).note.state, ReviewState::rejected);
  script.undo(2);
  EXPECT_EQ(only(apply_decisions(*war.machine, script.acts)).note.state, ReviewState::accepted);
  script.undo(1);
  const Reviewed open = apply_decisions(*war.machine, script.acts);
  EXPECT_EQ(only(open).note, ReviewNote());
  EXPECT_EQ(only(open).incident, war.incidents[war.number("Tamar")]);
  script.undo(4);  // takes back that the acceptance was taken back
  EXPECT_EQ(only(apply_decisions(*war.machine, script.acts)).note.state, ReviewState::accepted);
  EXPECT_EQ(apply_decisions(*war.machine, script.acts).undone.at(2), 3);
}

TEST(Decisions, a_corrected_figure_makes_the_figures_anew) {
  const War war;
  Script script;
  script.correct(war, "b/c1", ClaimField::count, R"({"min":14,"max":14})", R"({"min":24,"max":24})");
  const Reviewed reviewed = apply_decisions(*war.machine, script.acts);
  const ReviewedIncident& one = only(reviewed);
  EXPECT_EQ(one.incident.id, war.incidents[war.number("Tamar")].id);
  EXPECT_EQ(one.incident.total(ClaimKind::killed)->high, 24);
  EXPECT_TRUE(one.note.edited);
  ASSERT_EQ(one.corrections.size(), 1U);
  EXPECT_EQ(one.corrections[0].machine, R"({"min":14,"max":14})");
  EXPECT_EQ(one.corrections[0].conflict, "");
  EXPECT_EQ(war.incidents[war.number("Tamar")].total(ClaimKind::killed)->high, 15) << "the machine's stays";
  bool found = false;
  for (const HistoryStep& step : history_of(*war.machine, reviewed, one.incident))
    found = found || step.figure.high == 24;
  EXPECT_TRUE(found) << "the history has the corrected figure";
}

TEST(Decisions, place_days_and_side_are_corrected) {
  const War war;
  Script script;
  for (const char* key : {"a/c1", "b/c1", "c/c1"}) {
    script.correct(war, key, ClaimField::place, "",
                   R"({"name":"Marlow","country":"XT","latitude":11,"longitude":21,"precision":1})");
    script.correct(war, key, ClaimField::time, "", R"({"from":"2020-04-30","to":"2020-04-30"})");
    script.correct(war, key, ClaimField::actor, "null", R"("Northern Front")");
  }
  const Reviewed reviewed = apply_decisions(*war.machine, script.acts);
  const Incident& now = only(reviewed).incident;
  EXPECT_EQ(now.place, "Marlow");
  EXPECT_EQ(now.place_precision, 1);
  EXPECT_EQ(now.from, parse_iso_date("2020-04-30"));
  EXPECT_EQ(now.time_precision, 1);
  ASSERT_EQ(now.blame.size(), 1U);
  EXPECT_EQ(now.blame[0].actor, "Northern Front");
}

TEST(Decisions, an_excluded_claim_counts_for_nothing_and_the_id_stays) {
  const War war;
  Script script;
  script.add(ActKind::exclude, {}, {war.claim("a/c1")});
  const Reviewed reviewed = apply_decisions(*war.machine, script.acts);
  const Incident& now = only(reviewed).incident;
  EXPECT_EQ(now.id, war.incidents[war.number("Tamar")].id);
  EXPECT_EQ(now.reports, 2U);
  EXPECT_EQ(now.claims.size(), 3U);
  EXPECT_EQ(now.claims[0].role, ClaimRole::excluded);
  EXPECT_EQ(now.claims[0].reason, RoleReason::reviewer);
  EXPECT_EQ(now.total(ClaimKind::killed)->low, 14);
}

TEST(Decisions, an_incident_without_claims_is_shown_rejected) {
  const War war;
  Script script;
  script.add(ActKind::exclude, {}, {war.claim("d/c1")});
  const Reviewed reviewed = apply_decisions(*war.machine, script.acts);
  EXPECT_EQ(only(reviewed).note.state, ReviewState::rejected);
  EXPECT_EQ(only(reviewed).incident.place, "Belmont");
}

TEST(Decisions, merged_ones_keep_the_earliest_id_and_the_other_leads_there) {
  const War war;
  const std::string tamar = war.incidents[war.number("Tamar")].id, belmont = war.incidents[war.number("Belmont")].id;
  Script script;
  script.add(ActKind::merge, {war.incident("Belmont"), war.incident("Tamar")});
  const Reviewed merged = apply_decisions(*war.machine, script.acts);
  EXPECT_EQ(only(merged).incident.id, tamar);
  EXPECT_EQ(only(merged).incident.claims.size(), 4U);
  EXPECT_EQ(merged.forwarded.at(belmont), tamar);
  EXPECT_EQ(all_incidents(*war.machine, merged).size(), 1U);

  script.add(ActKind::split, {}, {war.claim("d/c1")});
  const Reviewed split = apply_decisions(*war.machine, script.acts);
  ASSERT_EQ(split.incidents.size(), 2U);
  EXPECT_TRUE(split.forwarded.empty());
  for (const ReviewedIncident& one : split.incidents) {
    EXPECT_EQ(one.incident, war.incidents[*war.machine->find_incident(one.incident.id)]);
    EXPECT_FALSE(one.note.edited);
  }
}

TEST(Decisions, a_link_to_what_was_split_off_leads_back_once_that_is_undone) {
  const War war;
  Script script;
  script.add(ActKind::split, {}, {war.claim("c/c1")});
  const Reviewed split = apply_decisions(*war.machine, script.acts);
  ASSERT_EQ(split.incidents.size(), 2U);
  const std::string tamar = war.incidents[war.number("Tamar")].id;
  std::string other;
  for (const ReviewedIncident& one : split.incidents)
    if (one.incident.id != tamar) other = one.incident.id;
  script.undo(1);
  EXPECT_EQ(apply_decisions(*war.machine, script.acts).forwarded.at(other), tamar);
}

TEST(Decisions, every_part_of_a_sensitive_incident_is_sensitive) {
  const War war;
  Script script;
  script.add(ActKind::sensitive, {war.incident("Tamar")});
  script.add(ActKind::split, {}, {war.claim("c/c1")});
  for (const ReviewedIncident& one : apply_decisions(*war.machine, script.acts).incidents)
    EXPECT_TRUE(one.note.sensitive);
}

TEST(Decisions, a_denied_claim_that_is_corrected_becomes_an_incident) {
  Reconciler all;
  Claim claim = killed("c1", 5, 10);
  claim.certainty = Certainty::denied;
  all.add(report("a", "Meridian", "2020-05-02"), std::vector{claim});
  const std::vector<Incident> incidents = all.incidents();
  ASSERT_TRUE(incidents.empty());
  const MachineRecord machine(all.evidence(), incidents);
  Script script;
  Act& act = script.add(ActKind::correct, {}, {machine.anchor(0)});
  act.field = ClaimField::certainty;
  act.machine = R"("denied")";
  act.after = R"("asserted")";
  EXPECT_EQ(only(apply_decisions(machine, script.acts)).incident.total(ClaimKind::killed)->best, 5);
}

// The reports are coded again.

TEST(Decisions, survive_a_new_coding_with_the_same_claims) {
  const War war, again;
  Script script;
  script.add(ActKind::accept, {war.incident("Tamar")});
  script.correct(war, "b/c1", ClaimField::count, R"({"min":14,"max":14})", R"({"min":24,"max":24})");
  const Reviewed before = apply_decisions(*war.machine, script.acts);
  const Reviewed after = apply_decisions(*again.machine, script.acts);
  EXPECT_EQ(before.incidents, after.incidents);
  EXPECT_TRUE(after.conflicts.empty());
}

TEST(Decisions, a_value_that_the_machine_reads_otherwise_now_is_a_conflict) {
  const War war, again(17), right(24);
  Script script;
  script.correct(war, "b/c1", ClaimField::count, R"({"min":14,"max":14})", R"({"min":24,"max":24})");
  const Reviewed reviewed = apply_decisions(*again.machine, script.acts);
  EXPECT_EQ(only(reviewed).incident.total(ClaimKind::killed)->high, 24) << "the decision stays";
  EXPECT_EQ(messages(only(reviewed).conflicts),
            Lines{R"(1 the machine now reads {"min":17,"max":17}, where it read {"min":14,"max":14})"});
  EXPECT_NE(only(reviewed).corrections[0].conflict, "");
  EXPECT_TRUE(apply_decisions(*right.machine, script.acts).conflicts.empty()) << "the machine has learnt it";
}

TEST(Decisions, a_claim_that_is_gone_is_a_conflict) {
  const War war, again(14, false);
  Script script;
  script.add(ActKind::exclude, {}, {war.claim("c/c1")});
  script.add(ActKind::accept, {war.incident("Tamar")});
  const Reviewed reviewed = apply_decisions(*again.machine, script.acts);
  EXPECT_EQ(messages(reviewed.conflicts),
            (Lines{"1 the claim c/c1 is no longer made", "2 1 of its 3 claims are no longer made"}));
  EXPECT_EQ(only(reviewed).note.conflicts, 1U);
}

TEST(Decisions, an_accepted_incident_that_has_grown_is_a_conflict) {
  const War small(14, false), war;
  Script script;
  script.add(ActKind::accept, {small.incident("Tamar")});
  const Reviewed reviewed = apply_decisions(*war.machine, script.acts);
  EXPECT_EQ(messages(only(reviewed).conflicts), Lines{"1 it has 1 claim more now"});
  EXPECT_EQ(only(reviewed).note.state, ReviewState::accepted);
}

TEST(Decisions, claims_with_one_trigger_are_told_apart_by_their_words) {
  Reconciler all;
  std::vector<Claim> claims = {killed("c1", 8, 10), killed("c2", 6, 10), killed("c3", 6, 10)};
  claims[1].count->text = claims[2].count->text = {40, 42};
  all.add(report("a", "Meridian", "2020-05-02"), claims);
  const std::vector<Incident> incidents = all.incidents();
  const MachineRecord machine(all.evidence(), incidents);
  for (const std::uint32_t i : {0U, 1U, 2U}) EXPECT_EQ(machine.find(machine.anchor(i)), i);
  Reconciler again;
  again.add(report("a", "Meridian", "2020-05-02"), std::vector{claims[1]});
  const std::vector<Incident> fewer = again.incidents();
  const MachineRecord now(again.evidence(), fewer);
  EXPECT_FALSE(now.find(machine.anchor(0)));
  EXPECT_EQ(now.find(machine.anchor(1)), 0U);
}

}  // namespace
}  // namespace attest
