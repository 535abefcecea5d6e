#include "fetch/robots.hpp"

#include <gtest/gtest.h>

#include <array>

namespace attest {
namespace {

using std::chrono::milliseconds;

TEST(Robots, PatternsFit) {
  struct Case {
    std::string_view pattern, path;
    bool fit;
  };
  constexpr auto cases = std::to_array<Case>({{"/", "/a", true},
                                              {"/fish", "/fish.html", true},
                                              {"/fish", "/Fish", false},
                                              {"/fish*", "/fish", true},
                                              {"/fish/", "/fish", false},
                                              {"/*.php", "/folder/a.php?b", true},
                                              {"/*.php$", "/a.php", true},
                                              {"/*.php$", "/a.php?b", false},
                                              {"/*.php$", "/a.php.php", true},
                                              {"/a$", "/a", true},
                                              {"/a$", "/ab", false},
                                              {"/*a*b*c", "/xxaxxbxxc", true},
                                              {"/*a*b*c$", "/xxaxxbxxcx", false},
                                              {"*", "", true},
                                              {"$", "", true},
                                              {"$", "/", false}});
  for (const auto& [pattern, path, fit] : cases) EXPECT_EQ(fits(pattern, path), fit) << pattern << " " << path;
}

/// RFC 9309, 5.1 and 5.2.
TEST(Robots, LongestPatternDecides) {
  const Robots robots = Robots::parse(
      "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\n"
      "User-Agent: attest\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nDisallow: /p\nAllow: /p\n",
      "attest");
  EXPECT_TRUE(robots.allows("/example/page/a.gif"));
  EXPECT_FALSE(robots.allows("/example/page/disallowed.gif"));
  EXPECT_TRUE(robots.allows("/example/other"));
  EXPECT_TRUE(robots.allows("/picture.gif"));
  EXPECT_TRUE(robots.allows("/p")) << "of two as long the one that allows";
}

TEST(Robots, GroupsOfOurNameAreJoined) {
  const Robots robots = Robots::parse(
      "user-agent: other\nuser-agent: ATTEST/0.1\ndisallow: /a\ncrawl-delay: 2.5\n"
      "user-agent: *\ndisallow: /\n"
      "User-agent : attest # us\nDisallow : /b # remark\n",
      "attest");
  EXPECT_FALSE(robots.allows("/a"));
  EXPECT_FALSE(robots.allows("/b"));
  EXPECT_TRUE(robots.allows("/c"));
  EXPECT_EQ(robots.crawl_delay(), milliseconds(2500));
}

TEST(Robots, AGroupWithoutRulesAllows) {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /\nUser-agent: attest\nDisallow:\n", "attest");
  EXPECT_TRUE(robots.allows("/a"));
  EXPECT_FALSE(Robots::parse("User-agent: attestation\nDisallow:\nUser-agent: *\nDisallow: /", "attest").allows("/"));
}

TEST(Robots, SpellingsOfAPathAreOne) {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /%7enews\nDisallow: /ä\nDisallow: /b%2Fc\n", "attest");
  EXPECT_FALSE(robots.allows("/~news"));
  EXPECT_FALSE(robots.allows("/%7Enews/1"));
  EXPECT_FALSE(robots.allows("/%c3%a4"));
  EXPECT_FALSE(robots.allows("/b%2fc"));
  EXPECT_TRUE(robots.allows("/b/c"));
}

TEST(Robots, TakesAnyBytes) {
  EXPECT_TRUE(Robots::parse("", "attest").allows("/"));
  EXPECT_TRUE(Robots::parse("<html>not found</html>", "attest").allows("/"));
  EXPECT_TRUE(Robots::parse("Disallow: /\n", "attest").allows("/")) << "a rule of no group";
  EXPECT_FALSE(Robots::parse("\xEF\xBB\xBFUser-agent: *\rDisallow: /\r", "attest").allows("/a"));
  EXPECT_TRUE(Robots::parse("User-agent: *\nDisallow: /\n", "attest").allows("/robots.txt"));
  EXPECT_FALSE(Robots::parse("User-agent: *\nCrawl-delay: soon\nDisallow: /", "attest").crawl_delay());
  EXPECT_EQ(Robots::parse("User-agent: *\nCrawl-delay: 1e300", "attest").crawl_delay(), std::chrono::hours(24));
  const std::string huge = std::string(kMaxRobotsBytes, '#') + "\nUser-agent: *\nDisallow: /\n";
  EXPECT_TRUE(Robots::parse(huge, "attest").allows("/a"));
}

TEST(Robots, ClosedAllowsNothing) {
  EXPECT_FALSE(Robots::closed().allows("/"));
  EXPECT_FALSE(Robots::closed().allows("/a?b"));
}

}  // namespace
}  // namespace attest
