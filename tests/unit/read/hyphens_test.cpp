#include "read/hyphens.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

std::string joined(const std::string& first, const std::string& second, const std::string& elsewhere = "") {
  Hyphens hyphens;
  hyphens.learn(elsewhere);
  hyphens.learn(first);
  hyphens.learn(second);
  std::string paragraph = first;
  hyphens.join(paragraph, second);
  return paragraph;
}

TEST(Hyphens, AreUndoneWhereAWordWasCut) {
  EXPECT_EQ(joined("the govern-", "ment said"), "the government said");
  EXPECT_EQ(joined("three child-", "ren died."), "three children died.");
  EXPECT_EQ(joined("the bombard\u00ad", "ment"), "the bombardment");
  EXPECT_EQ(joined("re-", "turned", "all of them returned"), "returned");
}

TEST(Hyphens, StayInNamesAndCompounds) {
  EXPECT_EQ(joined("in Deir-ez-", "Zor on Monday"), "in Deir-ez-Zor on Monday");
  EXPECT_EQ(joined("the Al-", "Nour camp"), "the Al-Nour camp");
  EXPECT_EQ(joined("near al-", "nour"), "near al-nour");
  EXPECT_EQ(joined("government-", "held areas", "the government fell"), "government-held areas");
  EXPECT_EQ(joined("a co-", "ordinated attack", "co-ordinated raids"), "a co-ordinated attack");
  EXPECT_EQ(joined("in 2011-", "2014"), "in 2011-2014");
  EXPECT_EQ(joined("the NATO-", "brokered talks"), "the NATO-brokered talks");
}

TEST(Hyphens, AreNotSeenInDashesAndPlainLines) {
  EXPECT_EQ(joined("the town -", "once rich - is empty"), "the town - once rich - is empty");
  EXPECT_EQ(joined("they fled", "to the coast"), "they fled to the coast");
}

}  // namespace
}  // namespace attest
