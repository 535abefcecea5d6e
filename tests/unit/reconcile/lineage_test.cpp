#include "reconcile/lineage.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "reconcile/lineage_memory.hpp"
#include "unit/reconcile/made_reports.hpp"

namespace attest {
namespace {

using test::made_report;

const Lineage& lineage_of(Lineages& lineages, DocumentKey key) {
  const auto lineage = lineages.of(key);
  EXPECT_TRUE(lineage.has_value());
  return **lineage;
}

TEST(Lineage, TheEarliestIsTheOrigin) {
  MemoryShelf shelf;
  const auto late = shelf.add(made_report("late", "2020-05-03", {1, 2, 3}));
  const auto first = shelf.add(made_report("first", "2020-05-01", {1, 2, 3, 4}));
  const auto cut = shelf.add(made_report("cut", "2020-05-02", {1, 2}));
  Lineages lineages(shelf);
  EXPECT_EQ(lineage_of(lineages, late).origin, first);
  EXPECT_EQ(lineage_of(lineages, cut).origin, first);
  EXPECT_EQ(lineage_of(lineages, first).origin, std::nullopt);
  EXPECT_EQ(lineage_of(lineages, first).relatives.size(), 2U);
  EXPECT_EQ(lineages.root_of(late).value_or(-1), first);
  EXPECT_EQ(lineages.root_of(first).value_or(-1), first);
}

TEST(Lineage, OnOneDayTheAgencyComesFirstThenTheLongerText) {
  MemoryShelf shelf;
  const auto paper = shelf.add(made_report("paper", "2020-05-01", {1, 2, 3, 4, 5, 6}));
  const auto credited = shelf.add(made_report("credited", "2020-05-01", {1, 2, 3, 4, 5}, 0, "AFP"));
  Document own = made_report("own", "2020-05-01", {1, 2, 3}, 0, "AFP");
  own.outlet = Sourced<std::string>{"AFP", "test", {}};
  const auto agency = shelf.add(own);
  const auto undated = shelf.add(made_report("undated", "", {1, 2, 3, 4, 5, 6}));
  Lineages lineages(shelf);
  EXPECT_EQ(lineage_of(lineages, credited).origin, agency);
  EXPECT_EQ(lineage_of(lineages, paper).origin, agency);
  EXPECT_EQ(lineage_of(lineages, undated).origin, agency);
  EXPECT_EQ(lineage_of(lineages, agency).origin, std::nullopt);
}

TEST(Rank, TheTimeOfDayWhereItIsKnown) {
  const auto rank_at = [](const std::string& instant, const std::string& agency = "") {
    Document report = made_report("report", "2020-05-01", {}, 0, agency);
    if (!instant.empty()) report.published_at = Sourced<std::string>{instant, "test", {}};
    return rank_of(report, 100);
  };
  EXPECT_LT(rank_at("2020-05-01T09:30:00Z"), rank_at("2020-05-01T09:31Z"));
  EXPECT_EQ(rank_at("2020-05-01T09:30:00Z"), rank_at("2020-05-01T11:30:00+02:00"));
  EXPECT_EQ(rank_at("2020-05-01T09:30:00Z"), rank_at("2020-05-01T04:30-0500"));
  EXPECT_LT(rank_at("2020-05-01T00:30:00+02:00"), rank_at("2020-05-01T00:00:00Z"));  // the day before
  EXPECT_LT(rank_at("2020-05-01T23:59:00Z"), rank_at(""));
  EXPECT_LT(rank_at("", "AFP"), rank_at("2020-05-01T09:30:00Z"));
  for (const char* odd : {"2020-05-01", "2020-05-01T", "2020-05-01Tab:cd", "2020-05-01T25:00Z", "yesterday", "+", "-"})
    EXPECT_EQ(rank_at(odd), rank_at("")) << odd;
}

TEST(Lineage, AMergedReportHasAnOriginAPassage) {
  MemoryShelf shelf;
  const auto one = shelf.add(made_report("one", "2020-05-01", {1, 2, 3}));
  const auto two = shelf.add(made_report("two", "2020-05-01", {4, 5, 6}));
  const auto merged = shelf.add(made_report("merged", "2020-05-02", {1, 2, 9, 5, 6}));
  Lineages lineages(shelf);
  const Lineage& lineage = lineage_of(lineages, merged);
  ASSERT_EQ(lineage.passages.size(), 5U);
  EXPECT_EQ(lineage.passages[0].from, (PassageRef{one, 0}));
  EXPECT_EQ(lineage.passages[1].from, (PassageRef{one, 1}));
  EXPECT_EQ(lineage.passages[2].standing, Standing::own);
  EXPECT_EQ(lineage.passages[3].from, (PassageRef{two, 1}));
  EXPECT_EQ(lineage.passages[4].from, (PassageRef{two, 2}));
  const Span own = lineage.report->print.passages[2].span, taken = lineage.report->print.passages[3].span;
  EXPECT_EQ(lineages.birth_of(merged, own).value_or(PassageRef{}), (PassageRef{merged, 2}));
  EXPECT_EQ(lineages.birth_of(merged, taken).value_or(PassageRef{}), (PassageRef{two, 1}));
}

TEST(Lineage, AChangedTollIsNewWordsBesideItAreNot) {
  MemoryShelf shelf;
  const auto first = shelf.add(made_report("first", "2020-05-01", {1, 2}, 14));
  const auto update = shelf.add(made_report("update", "2020-05-02", {1, 2}, 17));
  const auto copy = shelf.add(made_report("copy", "2020-05-03", {1, 2}, 17));
  Lineages lineages(shelf);
  EXPECT_EQ(lineage_of(lineages, update).origin, std::nullopt);
  EXPECT_EQ(lineage_of(lineages, update).passages[0].standing, Standing::changed);
  EXPECT_EQ(lineage_of(lineages, update).passages[0].from, (PassageRef{first, 0}));
  EXPECT_EQ(lineage_of(lineages, copy).origin, update);
  EXPECT_EQ(lineage_of(lineages, copy).passages[0].from, (PassageRef{update, 0}));
  EXPECT_EQ(lineages.root_of(copy).value_or(-1), update);
}

TEST(Lineage, AHeadlineStandsWithItsReport) {
  MemoryShelf shelf;
  const auto first = shelf.add(made_report("first", "2020-05-01", {1, 2}));
  Document copy = made_report("copy", "2020-05-02", {1, 2});
  const auto begin = static_cast<std::uint32_t>(copy.text.size());
  copy.text += "A headline";
  const Span headline = {begin, begin + 10};
  copy.blocks.push_back({BlockKind::headline, headline});
  const auto key = shelf.add(copy);
  Lineages lineages(shelf);
  EXPECT_EQ(lineage_of(lineages, key).origin_of(headline).standing, Standing::repeated);
  EXPECT_EQ(lineages.birth_of(key, headline).value_or(PassageRef{}).document, first);
}

TEST(Lineage, ReportsWithoutWordsAndMissingOnes) {
  MemoryShelf shelf;
  const auto empty = shelf.add(made_report("empty", "2020-05-01", {}));
  const auto again = shelf.add(made_report("again", "2020-05-01", {}));
  Lineages lineages(shelf);
  EXPECT_TRUE(lineage_of(lineages, empty).relatives.empty());
  EXPECT_EQ(lineage_of(lineages, again).origin, std::nullopt);
  const auto missing = lineages.of(7);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
}

TEST(Lineage, ThousandsOfEqualReportsAreCheap) {
  MemoryShelf shelf;
  constexpr int kReports = 30'000;
  const auto started = std::chrono::steady_clock::now();
  for (int i = 0; i < kReports; ++i) shelf.add(made_report(std::to_string(i), "2020-05-02", {1, 2}));
  const auto first = shelf.add(made_report("first", "2020-05-01", {1, 2}));
  Lineages lineages(shelf);
  for (DocumentKey key = 0; key < kReports; key += kReports / 100) {
    const Lineage& lineage = lineage_of(lineages, key);
    EXPECT_EQ(lineage.origin, first);
    EXPECT_LE(lineage.relatives.size(), 48U);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(60));
}

}  // namespace
}  // namespace attest
