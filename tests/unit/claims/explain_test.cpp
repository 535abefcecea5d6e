// The reasons that --explain gives: rules, ways through the tree, and what lost.
#include <gtest/gtest.h>

#include <algorithm>

#include "claims/tree_path.hpp"
#include "support/report.hpp"

namespace attest {
namespace {

/// "Guards killed three men": by hand, so that no model decides.
Analysis guards_killed(const Document& document) {
  Analysis analysis = analyse(document);
  analysis.parsed = true;
  const auto hang = [&](std::size_t token, std::uint32_t head, Deprel relation) {
    analysis.tokens[token].head = head;
    analysis.tokens[token].deprel = relation;
  };
  hang(0, 1, Deprel::nsubj), hang(1, kRoot, Deprel::root), hang(2, 3, Deprel::nummod), hang(3, 1, Deprel::obj);
  return analysis;
}

TEST(TreePath, goes_down_and_up) {
  const Document document = test::report("Guards killed three men\n");
  const Analysis analysis = guards_killed(document);
  const auto path = [&](std::size_t from, std::size_t to) {
    return tree_path(document, analysis, analysis.tokens[from].span, analysis.tokens[to].span);
  };
  EXPECT_EQ(path(1, 2), "killed -obj-> men -nummod-> three");
  EXPECT_EQ(path(2, 1), "three <-nummod- men <-obj- killed");
  EXPECT_EQ(path(0, 3), "Guards <-nsubj- killed -obj-> men");
  EXPECT_EQ(path(1, 1), "");
  EXPECT_EQ(tree_path(document, analysis, analysis.tokens[1].span, {14, 23}), "killed -obj-> men") << "three men";
}

TEST(TreePath, is_empty_without_a_tree) {
  const Document document = test::report("Guards killed three men\n");
  Analysis analysis = analyse(document);
  EXPECT_EQ(tree_path(document, analysis, analysis.tokens[1].span, analysis.tokens[3].span), "");
}

const FieldReason* reason_for(const Explanation& why, std::string_view field) {
  const auto at = std::ranges::find(why.fields, field, &FieldReason::field);
  return at == why.fields.end() ? nullptr : &*at;
}

TEST(Explain, gives_each_filled_field_a_rule_and_says_what_lost) {
  const Document document = test::report(
      "Rebels killed three farmers near the army base of Bama on Monday, a doctor said on Wednesday.\n", "2019-05-03");
  std::vector<Explanation> why;
  const std::vector<Claim> claims = test::knowledge().code(document, Trees::near_triggers, &why);
  ASSERT_EQ(claims.size(), 1U);
  ASSERT_EQ(why.size(), 1U);
  EXPECT_EQ(why[0].claim, claims[0].id);
  const FieldReason* actor = reason_for(why[0], "actor");
  ASSERT_NE(actor, nullptr);
  EXPECT_EQ(actor->text, claims[0].actor->text);
  EXPECT_TRUE(std::ranges::any_of(actor->considered, [&](const Considered& other) {
    return slice(document.text, other.text) == "army" && !other.rule.empty();
  }));
  const FieldReason* time = reason_for(why[0], "time");
  ASSERT_NE(time, nullptr);
  EXPECT_EQ(slice(document.text, *time->text), "Monday");
  ASSERT_FALSE(time->considered.empty());
  EXPECT_EQ(slice(document.text, time->considered.front().text), "Wednesday");
  EXPECT_EQ(time->considered.front().rule, "time.of-speech");
}

TEST(Explain, tells_why_one_of_several_places_of_a_name_is_meant) {
  const Document document = test::report(
      "Gunmen killed three farmers in Tripoli in northern Lebanon on Monday, Lebanese officials said.\n", "2019-05-03");
  std::vector<Explanation> why;
  const std::vector<Claim> claims = test::knowledge().code(document, Trees::near_triggers, &why);
  ASSERT_EQ(claims.size(), 1U);
  const FieldReason* place = reason_for(why[0], "place");
  ASSERT_NE(place, nullptr);
  ASSERT_GE(place->namesakes.size(), 2U);
  EXPECT_TRUE(place->namesakes[0].meant);
  EXPECT_NE(place->namesakes[0].place.find("LB"), std::string::npos) << place->namesakes[0].place;
  EXPECT_NE(place->namesakes[0].why.find("its country is spoken of +"), std::string::npos) << place->namesakes[0].why;
  for (std::size_t i = 1; i < place->namesakes.size(); ++i) {
    EXPECT_FALSE(place->namesakes[i].meant);
    EXPECT_LE(place->namesakes[i].points, place->namesakes[i - 1].points);
  }
}

TEST(Explain, changes_no_claim) {
  const Document document = test::report(
      "Shells killed 84 people in Saraqib, half of them children, and wounded 30, doctors said.\n", "2019-05-03");
  std::vector<Explanation> why;
  EXPECT_EQ(test::knowledge().code(document, Trees::near_triggers, &why), test::claims_of(document));
  EXPECT_EQ(why.size(), test::claims_of(document).size());
}

}  // namespace
}  // namespace attest
