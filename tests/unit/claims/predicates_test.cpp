// Every entry of resources/en/predicates/ finds a claim of its kind in its own examples.
#include <algorithm>

#include "support/report.hpp"

namespace attest {
namespace {

TEST(Predicates, FindTheirOwnExamples) {
  for (const Predicate& predicate : test::resources().predicates) {
    for (const std::string& example : predicate.examples) {
      const Document document = test::report("A headline without news\n\n" + example);
      const auto claims = test::claims_of(document);
      const bool found = std::ranges::any_of(claims, [&](const Claim& c) { return c.kind == predicate.kind; });
      EXPECT_TRUE(found) << predicate.id << ": " << example;
    }
  }
}

}  // namespace
}  // namespace attest
