#include "ledger/fetches.hpp"

#include <gtest/gtest.h>

#include "ledger/open.hpp"
#include "ledger/run.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

FetchRow waiting(const std::string& url) {
  FetchRow fetch;
  fetch.url = url;
  fetch.feed = "https://a.example/feed";
  fetch.title = "One";
  return fetch;
}

TEST(Fetches, come_back_as_they_were_put) {
  const Scratch scratch;
  const auto ledger = open_ledger(scratch / "l.db", Database::Mode::write);
  ASSERT_TRUE(ledger);
  FeedRow feed{"https://a.example/feed", "A", "\"v1\"", {}, "2026-11-24T09:30:00Z", {}, 2, 503, "busy"};
  ASSERT_TRUE(put_feed(*ledger, feed));
  feed.etag = "\"v2\"";
  feed.message.reset();
  ASSERT_TRUE(put_feed(*ledger, feed));
  const auto found = find_feed(*ledger, feed.url);
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->etag, "\"v2\"");
  EXPECT_EQ((*found)->failures, 2);
  EXPECT_FALSE((*found)->message);

  ASSERT_TRUE(put_fetch(*ledger, waiting("https://a.example/2")));
  ASSERT_TRUE(put_fetch(*ledger, waiting("https://a.example/1")));
  auto all = waiting_fetches(*ledger, feed.url);
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2U);
  FetchRow first = all->front();
  EXPECT_EQ(first.url, "https://a.example/1");
  EXPECT_EQ(first.title, "One");
  first.state = FetchState::refused;
  first.status = 404;
  first.message = "the server answers 404";
  ASSERT_TRUE(put_fetch(*ledger, first));
  EXPECT_EQ(waiting_fetches(*ledger, feed.url)->size(), 1U);
  EXPECT_EQ((*find_fetch(*ledger, first.url))->status, 404);
  EXPECT_FALSE(*find_fetch(*ledger, "https://a.example/3"));

  EXPECT_FALSE(*knows_item(*ledger, feed.url, "guid-1"));
  ASSERT_TRUE(add_item(*ledger, feed.url, "guid-1", first.url));
  ASSERT_TRUE(add_item(*ledger, feed.url, "guid-1", first.url)) << "again is no difference";
  EXPECT_TRUE(*knows_item(*ledger, feed.url, "guid-1"));
  EXPECT_FALSE(*knows_item(*ledger, "https://b.example/feed", "guid-1"));
}

TEST(Fetches, reach_the_disk_with_the_batch_or_not_at_all) {
  const Scratch scratch;
  const FeedRow feed{"https://a.example/feed", {}, {}, {}, {}, {}, 0, {}, {}};
  const auto put = [&](const Database& database) { return put_feed(database, feed); };
  for (const bool committed : {false, true}) {
    {
      auto run = LedgerRun::begin(scratch / "l.db", {}, "[]", "2026-11-24T09:30:00Z");
      ASSERT_TRUE(run);
      ASSERT_TRUE(run->also(put));
      if (committed) {
        ASSERT_TRUE(run->commit());
      }
    }
    const auto ledger = open_ledger(scratch / "l.db", Database::Mode::read);
    ASSERT_TRUE(ledger);
    EXPECT_EQ(find_feed(*ledger, feed.url)->has_value(), committed);
  }
}

}  // namespace
}  // namespace attest
