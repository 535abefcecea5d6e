// The matcher against a slow one that follows the definition word by word.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "fetch/robots.hpp"

namespace attest {
namespace {

/// Whether the pattern fits a beginning of the path; a final $ asks for all of it.
bool fits_by_definition(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return true;
  if (pattern == "$") return path.empty();
  if (pattern.front() == '*') {
    for (std::size_t skipped = 0; skipped <= path.size(); ++skipped)
      if (fits_by_definition(pattern.substr(1), path.substr(skipped))) return true;
    return false;
  }
  return !path.empty() && path.front() == pattern.front() && fits_by_definition(pattern.substr(1), path.substr(1));
}

rc::Gen<std::string> words_of(const std::string& letters, int longest) {
  return rc::gen::resize(longest, rc::gen::container<std::string>(rc::gen::elementOf(letters)));
}

TEST(RobotsProperty, patterns_fit_as_defined) {
  EXPECT_TRUE(rc::check([] {
    const std::string pattern = "/" + *words_of("ab/*", 8) + *rc::gen::element<std::string>("", "$");
    const std::string path = "/" + *words_of("ab/", 10);
    RC_ASSERT(fits(pattern, path) == fits_by_definition(pattern, path));
  }));
}

TEST(RobotsProperty, order_of_rules_does_not_matter) {
  EXPECT_TRUE(rc::check([] {
    auto kinds = *rc::gen::resize(
        6, rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("Allow: /", "Disallow: /")));
    for (std::string& line : kinds) line += *words_of("ab*", 4) + "\n";
    const std::string path = "/" + *words_of("ab", 6);
    const auto answer = [&] {
      std::string text = "User-agent: *\n";
      for (const std::string& line : kinds) text += line;
      return Robots::parse(text, "attest").allows(path);
    };
    const bool forwards = answer();
    std::reverse(kinds.begin(), kinds.end());
    RC_ASSERT(answer() == forwards);
  }));
}

TEST(RobotsProperty, any_bytes_are_a_robots_file) {
  EXPECT_TRUE(
      rc::check([](const std::string& bytes) { RC_ASSERT(Robots::parse(bytes, "attest").allows("/robots.txt")); }));
}

}  // namespace
}  // namespace attest
