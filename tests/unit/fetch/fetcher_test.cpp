// What needs no server; tests/cli/test_fetch.py has the rest.
#include "fetch/fetcher.hpp"

#include <gtest/gtest.h>

#include "fetch/curl_handle.hpp"

namespace attest {
namespace {

using std::chrono::milliseconds;

TEST(Fetcher, ReadsRetryAfter) {
  EXPECT_EQ(read_retry_after("120"), milliseconds(120'000));
  EXPECT_EQ(read_retry_after("0"), milliseconds(0));
  EXPECT_EQ(read_retry_after("-5"), milliseconds(0));
  EXPECT_EQ(read_retry_after("Wed, 21 Oct 2015 07:28:00 GMT"), milliseconds(0));
  EXPECT_EQ(read_retry_after("99999999999"), std::chrono::hours(24 * 7));
  EXPECT_FALSE(read_retry_after("soon"));
  EXPECT_FALSE(read_retry_after(""));
}

TEST(Fetcher, FindsHeaders) {
  constexpr std::string_view headers = "HTTP/1.1 200 OK\nETag: \"a\"\nX-Etag: no\netag: \"b\"\nEmpty:\n";
  EXPECT_EQ(header_value(headers, "ETag"), "\"b\"");
  EXPECT_EQ(header_value(headers, "empty"), "");
  EXPECT_EQ(header_value(headers, "age"), "");
}

TEST(Fetcher, SaysWhoAsks) {
  EXPECT_EQ(user_agent().find("attest/"), 0U);
  EXPECT_NE(user_agent("desk@news.example").find("(+desk@news.example)"), std::string::npos);
}

TEST(Fetcher, RefusesPrivateAddresses) {
  FetchOptions options;
  options.per_host_wait = milliseconds(0);
  Fetcher fetcher(options, [] { return false; });
  for (const char* url : {"http://127.0.0.1:9/", "http://[::1]:9/", "http://localhost:9/",
                          "http://[::ffff:127.0.0.1]:9/", "http://0.0.0.0:9/", "http://2130706433:9/"}) {
    const Fetched fetched = fetcher.get({url, {}, {}, {}});
    EXPECT_EQ(fetched.outcome, Outcome::refused) << url;
    EXPECT_NE(fetched.message.find("not an address of the public internet"), std::string::npos) << fetched.message;
  }
}

TEST(Fetcher, NoticesThatNobodyAnswers) {
  FetchOptions options;
  options.per_host_wait = milliseconds(0);
  options.limits.allow_private = true;
  Fetcher fetcher(options, [] { return false; });
  const Fetched fetched = fetcher.get({"http://127.0.0.1:1/", {}, {}, {}});
  EXPECT_EQ(fetched.outcome, Outcome::later);
  EXPECT_NE(fetched.message.find("cannot be reached"), std::string::npos) << fetched.message;
}

}  // namespace
}  // namespace attest
