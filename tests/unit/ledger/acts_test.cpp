#include "ledger/acts.hpp"

#include <gtest/gtest.h>

#include "ledger/open.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

ClaimAnchor some_claim(const std::string& number) {
  return {std::string(64, 'a'), number, ClaimKind::killed, {12, 18}, {19, 30}, 1, 2};
}

Act note(const std::string& text) {
  Act act;
  act.at = "2026-11-26T09:30:00Z";
  act.by = "Ada";
  act.role = "review";
  act.act = ActKind::note;
  act.incidents = {{"ab12cd34", {some_claim("c1"), some_claim("c2")}}};
  act.reason = text;
  return act;
}

Act correction() {
  Act act = note("the ministry's own list");
  act.act = ActKind::correct;
  act.claims = {some_claim("c2")};
  act.field = ClaimField::victims_status;
  act.machine = R"("civilian")";
  act.before = R"("civilian")";
  act.after = "null";
  return act;
}

/// A ledger with five acts.
class Acts : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = open_ledger(scratch_ / "l.db", Database::Mode::write);
    ASSERT_TRUE(opened);
    ledger_.emplace(std::move(*opened));
    for (const Act& act : {note("one"), correction(), note("three, with a \"quote\" and a line\nbreak"), note("four")})
      ASSERT_TRUE(append_act_alone(*ledger_, act));
    Act undo = note("was wrong");
    undo.act = ActKind::undo;
    undo.undoes = 2;
    ASSERT_TRUE(append_act_alone(*ledger_, undo));
  }

  /// What somebody does who can write the file and knows about triggers.
  void tamper(const std::string& sql) {
    for (const char* trigger : {"acts_never_change", "acts_never_go", "acts_follow_each_other", "act_head_grows"})
      ASSERT_TRUE(ledger_->run(std::string("DROP TRIGGER ") + trigger));
    const auto done = ledger_->run(sql);
    ASSERT_TRUE(done) << done.error().to_string();
  }

  std::vector<std::string> problems(std::optional<std::string_view> expected = std::nullopt) {
    std::vector<std::string> found;
    const auto checked = check_acts(*ledger_, expected, [&](const Problem& problem) {
      found.push_back(problem.place + " " + problem.field + " " + problem.message);
    });
    EXPECT_TRUE(checked);
    EXPECT_EQ(checked.map([](const CheckedActs& all) { return all.problems; }).value_or(-1),
              static_cast<std::int64_t>(found.size()));
    return found;
  }

  Scratch scratch_;
  std::optional<Database> ledger_;
};

using Lines = std::vector<std::string>;

TEST_F(Acts, come_back_as_they_were_appended) {
  const auto acts = acts_after(*ledger_, 0);
  ASSERT_TRUE(acts);
  ASSERT_EQ(acts->size(), 5U);
  Act expected = correction();
  expected.seq = 2;
  expected.previous = acts->at(0).hash;
  expected.hash = acts->at(1).hash;
  EXPECT_EQ(acts->at(1), expected);
  EXPECT_EQ(acts->at(4).undoes, 2);
  EXPECT_EQ(acts_after(*ledger_, 3)->size(), 2U);
  EXPECT_EQ(*newest_act(*ledger_), 5);
}

TEST_F(Acts, are_sound_and_have_a_head) {
  const auto checked = check_acts(*ledger_, std::nullopt, [](const Problem&) {});
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->acts, 5);
  EXPECT_EQ(checked->problems, 0);
  EXPECT_EQ(checked->head, acts_after(*ledger_, 4)->front().hash);
  EXPECT_EQ(problems(acts_after(*ledger_, 2)->front().hash), Lines());
  EXPECT_EQ(problems("feed"), Lines{"act 5 hash no act has the hash that was expected: feed"});
}

TEST_F(Acts, can_only_be_appended) {
  for (const char* sql : {"UPDATE acts SET by = 'Eve' WHERE seq = 1", "DELETE FROM acts WHERE seq = 5",
                          "INSERT OR REPLACE INTO acts SELECT * FROM acts WHERE seq = 5", "DELETE FROM act_head",
                          "UPDATE act_head SET acts = 3"}) {
    const auto done = ledger_->run(sql);
    EXPECT_FALSE(done) << sql;
  }
  EXPECT_EQ(problems(), Lines());
}

TEST_F(Acts, a_changed_column_is_named) {
  tamper("UPDATE acts SET reason = 'six' WHERE seq = 3");
  EXPECT_EQ(problems(), Lines{"act 3 reason is not as it was written"});
}

TEST_F(Acts, every_column_is_covered) {
  tamper("CREATE TABLE copy AS SELECT * FROM acts");
  for (const auto& [column, value] : std::vector<std::pair<std::string, std::string>>{{"at", "'2026'"},
                                                                                      {"by", "'Eve'"},
                                                                                      {"role", "'admin'"},
                                                                                      {"act", "'accept'"},
                                                                                      {"incidents", "'[]'"},
                                                                                      {"claims", "'[]'"},
                                                                                      {"report", "'b'"},
                                                                                      {"field", "NULL"},
                                                                                      {"machine", "'1'"},
                                                                                      {"before", "NULL"},
                                                                                      {"after", "'\"null\"'"},
                                                                                      {"undoes", "1"}}) {
    ASSERT_TRUE(ledger_->run("UPDATE acts SET " + column + " = " + value + " WHERE seq = 2"));
    EXPECT_EQ(problems(), Lines{"act 2 " + column + " is not as it was written"});
    ASSERT_TRUE(ledger_->run("DELETE FROM acts; INSERT INTO acts SELECT * FROM copy"));
  }
  ASSERT_TRUE(ledger_->run("UPDATE acts SET sums = 'x' || substr(sums, 2) WHERE seq = 2"));
  EXPECT_EQ(problems(), Lines{"act 2 sums are not those of the columns"});
}

TEST_F(Acts, removed_ones_are_missed) {
  tamper("DELETE FROM acts WHERE seq = 3");
  EXPECT_EQ(problems(), Lines{"act 3 seq is missing"});
}

TEST_F(Acts, a_cut_end_is_noticed) {
  tamper("DELETE FROM acts WHERE seq > 3");
  EXPECT_EQ(problems(), (Lines{"act 4 seq is missing at the end", "act 5 seq is missing at the end"}));
}

TEST_F(Acts, a_cut_end_that_is_hidden_is_noticed_by_whoever_wrote_the_head_down) {
  const std::string head = acts_after(*ledger_, 4)->front().hash;
  tamper("DELETE FROM acts WHERE seq > 3; UPDATE act_head SET acts = 3, hash = (SELECT hash FROM acts WHERE seq = 3)");
  EXPECT_EQ(problems(), Lines());
  EXPECT_EQ(problems(head), Lines{"act 3 hash no act has the hash that was expected: " + head});
}

TEST_F(Acts, swapped_ones_are_named) {
  tamper(
      "UPDATE acts SET seq = 99 WHERE seq = 3; UPDATE acts SET seq = 3 WHERE seq = 4;"
      "UPDATE acts SET seq = 4 WHERE seq = 99");
  const Lines found = problems();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front(), "act 3 seq is not as it was written");
}

TEST_F(Acts, an_inserted_one_breaks_the_chain) {
  tamper(
      "UPDATE acts SET seq = 6 WHERE seq = 5; INSERT INTO acts SELECT 5, at, by, role, act, incidents, claims, report,"
      " field, machine, before, after, reason, undoes, previous, sums, hash FROM acts WHERE seq = 4");
  const Lines found = problems();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front(), "act 5 seq is not as it was written");
}

}  // namespace
}  // namespace attest
