#include "read/url.hpp"

#include <gtest/gtest.h>

#include <array>

namespace attest {
namespace {

struct Case {
  std::string_view reference, resolved;
};

/// The examples of RFC 3986, 5.4, without their fragments.
TEST(Url, ResolvesAsTheRfcSays) {
  constexpr auto cases = std::to_array<Case>({{"g", "http://a/b/c/g"},
                                              {"./g", "http://a/b/c/g"},
                                              {"g/", "http://a/b/c/g/"},
                                              {"/g", "http://a/g"},
                                              {"//g", "http://g/"},
                                              {"?y", "http://a/b/c/d;p?y"},
                                              {"g?y", "http://a/b/c/g?y"},
                                              {"#s", "http://a/b/c/d;p?q"},
                                              {"g#s", "http://a/b/c/g"},
                                              {"g?y#s", "http://a/b/c/g?y"},
                                              {";x", "http://a/b/c/;x"},
                                              {"", "http://a/b/c/d;p?q"},
                                              {".", "http://a/b/c/"},
                                              {"..", "http://a/b/"},
                                              {"../g", "http://a/b/g"},
                                              {"../..", "http://a/"},
                                              {"../../g", "http://a/g"},
                                              {"../../../g", "http://a/g"},
                                              {"/../g", "http://a/g"},
                                              {"g.", "http://a/b/c/g."},
                                              {"./g/.", "http://a/b/c/g/"},
                                              {"g/../h", "http://a/b/c/h"},
                                              {"g;x=1/../y", "http://a/b/c/y"}});
  for (const auto& [reference, resolved] : cases)
    EXPECT_EQ(resolve_url(reference, "http://a/b/c/d;p?q"), resolved) << reference;
}

TEST(Url, WritesOneSpelling) {
  EXPECT_EQ(resolve_url("  HTTP://News.Example:80/a b\n"), "http://news.example/a%20b");
  EXPECT_EQ(resolve_url("https://news.example"), "https://news.example/");
  EXPECT_EQ(resolve_url("https://news.example:8443/x?a=1#top"), "https://news.example:8443/x?a=1");
  EXPECT_EQ(resolve_url("/näher", "https://news.example/"), "https://news.example/n%c3%a4her");
}

TEST(Url, RefusesWhatCannotBeFetchedOrPrinted) {
  for (const char* address :
       {"", "news.example/a", "mailto:desk@news.example", "ftp://news.example/", "file:///etc/passwd", "javascript:x",
        "https://user:secret@news.example/", "https://user@news.example/", "http://", "http://[::1"})
    EXPECT_EQ(resolve_url(address), std::nullopt) << address;
  EXPECT_EQ(resolve_url("file:///etc/passwd", "https://news.example/"), std::nullopt);
  EXPECT_EQ(resolve_url("//user:secret@news.example/", "https://news.example/"), std::nullopt);
}

TEST(Url, HasParts) {
  const UrlParts parts = parts_of_url("https://[2001:db8::1]:8443/a/b?c=d");
  EXPECT_EQ(parts.origin, "https://[2001:db8::1]:8443");
  EXPECT_EQ(parts.host, "[2001:db8::1]");
  EXPECT_EQ(parts.target, "/a/b?c=d");
  EXPECT_EQ(parts_of_url("http://news.example/").target, "/");
}

}  // namespace
}  // namespace attest
