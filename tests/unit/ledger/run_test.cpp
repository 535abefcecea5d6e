#include "ledger/run.hpp"

#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "ledger/ledger.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

const Coder kCoder{"1.0", "aaaa"};
const Coder kNewerRules{"1.0", "bbbb"};

Document document(std::string name, std::string text) {
  Document out;
  out.name = std::move(name);
  out.original = out.text = std::move(text);
  out.id = sha256_hex(out.original);
  out.text_hash = sha256_hex(out.text);
  return out;
}

std::vector<Claim> claims(int count) {
  Claim claim;
  claim.sentence = claim.trigger = {0, 1};
  claim.derived = {{"place", "dateline"}};
  return std::vector<Claim>(static_cast<std::size_t>(count), claim);
}

class Run : public testing::Test {
 protected:
  LedgerRun begin(const Coder& coder = kCoder) {
    auto run = LedgerRun::begin(file_, coder, "[]", "2024-01-01T00:00:00Z");
    if (!run) throw std::runtime_error(run.error().to_string());
    return std::move(*run);
  }
  Record load(const Document& kept) {
    auto record = Ledger::open(file_).value().load(kept.id);
    if (!record) throw std::runtime_error(record.error().to_string());
    return std::move(*record);
  }
  Scratch scratch_;
  std::filesystem::path file_ = scratch_ / "l.db";
};

TEST_F(Run, only_what_was_committed_is_there) {
  const Document first = document("a.txt", "one"), second = document("b.txt", "two");
  {
    LedgerRun run = begin();
    ASSERT_EQ(run.keep(first, claims(2)), Kept::added);
    EXPECT_EQ(Ledger::open(file_).value().ids()->size(), 0U) << "visible before commit";
    ASSERT_TRUE(run.commit());
    ASSERT_EQ(run.keep(second, claims(1)), Kept::added);
  }  // dropped as if killed
  EXPECT_EQ(Ledger::open(file_).value().ids().value(), std::vector{first.id});
  EXPECT_EQ(load(first).claims, claims(2));
}

TEST_F(Run, the_same_document_is_not_kept_twice) {
  const Document once = document("a.txt", "one");
  LedgerRun run = begin();
  EXPECT_EQ(run.keep(once, claims(1)), Kept::added);
  EXPECT_EQ(run.keep(once, claims(1)), Kept::known);
  ASSERT_TRUE(run.end("2024-01-01T00:00:01Z"));
  LedgerRun again = begin();
  EXPECT_EQ(again.keep(once, claims(1)), Kept::known);
  ASSERT_TRUE(again.commit());
  EXPECT_EQ(load(once).claims, claims(1));
  EXPECT_EQ(again.counts(), (RunCounts{.added = 0, .known = 1}));
}

TEST_F(Run, another_name_of_the_same_bytes_is_a_sighting) {
  const Document once = document("a.txt", "one"), copy = document("copy.txt", "one");
  LedgerRun run = begin();
  EXPECT_EQ(run.keep(once, claims(1)), Kept::added);
  EXPECT_EQ(run.keep(copy, claims(1)), Kept::known);
  ASSERT_TRUE(run.meet(document("third.txt", "one")));
  ASSERT_TRUE(run.commit());
  const Record record = load(once);
  EXPECT_EQ(record.document.name, "a.txt");
  EXPECT_EQ(record.entry.other_names, (std::vector<std::string>{"copy.txt", "third.txt"}));
}

TEST_F(Run, newer_rules_replace_the_claims_and_nothing_else) {
  Document report = document("a.txt", "one");
  LedgerRun run = begin();
  EXPECT_EQ(run.keep(report, claims(3)), Kept::added);
  ASSERT_TRUE(run.commit());
  LedgerRun newer = begin(kNewerRules);
  report.blocks = {{BlockKind::headline, {0, 3}}};
  EXPECT_EQ(newer.keep(report, claims(1)), Kept::recoded);
  ASSERT_TRUE(newer.commit());
  const Record record = load(report);
  EXPECT_EQ(record.claims, claims(1));
  EXPECT_EQ(record.document.blocks, report.blocks);
  EXPECT_EQ(record.entry.coder, kNewerRules);
  EXPECT_EQ(newer.counts(), (RunCounts{.recoded = 1}));
}

TEST_F(Run, a_new_publication_date_is_coded_again) {
  Document report = document("a.txt", "one");
  LedgerRun run = begin();
  EXPECT_EQ(run.keep(report, claims(1)), Kept::added);
  report.published = Sourced<Date>{*parse_iso_date("2024-03-04"), "command line", {}};
  EXPECT_EQ(run.keep(report, claims(1)), Kept::recoded);
  report.published->origin = "metadata file";
  EXPECT_EQ(run.keep(report, claims(1)), Kept::known) << "same value from another place";
  report.published.reset();
  EXPECT_EQ(run.keep(report, claims(1)), Kept::known) << "less is said, nothing else";
  ASSERT_TRUE(run.commit());
  EXPECT_EQ(load(report).document.published->value, *parse_iso_date("2024-03-04"));
}

TEST_F(Run, failures_are_recorded) {
  LedgerRun run = begin();
  ASSERT_TRUE(run.note({ErrorCode::empty, "nothing in it", "x.txt"}));
  ASSERT_TRUE(run.note({ErrorCode::binary, "not text", "y.txt"}));
  ASSERT_TRUE(run.end("2024-01-01T00:00:01Z"));
  const auto database = Database::open(file_, Database::Mode::read).value();
  EXPECT_EQ(database.value("SELECT count(*) FROM failures WHERE place IN ('x.txt', 'y.txt')"), 2);
  EXPECT_EQ(database.value("SELECT failed FROM runs WHERE ended_at IS NOT NULL"), 2);
}

TEST_F(Run, kept_bytes_cannot_be_changed) {
  LedgerRun run = begin();
  EXPECT_EQ(run.keep(document("a.txt", "one"), {}), Kept::added);
  ASSERT_TRUE(run.commit());
  const auto database = Database::open(file_, Database::Mode::write).value();
  const auto change = database.run("UPDATE documents SET original = x'00'");
  ASSERT_FALSE(change);
  EXPECT_NE(change.error().message.find("never change"), std::string::npos);
}

TEST_F(Run, documents_are_found_by_name_and_by_the_beginning_of_their_id) {
  const Document one = document("a.txt", "one"), two = document("dir/b", "two");
  LedgerRun run = begin();
  EXPECT_EQ(run.keep(one, {}), Kept::added);
  EXPECT_EQ(run.keep(two, {}), Kept::added);
  ASSERT_TRUE(run.commit());
  const auto ledger = Ledger::open(file_).value();
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ledger.ids_of("a.txt").value(), Ids{one.id});
  EXPECT_EQ(ledger.ids_of("a").value(), Ids{one.id});
  EXPECT_EQ(ledger.ids_of("dir/b").value(), Ids{two.id});
  EXPECT_EQ(ledger.ids_of(two.id.substr(0, 8)).value(), Ids{two.id});
  EXPECT_EQ(ledger.ids_of(two.id).value(), Ids{two.id});
  EXPECT_EQ(ledger.ids_of(two.id.substr(0, 3)).value(), Ids{}) << "too short to mean one";
  EXPECT_EQ(ledger.ids_of("%").value(), Ids{});
  EXPECT_FALSE(ledger.load(std::string(64, '0')));
}

}  // namespace
}  // namespace attest
