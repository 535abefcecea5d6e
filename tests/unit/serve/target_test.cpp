#include "serve/target.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(ReadTarget, takes_path_and_query_apart) {
  const auto target = read_target("/api/a%20b/%C3%A9?q=a+b%2Bc&empty=&bare&&q=2");
  ASSERT_TRUE(target) << target.error().to_string();
  EXPECT_EQ(target->path, "/api/a b/é");
  const NameValues expected = {{"q", "a b+c"}, {"empty", ""}, {"bare", ""}, {"q", "2"}};
  EXPECT_EQ(target->query, expected);
}

TEST(ReadTarget, keeps_plus_and_empty_segments_of_a_path) {
  EXPECT_EQ(read_target("/a+b//c/")->path, "/a+b//c/");
  EXPECT_EQ(read_target("/")->path, "/");
  EXPECT_EQ(read_target("/?")->path, "/");
}

TEST(ReadTarget, refuses_what_leads_elsewhere) {
  for (const char* raw :
       {"", "api", "*", "http://example.org/", "/..", "/../etc/passwd", "/a/../b", "/./a", "/%2e%2e/a", "/%2E./a",
        "/a%2fb", "/a%2Fb", "/a\\b", "/a%5cb", "/..%5c..", "/a%00b", "/a?x=%00"})
    EXPECT_FALSE(read_target(raw)) << raw;
}

TEST(ReadTarget, refuses_broken_encodings) {
  for (const char* raw :
       {"/%", "/%4", "/%zz", "/a?x=%", "/a?%g0=1", "/%ff", "/%c0%ae%c0%ae/a", "/a?x=%ed%a0%80", "/\xff"})
    EXPECT_FALSE(read_target(raw)) << raw;
}

}  // namespace
}  // namespace attest
