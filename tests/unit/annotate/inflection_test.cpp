#include "annotate/inflection.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

std::string form(const std::string& verb, Form wanted) {
  for (const auto& [text, how] : verb_forms(verb, {{"drive", {"drove", "driven"}}}))
    if (how == wanted) return text;
  return {};
}

TEST(Inflection, RegularVerbs) {
  EXPECT_EQ(form("kill", Form::past_or_participle), "killed");
  EXPECT_EQ(form("trap", Form::past_or_participle), "trapped");
  EXPECT_EQ(form("target", Form::past_or_participle), "targeted");
  EXPECT_EQ(form("besiege", Form::gerund), "besieging");
  EXPECT_EQ(form("occupy", Form::past_or_participle), "occupied");
  EXPECT_EQ(form("clash", Form::third), "clashes");
  EXPECT_EQ(form("flee", Form::gerund), "fleeing");
  EXPECT_EQ(form("die", Form::gerund), "dying");
}

TEST(Inflection, PhrasesInflectTheirHead) {
  EXPECT_EQ(form("drive out", Form::past), "drove out");
  EXPECT_EQ(form("drive out", Form::participle), "driven out");
  EXPECT_EQ(noun_forms("air strike")[1].first, "air strikes");
  EXPECT_EQ(noun_forms("casualty")[1].first, "casualties");
}

}  // namespace
}  // namespace attest
