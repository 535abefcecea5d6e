#include "ledger/open.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ledger/schema.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

using Mode = Database::Mode;

void write(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(OpenLedger, makes_a_new_one_of_this_version) {
  const Scratch scratch;
  const auto ledger = open_ledger(scratch / "l.db", Mode::write);
  ASSERT_TRUE(ledger) << ledger.error().to_string();
  EXPECT_EQ(ledger->value("PRAGMA user_version"), ledger_version());
  EXPECT_EQ(ledger->value("PRAGMA application_id"), kLedgerApplicationId);
  EXPECT_EQ(ledger->value("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(ledger->value("PRAGMA synchronous"), 2);
  EXPECT_EQ(ledger->value("SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
  EXPECT_EQ(ledger->value("SELECT count(*) FROM pragma_table_list WHERE NOT strict AND type = 'table'"
                          " AND name NOT LIKE 'sqlite%'"),
            0);
  EXPECT_TRUE(open_ledger(scratch / "l.db", Mode::write)) << "opens again, with nothing left to migrate";
}

TEST(OpenLedger, refuses_what_is_no_ledger_and_leaves_it_alone) {
  const Scratch scratch;
  write(scratch / "report.txt", std::string(5000, 'x'));
  ASSERT_TRUE(Database::open(scratch / "other.db", Mode::write)->run("CREATE TABLE t (x); PRAGMA user_version = 1"));
  for (const auto& [name, reason] : {std::pair("report.txt", "not a ledger"),
                                     std::pair("other.db", "an SQLite database, but not a ledger of attest")}) {
    const std::string before = bytes_of(scratch / name);
    for (const Mode mode : {Mode::read, Mode::write}) {
      const auto ledger = open_ledger(scratch / name, mode);
      ASSERT_FALSE(ledger);
      EXPECT_EQ(ledger.error(), (Error{ErrorCode::bad_ledger, reason, (scratch / name).string()}));
    }
    EXPECT_EQ(bytes_of(scratch / name), before);
  }
}

TEST(OpenLedger, refuses_a_newer_version) {
  const Scratch scratch;
  ASSERT_TRUE(open_ledger(scratch / "l.db", Mode::write)->run("PRAGMA user_version = 99"));
  for (const Mode mode : {Mode::read, Mode::write})
    EXPECT_EQ(open_ledger(scratch / "l.db", mode).error().message,
              fmt::format("a ledger of version 99, made by a newer attest; this one knows versions up to {}",
                          ledger_version()));
}

TEST(OpenLedger, an_older_one_is_brought_up_to_date_by_writing_only) {
  const Scratch scratch;
  {
    const auto older = Database::open(scratch / "l.db", Mode::write);
    ASSERT_TRUE(older->run(ledger_migrations()[0]));
    ASSERT_TRUE(
        older->run("INSERT INTO runs (run, program, resources, inputs, started_at) VALUES (1, '', '', '', '');"
                   "INSERT INTO documents VALUES (1, hex(zeroblob(32)), 'a', x'', 0, '', 'text', '', 1, 1);"
                   "INSERT INTO claims (document, position, kind, sentence_begin, sentence_end, trigger_begin,"
                   " trigger_end, certainty, scope, incident, rule)"
                   " VALUES (1, 1, 'killed', 0, 4, 0, 4, 'asserted', 'incident', 'A', 'kill')"));
    ASSERT_TRUE(older->run(fmt::format("PRAGMA application_id={}; PRAGMA user_version=1", kLedgerApplicationId)));
  }
  EXPECT_EQ(
      open_ledger(scratch / "l.db", Mode::read).error().message,
      fmt::format("a ledger of version 1; the next attest read into it brings it up to version {}", ledger_version()));
  const auto ledger = open_ledger(scratch / "l.db", Mode::write);
  ASSERT_TRUE(ledger) << ledger.error().to_string();
  EXPECT_EQ(ledger->value("SELECT count(*) FROM quoted_claims WHERE claim_id = 'c2' AND sentence = 'text'"), 1);
  EXPECT_TRUE(open_ledger(scratch / "l.db", Mode::read));
}

TEST(OpenLedger, reading_needs_a_ledger) {
  const Scratch scratch;
  write(scratch / "empty.db", "");
  EXPECT_EQ(open_ledger(scratch / "none.db", Mode::read).error().message, "no such ledger");
  EXPECT_EQ(open_ledger(scratch / "empty.db", Mode::read).error().message, "an empty file, not a ledger");
  EXPECT_EQ(open_ledger(scratch / "", Mode::read).error().message, "is a folder, not a ledger");
  EXPECT_FALSE(std::filesystem::exists(scratch / "none.db"));
  EXPECT_EQ(open_ledger(scratch / "none/l.db", Mode::write).error().message,
            "the ledger cannot be opened or written: No such file or directory");
}

TEST(OpenLedger, names_of_any_kind_are_opened_as_they_are) {
  const Scratch scratch;
  for (const char* name : {"a?mode=memory", "b#c", "d%20e", "f g", "\xC3\xA9"}) {
    ASSERT_TRUE(open_ledger(scratch / name, Mode::write)) << name;
    EXPECT_TRUE(std::filesystem::exists(scratch / name)) << name;
  }
}

TEST(OpenLedger, a_damaged_ledger_is_told_from_no_ledger) {
  const Scratch scratch;
  ASSERT_TRUE(open_ledger(scratch / "l.db", Mode::write));
  std::string bytes = bytes_of(scratch / "l.db");
  std::fill(bytes.begin() + 100, bytes.begin() + 4096, 'x');
  write(scratch / "l.db", bytes);
  const auto ledger = open_ledger(scratch / "l.db", Mode::write);
  ASSERT_FALSE(ledger);
  EXPECT_TRUE(ledger.error().message.starts_with("the ledger is damaged: ")) << ledger.error().message;
}

}  // namespace
}  // namespace attest
