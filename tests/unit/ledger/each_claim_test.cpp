// Reading all claims of a ledger side by side with their documents gives what loading each document gives.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/hash.hpp"
#include "ledger/ledger.hpp"
#include "ledger/run.hpp"
#include "property/publish/arbitrary.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

Document document(int number) {
  Document out;
  out.name = "report-" + std::to_string(number);
  out.original = out.text = *arbitrary::utf8();
  out.original += out.name;
  out.id = sha256_hex(out.original);
  out.text_hash = sha256_hex(out.text);
  out.encoding = "UTF-8";
  const auto sourced = [] { return Sourced<std::string>{*arbitrary::utf8(), "json", {}}; };
  out.title = arbitrary::maybe(sourced);
  out.outlet = arbitrary::maybe(sourced);
  out.agency = arbitrary::maybe(sourced);
  out.url = arbitrary::maybe(sourced);
  out.published = arbitrary::maybe([] { return Sourced<Date>{arbitrary::date(), "json", {}}; });
  return out;
}

struct Seen {
  std::int64_t key = 0;
  Document about;
  Coder coder;
  Claim claim;
  bool operator==(const Seen&) const = default;
};

RC_GTEST_PROP(EachClaimProperty, is_what_loading_every_document_gives, ()) {
  const Scratch scratch;
  auto run = LedgerRun::begin(scratch / "l.db", {"1", "2"}, "[]", "2024-01-01T00:00:00Z").value();
  for (int number = 0, count = *rc::gen::inRange(0, 5); number < count; ++number) {
    const Document report = document(number);
    std::vector<Claim> claims;
    for (int left = *rc::gen::inRange(0, 4); left > 0; --left) claims.push_back(arbitrary::claim_about(report.text));
    RC_ASSERT(run.keep(report, claims).has_value());
  }
  RC_ASSERT(run.end("2024-01-01T00:00:01Z").has_value());

  const auto ledger = Ledger::open(scratch / "l.db").value();
  std::vector<Seen> wanted, seen;
  const auto ids = ledger.ids().value();
  for (const std::string& id : ids) {
    const Record record = ledger.load(id).value();
    for (const Claim& claim : record.claims)
      wanted.push_back({record.entry.key, record.entry.about, record.entry.coder, claim});
  }
  RC_ASSERT(ledger
                .for_each_claim([&](const Entry& from, Claim claim) -> Result<void> {
                  seen.push_back({from.key, from.about, from.coder, std::move(claim)});
                  return {};
                })
                .has_value());
  RC_ASSERT(seen == wanted);
}

class EachClaim : public testing::Test {
 protected:
  void SetUp() override {
    run_.emplace(LedgerRun::begin(file_, {"1", "2"}, "[]", "2024-01-01T00:00:00Z").value());
    for (int number = 0; number < 3; ++number) keep(number);
  }
  void keep(int number) {
    Document report;
    report.name = report.original = report.text = "report " + std::to_string(number);
    report.id = sha256_hex(report.original);
    report.text_hash = sha256_hex(report.text);
    Claim claim;
    claim.sentence = claim.trigger = {0, 6};
    ASSERT_TRUE(run_->keep(report, {claim, claim}));
    ASSERT_TRUE(run_->commit());
  }
  Scratch scratch_;
  std::filesystem::path file_ = scratch_ / "l.db";
  std::optional<LedgerRun> run_;
};

TEST_F(EachClaim, ends_with_the_first_error) {
  int seen = 0;
  const auto done = Ledger::open(file_).value().for_each_claim([&](const Entry&, Claim) -> Result<void> {
    if (++seen < 4) return {};
    return fail(ErrorCode::usage, "enough");
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "enough");
  EXPECT_EQ(seen, 4);
}

TEST_F(EachClaim, sees_one_moment_while_a_run_writes) {
  int seen = 0;
  ASSERT_TRUE(Ledger::open(file_).value().for_each_claim([&](const Entry&, Claim) -> Result<void> {
    if (++seen == 1) keep(3);
    return {};
  }));
  EXPECT_EQ(seen, 6) << "what came later is not of that moment";
}

TEST_F(EachClaim, a_value_on_no_list_is_an_error_that_names_the_ledger) {
  const auto database = Database::open(file_, Database::Mode::write).value();
  ASSERT_TRUE(database.run("UPDATE claims SET kind = 'rumoured' WHERE document = 2"));
  const auto done = Ledger::open(file_).value().for_each_claim([](const Entry&, Claim) -> Result<void> { return {}; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error(),
            (Error{ErrorCode::bad_ledger, "a claim holds a value that this program does not know", file_.string()}));
}

}  // namespace
}  // namespace attest
