// Filters are held against rows of numbers and bits; here against the incidents themselves, one by one.
#include "serve/incident_test.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "unit/serve/war.hpp"

namespace attest {
namespace {

class IncidentTests : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    snapshot_ = std::make_shared<const Snapshot>("1", simulated_corpus(400), std::vector<Act>());
    ledger_ = std::make_unique<EmptyLedger>();
  }
  static void TearDownTestSuite() {
    snapshot_.reset();
    ledger_.reset();
  }
  static const IncidentTable& table() { return snapshot_->seen_by(Role::read); }
  static IncidentTest test_of(const Question& question) {
    const Ledger ledger = ledger_->open();
    return std::move(*IncidentTest::make(*snapshot_, table(), question, ledger, Role::read));
  }
  static std::vector<std::string> ids(const NameValues& query) {
    const Question question = question_of(query);
    const IncidentTest test = test_of(question);
    std::vector<std::string> found;
    for (std::uint32_t row = 0; row < table().size(); ++row)
      if (test.failures(row) == 0) found.push_back(table().seen[row].incident->id);
    return found;
  }
  static std::vector<std::string> ids_where(const std::function<bool(const Incident&)>& holds) {
    std::vector<std::string> found;
    for (const Seen& seen : table().seen)
      if (holds(*seen.incident)) found.push_back(seen.incident->id);
    return found;
  }

  static std::shared_ptr<const Snapshot> snapshot_;
  static std::unique_ptr<EmptyLedger> ledger_;
};

std::shared_ptr<const Snapshot> IncidentTests::snapshot_;
std::unique_ptr<EmptyLedger> IncidentTests::ledger_;

bool has(const Incident& incident, ClaimKind kind) {
  return std::ranges::find(incident.kinds, kind) != incident.kinds.end();
}

TEST_F(IncidentTests, TakeEverythingWithoutFilters) {
  EXPECT_TRUE(test_of(question_of({})).takes_all());
  EXPECT_EQ(ids({}).size(), table().size());
  EXPECT_GT(table().size(), 300U);
}

TEST_F(IncidentTests, HoldListsAgainstTheIncident) {
  const auto damaged = ids({{"kind", "damaged,displaced"}});
  EXPECT_FALSE(damaged.empty());
  EXPECT_EQ(damaged, ids_where([](const Incident& one) { return has(one, ClaimKind::damaged); }));
  EXPECT_EQ(ids({{"means", "airstrike"}}),
            ids_where([](const Incident& one) { return one.means == Means::airstrike; }));
  EXPECT_EQ(ids({{"grade", "weak,fair"}}),
            ids_where([](const Incident& one) { return one.grade == Grade::weak || one.grade == Grade::fair; }));
  EXPECT_EQ(ids({{"responsibility", "denied"}}),
            ids_where([](const Incident& one) { return one.responsibility == Responsibility::denied; }));
  EXPECT_EQ(ids({{"min_origins", "3"}}), ids_where([](const Incident& one) { return one.origins >= 3; }));
  EXPECT_EQ(ids({{"min_killed", "20"}}), ids_where([](const Incident& one) {
              const Figure* killed = one.total(ClaimKind::killed);
              return killed != nullptr && killed->best.value_or(-1) >= 20;
            }));
  EXPECT_TRUE(ids({{"country", "IQ"}}).empty());
  EXPECT_EQ(ids({{"country", "XT,IQ"}}), ids_where([](const Incident& one) { return one.country == "XT"; }));
}

TEST_F(IncidentTests, FindNamesWhateverTheirCase) {
  const auto front = ids({{"actor", "dawn front"}});
  EXPECT_FALSE(front.empty());
  EXPECT_EQ(front, ids_where([](const Incident& one) {
              return std::ranges::any_of(one.blame, [](const Blame& blame) { return blame.actor == "Dawn Front"; });
            }));
  EXPECT_TRUE(ids({{"actor", "Dawn"}}).empty()) << "a side is named in full";
  const auto quarters = ids({{"place", "QUARTER 1"}});
  EXPECT_FALSE(quarters.empty());
  EXPECT_EQ(quarters, ids_where([](const Incident& one) { return one.place.find("Quarter 1") != std::string::npos; }));
}

TEST_F(IncidentTests, HoldBoxesAgainstPointsOverTheAntimeridianToo) {
  const auto within = [](double west, double south, double east, double north) {
    return ids_where([=](const Incident& one) {
      return one.position && one.position->longitude >= west && one.position->longitude <= east &&
             one.position->latitude >= south && one.position->latitude <= north;
    });
  };
  EXPECT_EQ(ids({{"bbox", "37,33,39,35"}}), within(37, 33, 39, 35));
  EXPECT_EQ(ids({{"bbox", "37,33,0,39,35,100"}}), within(37, 33, 39, 35));
  // From 39 east over the antimeridian to 37: all but what lies between.
  const auto around = ids({{"bbox", "39,-90,37,90"}});
  EXPECT_EQ(around, ids_where([](const Incident& one) {
              return one.position && (one.position->longitude >= 39 || one.position->longitude <= 37);
            }));
  EXPECT_FALSE(around.empty());
}

TEST_F(IncidentTests, HoldDaysAgainstSpansOfDays) {
  const Date first = *parse_iso_date("2015-01-10"), last = *parse_iso_date("2015-01-12");
  const auto some = ids({{"datetime", "2015-01-10/2015-01-12"}});
  EXPECT_FALSE(some.empty());
  EXPECT_EQ(some, ids_where([&](const Incident& one) { return one.from && *one.from <= last && *one.to >= first; }));
  EXPECT_EQ(ids({{"datetime", "../2015-01-12"}}),
            ids_where([&](const Incident& one) { return one.from && *one.from <= last; }));
}

TEST_F(IncidentTests, FindWordsOfWhatIsShown) {
  const auto placed =
      std::ranges::find_if(table().seen, [](const Seen& seen) { return !seen.incident->place.empty(); });
  ASSERT_NE(placed, table().seen.end());
  const Incident& one = *placed->incident;
  const auto found = ids({{"q", one.place}});
  EXPECT_NE(std::ranges::find(found, one.id), found.end());
  EXPECT_TRUE(ids({{"q", "nowhereatall"}}).empty());
  EXPECT_EQ(ids({{"q", "\"dawn\" AND front"}}), ids({{"actor", "Dawn Front"}}));
  EXPECT_TRUE(ids({{"q", "dawn OR front"}}).empty()) << "of reports alone, and there are none";
  const Ledger ledger = ledger_->open();
  const auto broken = IncidentTest::make(*snapshot_, table(), question_of({{"q", "(market"}}), ledger, Role::read);
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::usage);
  EXPECT_EQ(broken.error().where, "q");
}

TEST_F(IncidentTests, AreSummedUpAsOneByOne) {
  for (const NameValues& query : {NameValues{}, NameValues{{"kind", "killed"}, {"min_origins", "2"}},
                                  NameValues{{"grade", "fair"}, {"datetime", "2015-01-05/2015-01-20"}}}) {
    const auto found = ids(query);
    const auto summary = nlohmann::json::parse(summary_json(table(), test_of(question_of(query))));
    EXPECT_EQ(summary["total"], found.size());
    std::int64_t low = 0, best = 0;
    std::map<std::string, int> kinds;
    for (const std::string& id : found) {
      const Incident& one = *table().seen[*table().find(id)].incident;
      for (const ClaimKind kind : one.kinds) ++kinds[std::string(name_of(kind))];
      const Figure* killed = one.total(ClaimKind::killed);
      if (killed == nullptr) continue;
      low += killed->low.value_or(0);
      best += killed->best.value_or(0);
    }
    EXPECT_EQ(summary["killed"]["low"], low);
    EXPECT_EQ(summary["killed"]["best"], best);
    EXPECT_LE(summary["killed"]["best"], summary["killed"]["high"]);
    if (!question_of(query).wanted("kind").empty()) continue;
    for (const auto& facet : summary["facets"]["kind"]) EXPECT_EQ(facet["count"], kinds[facet["value"]]) << facet;
    EXPECT_EQ(summary["facets"]["kind"].size(), kinds.size());
  }
}

TEST_F(IncidentTests, FacetsLeaveTheirOwnFilterOut) {
  const auto all = nlohmann::json::parse(summary_json(table(), test_of(question_of({}))));
  const auto weak = nlohmann::json::parse(summary_json(table(), test_of(question_of({{"grade", "weak"}}))));
  EXPECT_EQ(weak["facets"]["grade"], all["facets"]["grade"]);
  EXPECT_NE(weak["facets"]["kind"], all["facets"]["kind"]);
}

TEST_F(IncidentTests, TheTimelineHasEveryDatedIncidentAndFewBuckets) {
  const auto summary = nlohmann::json::parse(summary_json(table(), test_of(question_of({}))));
  std::size_t count = 0;
  std::string last;
  for (const auto& bucket : summary["histogram"]["buckets"]) {
    count += bucket["incidents"].get<std::size_t>();
    EXPECT_LT(last, bucket["from"].get<std::string>());
    last = bucket["from"];
  }
  EXPECT_EQ(count, ids_where([](const Incident& one) { return one.from.has_value(); }).size());
  EXPECT_LE(summary["histogram"]["buckets"].size(), 123U);
}

}  // namespace
}  // namespace attest
