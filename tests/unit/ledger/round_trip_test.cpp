// What is kept comes back as it was: any bytes, any metadata, any claims.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/hash.hpp"
#include "ledger/compress.hpp"
#include "ledger/ledger.hpp"
#include "ledger/run.hpp"
#include "property/publish/arbitrary.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

Document arbitrary_document() {
  Document document = arbitrary::document();
  const auto sourced = [&] {
    return Sourced<std::string>{*arbitrary::utf8(), *arbitrary::utf8(),
                                arbitrary::maybe([&] { return arbitrary::span_in(document.text); })};
  };
  document.original = *rc::gen::arbitrary<std::string>();
  document.id = sha256_hex(document.original);
  document.text_hash = sha256_hex(document.text);
  document.encoding = *arbitrary::utf8();
  for (int count = *rc::gen::inRange(0, 5); count > 0; --count)
    document.blocks.push_back({arbitrary::choice<BlockKind>(), arbitrary::span_in(document.text)});
  document.title = arbitrary::maybe(sourced);
  document.outlet = arbitrary::maybe(sourced);
  document.agency = arbitrary::maybe(sourced);
  document.author = arbitrary::maybe(sourced);
  document.url = arbitrary::maybe(sourced);
  document.dateline_place = arbitrary::maybe(sourced);
  document.published_at = arbitrary::maybe(sourced);
  document.updated = arbitrary::maybe([&] { return Sourced<Date>{arbitrary::date(), *arbitrary::utf8(), {}}; });
  document.language = arbitrary::maybe(sourced);
  document.retrieved_at = arbitrary::maybe([&] { return *arbitrary::utf8(); });
  document.published = arbitrary::maybe([&] { return Sourced<Date>{arbitrary::date(), *arbitrary::utf8(), {}}; });
  return document;
}

RC_GTEST_PROP(RoundTrip, a_kept_document_comes_back_as_it_was, ()) {
  const Scratch scratch;
  const Document document = arbitrary_document();
  std::vector<Claim> claims;
  for (int count = *rc::gen::inRange(0, 4); count > 0; --count) claims.push_back(arbitrary::claim_about(document.text));

  auto run = LedgerRun::begin(scratch / "l.db", {"1", "2"}, "[]", "2024-01-01T00:00:00Z");
  RC_ASSERT(run.has_value());
  const auto kept = run->keep(document, claims);
  RC_ASSERT(kept.has_value());
  RC_ASSERT(*kept == Kept::added);
  RC_ASSERT(run->end("2024-01-01T00:00:01Z").has_value());

  const auto ledger = Ledger::open(scratch / "l.db");
  RC_ASSERT(ledger.has_value());
  const auto record = ledger->load(document.id);
  RC_ASSERT(record.has_value());
  RC_ASSERT(record->document == document);
  RC_ASSERT(record->claims == claims);
  RC_ASSERT(record->entry.coder == (Coder{"1", "2"}));
  RC_ASSERT(record->entry.claims == static_cast<std::int64_t>(claims.size()));
}

RC_GTEST_PROP(RoundTrip, compression_loses_nothing, ()) {
  const auto bytes = *rc::gen::arbitrary<std::string>();
  RC_ASSERT(decompress(compress(bytes), bytes.size()) == bytes);
  RC_ASSERT(!decompress(compress(bytes), bytes.size() + 1));
}

TEST(RoundTrip, damaged_bytes_are_not_decompressed) {
  std::string packed = compress("twenty-six people");
  packed.resize(packed.size() - 1);
  EXPECT_FALSE(decompress(packed, 17));
  EXPECT_FALSE(decompress("no zstd", 7));
}

}  // namespace
}  // namespace attest
