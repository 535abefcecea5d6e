#include "serve/links.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attest {

namespace {

TEST(Links, TheOriginIsTheHostThatWasAskedFor) {
  EXPECT_EQ(read_origin({{"host", "127.0.0.1:8080"}}, false), "http://127.0.0.1:8080");
  EXPECT_EQ(read_origin({{"host", "[::1]:8080"}}, false), "http://[::1]:8080");
  EXPECT_EQ(read_origin({{"host", "record.example"}}, false), "http://record.example");
}

TEST(Links, AHostThatIsNoneDoesNotGetThrough) {
  for (const char* host : {"", "a\"><script>", "a b", "a/b", "a?b", "a@b", "a\r\nSet-Cookie: x"})
    EXPECT_EQ(read_origin({{"host", host}}, false), "http://localhost") << host;
  EXPECT_EQ(read_origin({}, false), "http://localhost");
  EXPECT_EQ(read_origin({{"host", std::string(1000, 'a')}}, false), "http://localhost");
}

TEST(Links, AProxyIsBelievedOnlyWhenTold) {
  const NameValues headers = {{"host", "127.0.0.1:8080"},
                              {"x-forwarded-host", "record.example, inner"},
                              {"x-forwarded-proto", "https"},
                              {"x-forwarded-prefix", "/attest/"}};
  EXPECT_EQ(read_origin(headers, false), "http://127.0.0.1:8080");
  EXPECT_EQ(read_origin(headers, true), "https://record.example/attest");
  EXPECT_EQ(read_origin({{"host", "a"}, {"x-forwarded-prefix", "//evil.example"}}, true), "http://a");
  EXPECT_EQ(read_origin({{"host", "a"}, {"x-forwarded-prefix", "/x\"y"}, {"x-forwarded-host", "b c"}}, true),
            "http://a");
}

TEST(Links, QueriesAreEncoded) {
  EXPECT_EQ(query_string({}), "");
  EXPECT_EQ(query_string({{"kind", "killed,injured"}, {"datetime", "2017-01-01/.."}, {"q", "a&b=c d\"<é>+"}}),
            "?kind=killed,injured&datetime=2017-01-01/..&q=a%26b%3Dc%20d%22%3C%C3%A9%3E%2B");
  EXPECT_EQ(query_string(with_parameter({{"a", "1"}, {"b", "2"}}, "a", "")), "?b=2");
  EXPECT_EQ(query_string(with_parameter({{"a", "1"}}, "a", "3")), "?a=3");
  EXPECT_EQ(query_string(with_parameter({{"a", "1"}}, "b", "3")), "?a=1&b=3");
}

std::vector<std::string> relations(std::uint64_t offset, std::uint64_t matched) {
  const Request request{
      .path = "/api/collections/claims/items", .query = {{"limit", "10"}}, .headers = {{"host", "h"}}};
  std::vector<std::string> out;
  for (const Link& link : page_links(request, "application/geo+json", 10, offset, matched))
    if (link.rel != "alternate") out.push_back(link.rel + " " + link.href);
  return out;
}

TEST(Links, APageKnowsItsNeighbours) {
  const std::string items = " http://h/api/collections/claims/items?limit=10";
  const std::string self = "self" + items, up = "collection http://h/api/collections/claims";
  EXPECT_EQ(relations(0, 10), (std::vector<std::string>{self, up}));
  EXPECT_EQ(relations(0, 11), (std::vector<std::string>{self, "next" + items + "&offset=10", up}));
  EXPECT_EQ(relations(10, 11), (std::vector<std::string>{self, "prev" + items, up}));
  EXPECT_EQ(relations(25, 100),
            (std::vector<std::string>{self, "next" + items + "&offset=35", "prev" + items + "&offset=15", up}));
  EXPECT_EQ(relations(std::uint64_t{1} << 53, 5).size(), 3U);
}

TEST(Links, AHeaderOfLinks) {
  const std::vector<Link> links = {{"http://h/a", "self", "text/csv"}, {"http://h/b", "next"}};
  EXPECT_EQ(link_header(links), R"(<http://h/a>; rel="self"; type="text/csv", <http://h/b>; rel="next")");
  std::string json;
  append_links(json, links);
  EXPECT_EQ(json, R"([{"href":"http://h/a","rel":"self","type":"text/csv"},{"href":"http://h/b","rel":"next"}])");
}

}  // namespace

}  // namespace attest
