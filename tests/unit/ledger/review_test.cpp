#include "ledger/review.hpp"

#include <gtest/gtest.h>

#include "ledger/open.hpp"
#include "reconcile/reconciler.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

/// Two outlets tell of one strike, a third of another.
class Deciding : public testing::Test {
 protected:
  void SetUp() override {
    tell("a", "Meridian", 12, 10, "Tamar", 10);
    tell("b", "Cedar", 14, 30, "Tamar", 10);
    tell("c", "Lantern", 3, 50, "Belmont", 40);
    incidents_ = all_.incidents();
    ASSERT_EQ(incidents_.size(), 2U);
    machine_.emplace(all_.evidence(), incidents_);
    auto opened = open_ledger(scratch_ / "l.db", Database::Mode::write);
    ASSERT_TRUE(opened);
    ledger_.emplace(std::move(*opened));
  }

  void tell(const std::string& report, const std::string& outlet, std::int64_t count, std::uint32_t at,
            const std::string& place, double latitude) {
    Claim claim;
    claim.id = "c1";
    claim.incident = "i1";
    claim.trigger = {at, at + 6};
    claim.count = Count{{at + 10, at + 12}, count, count};
    claim.place = Place{{at + 20, at + 25}, place, "XT", LatLon::from_degrees(latitude, 20), 2};
    claim.time = Time{std::nullopt, parse_iso_date("2020-05-01"), parse_iso_date("2020-05-01"), {}, {}, 1};
    all_.add({report, outlet, "", parse_iso_date("2020-05-02")}, std::vector{claim});
  }

  [[nodiscard]] std::string id(const std::string& place) const {
    for (const Incident& incident : incidents_)
      if (incident.place == place) return incident.id;
    return "none";
  }

  [[nodiscard]] Result<Decided> decide_so(Proposal proposal) {
    if (proposal.reason.empty()) proposal.reason = "because";
    return decide(*ledger_, *machine_, proposal, {"Ada", "review", "2026-11-26T09:30:00Z"});
  }
  [[nodiscard]] Proposal about(ActKind act, const std::string& incident) const {
    Proposal proposal;
    proposal.act = act;
    proposal.incident = incident;
    return proposal;
  }

  Scratch scratch_;
  Reconciler all_;
  std::vector<Incident> incidents_;
  std::optional<MachineRecord> machine_;
  std::optional<Database> ledger_;
};

TEST_F(Deciding, appends_an_act_with_its_author) {
  const auto done = decide_so(about(ActKind::accept, id("Tamar")));
  ASSERT_TRUE(done);
  EXPECT_EQ(done->act.seq, 1);
  EXPECT_EQ(done->act.by, "Ada");
  EXPECT_EQ(done->act.before, "\"open\"");
  EXPECT_EQ(done->act.after, "\"accepted\"");
  EXPECT_EQ(done->act.incidents.at(0).claims.size(), 2U);
  EXPECT_EQ(done->incidents, std::vector<std::string>{id("Tamar")});
  EXPECT_EQ(acts_after(*ledger_, 0)->size(), 1U);
}

TEST_F(Deciding, tells_what_the_incidents_are_called_now) {
  Proposal merge = about(ActKind::merge, "");
  merge.incidents = {id("Tamar"), id("Belmont")};
  const auto merged = decide_so(merge);
  ASSERT_TRUE(merged && !merged->conflict);
  ASSERT_EQ(merged->incidents.size(), 1U);
  const std::string one = merged->incidents.front();
  Proposal split = about(ActKind::split, one);
  split.claims = {"c/c1"};
  const auto apart = decide_so(split);
  ASSERT_TRUE(apart && !apart->conflict);
  EXPECT_EQ(std::set<std::string>(apart->incidents.begin(), apart->incidents.end()),
            (std::set<std::string>{id("Tamar"), id("Belmont")}));
}

TEST_F(Deciding, what_was_merged_meanwhile_is_a_conflict) {
  Proposal merge = about(ActKind::merge, "");
  merge.incidents = {id("Tamar"), id("Belmont")};
  const std::string one = decide_so(merge)->incidents.front();
  const std::string other = one == id("Tamar") ? id("Belmont") : id("Tamar");
  EXPECT_EQ(decide_so(about(ActKind::accept, other))->conflict, "incident " + other + " went into " + one);
}

TEST_F(Deciding, an_older_knowledge_of_the_incident_is_a_conflict_and_of_another_is_none) {
  ASSERT_TRUE(decide_so(about(ActKind::accept, id("Tamar"))));
  Proposal late = about(ActKind::reject, id("Tamar")), elsewhere = about(ActKind::reject, id("Belmont"));
  late.expects = elsewhere.expects = 0;
  EXPECT_EQ(decide_so(late)->conflict, "incident " + id("Tamar") + " was changed meanwhile, by act 1");
  EXPECT_FALSE(decide_so(elsewhere)->conflict);
  late.expects = 1;
  EXPECT_FALSE(decide_so(late)->conflict);
}

TEST_F(Deciding, a_view_of_names_changes_no_incident) {
  Act view;
  view.at = "2026-11-26T09:30:00Z";
  view.by = "Ben";
  view.role = "review";
  view.act = ActKind::unmasked_view;
  view.incidents = {{id("Tamar"), {}}};
  ASSERT_TRUE(append_act_alone(*ledger_, view));
  Proposal accept = about(ActKind::accept, id("Tamar"));
  accept.expects = 0;
  EXPECT_FALSE(decide_so(accept)->conflict);
  Proposal undo = about(ActKind::undo, "");
  undo.undoes = 1;
  EXPECT_EQ(decide_so(undo).error().to_string(), "seq: act 1 says that somebody saw something: that cannot be undone");
}

TEST_F(Deciding, twice_the_same_is_a_conflict) {
  Proposal exclude = about(ActKind::exclude, id("Tamar"));
  exclude.claims = {"a/c1"};
  ASSERT_FALSE(decide_so(exclude)->conflict);
  EXPECT_EQ(decide_so(exclude)->conflict, "claim a/c1 is excluded already");
  Proposal undo = about(ActKind::undo, "");
  undo.undoes = 1;
  ASSERT_FALSE(decide_so(undo)->conflict);
  EXPECT_EQ(decide_so(undo)->conflict, "act 1 is undone already, by act 2");
}

TEST_F(Deciding, what_is_refused_leaves_no_act) {
  EXPECT_EQ(decide_so(about(ActKind::accept, "zzzzzzzz")).error().to_string(), "incident: no incident zzzzzzzz");
  EXPECT_EQ(decide_so(about(ActKind::accept, "")).error().to_string(), "incident: is missing: the id of an incident");
  Proposal note = about(ActKind::note, id("Tamar"));
  note.reason = std::string(2001, 'x');
  EXPECT_EQ(decide_so(note).error().to_string(), "reason: is 2001 characters long; 2000 are allowed");
  note.reason = " \n";
  EXPECT_EQ(decide_so(note).error().to_string(), "reason: is needed to note");
  Proposal split = about(ActKind::split, id("Tamar"));
  split.claims = {"a/c1", "b/c1"};
  EXPECT_EQ(decide_so(split).error().to_string(), "claims: are all of the incident: nothing would be left of it");
  split.claims = {"c/c1"};
  EXPECT_EQ(decide_so(split)->conflict, "claim c/c1 is not one of incident " + id("Tamar"));
  split.claims = {"a/c01"};
  EXPECT_EQ(decide_so(split).error().to_string(), "claims: no claim a/c01");
  EXPECT_EQ(decide(*ledger_, *machine_, about(ActKind::accept, id("Tamar")), {"", "review", ""}).error().to_string(),
            "by: is missing: who decides");
  EXPECT_EQ(*newest_act(*ledger_), 0);
}

}  // namespace
}  // namespace attest
