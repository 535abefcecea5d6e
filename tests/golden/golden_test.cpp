// Each golden case gives the claims it names, each negative report gives none; the gaps that are known
// (known_gaps.txt) stay listed for as long as they are open, and no longer.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <iterator>

#include "golden/agreement.hpp"
#include "golden/golden_case.hpp"
#include "support/report.hpp"

namespace attest::golden {
namespace {

const std::string kTests = std::string(ATTEST_SOURCE_DIR) + "/tests/";

const std::vector<std::string>& known_gaps() {
  static const auto names = read_names(kTests + "golden/known_gaps.txt");
  return names;
}

std::vector<Case> all_cases() {
  auto cases = read_cases(kTests + "golden/claims");
  std::ranges::move(read_negatives(kTests + "reports/negative"), std::back_inserter(cases));
  return cases;
}

/// gtest takes letters, digits and "_" only.
std::string test_name(const ::testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

class Golden : public ::testing::TestWithParam<Case> {};

TEST_P(Golden, gives_the_claims) {
  const Case& one = GetParam();
  const Document document = test::report(one.text, one.published);
  const std::string wrong = disagreements(one.expected, test::claims_of(document), document.text);
  if (std::ranges::find(known_gaps(), one.name) == known_gaps().end()) {
    if (!wrong.empty()) ADD_FAILURE() << one.name << ":\n" << one.text << "---\n" << wrong;
    return;
  }
  if (wrong.empty()) FAIL() << one.name << " is as it should be now: delete its line in tests/golden/known_gaps.txt";
  GTEST_SKIP() << "known gap " << one.name << ":\n" << one.text << "---\n" << wrong;
}

INSTANTIATE_TEST_SUITE_P(Case, Golden, ::testing::ValuesIn(all_cases()), test_name);

TEST(KnownGaps, name_cases) {
  const auto cases = all_cases();
  for (const std::string& name : known_gaps())
    EXPECT_NE(std::ranges::find(cases, name, &Case::name), cases.end()) << name << " in known_gaps.txt is no case";
}

}  // namespace
}  // namespace attest::golden
