#include "serve/review_request.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

Request request_with(std::string body) {
  Request request;
  request.method = "POST";
  request.headers = {{"content-type", "application/json"}};
  request.body = std::move(body);
  return request;
}

std::string refusal(const std::string& body) {
  const auto proposal = read_proposal(request_with(body));
  return proposal ? "none" : proposal.error().to_string();
}

TEST(ReviewRequest, is_read_member_by_member) {
  const auto proposal = read_proposal(request_with(
      R"({"act":"correct","incident":"3f9k2m1p","claims":["ab/c3"],"field":"count","value":{"min":14,"max":null},)"
      R"("reason":"the list","expects":41})"));
  ASSERT_TRUE(proposal);
  EXPECT_EQ(proposal->act, ActKind::correct);
  EXPECT_EQ(proposal->incident, "3f9k2m1p");
  EXPECT_EQ(proposal->claims, std::vector<std::string>{"ab/c3"});
  EXPECT_EQ(proposal->field, "count");
  EXPECT_EQ(proposal->value, R"({"min":14,"max":null})");
  EXPECT_EQ(proposal->reason, "the list");
  EXPECT_EQ(proposal->expects, 41);
}

TEST(ReviewRequest, null_is_a_value_and_no_value_is_none) {
  EXPECT_EQ(read_proposal(request_with(R"({"act":"correct","value":null})"))->value, "null");
  EXPECT_FALSE(read_proposal(request_with(R"({"act":"accept","incident":null})"))->value);
}

TEST(ReviewRequest, what_is_wrong_is_named) {
  EXPECT_EQ(refusal("["), "the body must be a JSON object");
  EXPECT_EQ(refusal("[]"), "the body must be a JSON object");
  EXPECT_EQ(refusal(""), "the body must be a JSON object");
  EXPECT_EQ(refusal(std::string(100'000, '[')), "the body is nested too deeply");
  EXPECT_EQ(refusal("{\"act\":\"\xff\"}"), "the body must be a JSON object");
  EXPECT_EQ(refusal("{}"), "act: must be one of accept, reject, correct, merge, split, exclude, note, sensitive");
  EXPECT_EQ(refusal(R"({"act":"undo"})"),
            "act: must be one of accept, reject, correct, merge, split, exclude, note, sensitive");
  EXPECT_EQ(refusal(R"({"act":"unmasked-view"})"),
            "act: must be one of accept, reject, correct, merge, split, exclude, note, sensitive");
  EXPECT_EQ(refusal(R"({"act":"accept","by":"Eve"})"),
            "by: is not known here: act, incident, incidents, claims, field, value, reason, expects are");
  EXPECT_EQ(refusal(R"({"act":"accept","incident":7})"), "incident: must be a string");
  EXPECT_EQ(refusal(R"({"act":"merge","incidents":"ab"})"), "incidents: must be a list of at most 1000 strings");
  EXPECT_EQ(refusal(R"({"act":"split","claims":[1]})"), "claims: must be a list of strings");
  EXPECT_EQ(refusal(R"({"act":"accept","expects":-1})"), "expects: must be the number of an act, or 0");
  EXPECT_EQ(refusal(R"({"act":"accept","expects":1e99})"), "expects: must be the number of an act, or 0");
}

TEST(ReviewRequest, other_types_of_content_are_refused) {
  Request request = request_with(R"({"act":"accept"})");
  request.headers = {{"content-type", "text/plain"}};
  EXPECT_EQ(read_proposal(request).error().to_string(), "Content-Type: must be application/json");
}

TEST(ReviewRequest, an_expectation_may_come_as_a_header) {
  Request request = request_with(R"({"act":"accept"})");
  request.headers.emplace_back("if-match", "\"12\"");
  EXPECT_EQ(read_proposal(request)->expects, 12);
  request.headers.back().second = "W/\"x\"";
  EXPECT_EQ(read_proposal(request).error().to_string(), "If-Match: must be the number of an act in quotes");
}

TEST(ReviewRequest, an_undo_names_the_act_in_its_address) {
  Request request = request_with(R"({"reason":"was wrong"})");
  request.parts = {{"seq", "42"}};
  EXPECT_EQ(read_undo(request)->undoes, 42);
  EXPECT_EQ(read_undo(request)->reason, "was wrong");
  request.body.clear();
  EXPECT_TRUE(read_undo(request));
  request.parts = {{"seq", "4x"}};
  EXPECT_EQ(read_undo(request).error().to_string(), "no act 4x");
}

}  // namespace
}  // namespace attest
