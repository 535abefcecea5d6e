#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "reconcile/lineage.hpp"
#include "reconcile/lineage_memory.hpp"
#include "unit/reconcile/made_reports.hpp"

namespace attest {
namespace {

/// What a shelf says of every report, by names, so that shelves filled in another order can be compared.
std::map<std::string, std::vector<std::string>> answers(const MemoryShelf& shelf) {
  std::map<std::string, std::vector<std::string>> out;
  Lineages lineages(shelf);
  const auto name_of_key = [&](DocumentKey key) { return (*shelf.load(key))->about.name; };
  for (std::size_t i = 0; i < shelf.size(); ++i) {
    const auto key = static_cast<DocumentKey>(i);
    std::vector<std::string>& lines = out[name_of_key(key)];
    lines.push_back(name_of_key(*lineages.root_of(key)));
    const Lineage& lineage = **lineages.of(key);
    for (const Relative& r : lineage.relatives)
      lines.push_back(r.report->about.name + " " + std::string(name_of(r.relation)) +
                      (r.earlier ? " earlier" : " later"));
    for (const Origin& origin : lineage.passages) {
      lines.emplace_back(name_of(origin.standing));
      if (origin.from) lines.push_back(name_of_key(origin.from->document) + " " + std::to_string(origin.from->passage));
    }
  }
  return out;
}

/// Reports that share paragraphs at random, some with changed tolls, some of one day, some undated.
std::vector<Document> drawn_reports() {
  std::vector<Document> reports;
  const auto count = *rc::gen::inRange(2, 12);
  for (int i = 0; i < count; ++i) {
    std::vector<std::size_t> paragraphs;
    const auto size = *rc::gen::inRange(0, 6);
    for (int k = 0; k < size; ++k) paragraphs.push_back(static_cast<std::size_t>(*rc::gen::inRange(1, 9)));
    const auto day = *rc::gen::inRange(0, 4);
    const std::string published = day == 0 ? std::string() : "2020-05-0" + std::to_string(day);
    reports.push_back(test::made_report("r" + std::to_string(i), published, paragraphs, *rc::gen::inRange(0, 3),
                                        *rc::gen::inRange(0, 4) == 0 ? "AFP" : ""));
  }
  return reports;
}

TEST(LineageProperty, TheOrderOfArrivalNeverShows) {
  EXPECT_TRUE(rc::check([] {
    std::vector<Document> reports = drawn_reports();
    MemoryShelf one, two;
    for (const Document& report : reports) one.add(report);
    const auto expected = answers(one);
    std::vector<std::size_t> order(reports.size());
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
    for (const std::size_t i : order) two.add(reports[i]);
    RC_ASSERT(answers(two) == expected);
  }));
}

TEST(LineageProperty, AReportIsIdenticalToItselfAndOriginsAreEarlier) {
  EXPECT_TRUE(rc::check([] {
    MemoryShelf shelf;
    for (const Document& report : drawn_reports()) shelf.add(report);
    Lineages lineages(shelf);
    for (std::size_t i = 0; i < shelf.size(); ++i) {
      const auto key = static_cast<DocumentKey>(i);
      const Shelved self = **shelf.load(key);
      if (!self.print.words.empty())
        RC_ASSERT(relation_of(self.print, self.print, compare(self.print, self.print)) == Relation::identical);
      const Lineage lineage = **lineages.of(key);
      if (lineage.origin) RC_ASSERT((*shelf.load(*lineage.origin))->rank <= self.rank);
      const DocumentKey root = *lineages.root_of(key);
      RC_ASSERT(lineages.root_of(root).value() == root);
    }
  }));
}

TEST(LineageProperty, SharedWordsAreSeenFromBothSides) {
  EXPECT_TRUE(rc::check([] {
    const std::vector<Document> reports = drawn_reports();
    const auto print = [](const Document& d) { return fingerprint(d.text, d.blocks); };
    const Fingerprint a = print(reports[0]), b = print(reports[1]);
    const Overlap ab = compare(a, b), ba = compare(b, a);
    RC_ASSERT(ab.mine == ba.theirs);
    RC_ASSERT(ab.theirs == ba.mine);
    RC_ASSERT((relation_of(a, b, ab) == Relation::identical) == (relation_of(b, a, ba) == Relation::identical));
    for (const ChangedFigure& figure : ab.changed)
      RC_ASSERT(a.words[figure.mine].figure != b.words[figure.theirs].figure);
  }));
}

}  // namespace
}  // namespace attest
