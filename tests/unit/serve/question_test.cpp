#include "serve/question.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace attest {

namespace {

Result<Question> asked(std::string_view collection, NameValues query) {
  return read_question(*find_collection(collection), {.method = "GET", .query = std::move(query)});
}

std::string refusal(std::string_view collection, NameValues query) {
  const auto question = asked(collection, std::move(query));
  if (question) return "understood";
  EXPECT_EQ(question.error().code, ErrorCode::usage);
  return question.error().to_string();
}

Date day(std::string_view text) { return *parse_iso_date(text); }

TEST(Question, WithoutParametersIsTheFirstPage) {
  const auto question = asked("incidents", {});
  ASSERT_TRUE(question);
  EXPECT_FALSE(question->bbox);
  EXPECT_FALSE(question->datetime);
  EXPECT_EQ(question->limit, 10U);
  EXPECT_EQ(question->offset, 0U);
  EXPECT_TRUE(question->order.empty() && question->filters.empty());
}

TEST(Question, LimitIsClampedAsTheStandardSays) {
  EXPECT_EQ(asked("claims", {{"limit", "1000000000"}})->limit, 10'000U);
  EXPECT_EQ(asked("claims", {{"limit", "99999999999999999999999"}})->limit, 10'000U);
  EXPECT_EQ(asked("claims", {{"limit", "1"}})->limit, 1U);
  EXPECT_EQ(refusal("claims", {{"limit", "0"}}), "limit: is at least 1");
  for (const char* wrong : {"-1", "ten", "", "1.5", "0x10", " 1", "1e3"})
    EXPECT_NE(refusal("claims", {{"limit", wrong}}), "understood") << wrong;
  EXPECT_EQ(asked("claims", {{"offset", "99999999999999999999999"}})->offset, std::uint64_t{1} << 53);
}

TEST(Question, Boxes) {
  EXPECT_EQ(*read_bbox("10,20,30,40"), (Box{10, 20, 30, 40}));
  EXPECT_EQ(*read_bbox("10, 20, -5, 30, 40, 5"), (Box{10, 20, 30, 40})) << "heights ask for nothing";
  EXPECT_EQ(*read_bbox("170,-20,-170,20"), (Box{170, -20, -170, 20}));
  EXPECT_EQ(*read_bbox("170,-20,190,20"), (Box{170, -20, -170, 20}));
  EXPECT_EQ(*read_bbox("-400,-100,400,100"), Box{});
  for (const char* wrong : {"", "1", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,b,c,d", "1,2,3,nan", "1,2,inf,4",
                            "1,2,3,", "10,40,30,20", "1,91,3,95", "1,2,5,3,4,1", "5000,0,5001,1", "1;2;3;4"})
    EXPECT_FALSE(read_bbox(wrong)) << wrong;
  EXPECT_EQ(refusal("incidents", {{"bbox", "1,2,3,4,5"}}),
            "bbox: takes four numbers (west, south, east, north), or six with heights, and got 5");
}

TEST(Question, BoxesAcrossTheAntimeridianContainBothSides) {
  const Box box{170, -20, -170, 20};
  EXPECT_TRUE(box.contains({0, 175}));
  EXPECT_TRUE(box.contains({0, -175}));
  EXPECT_FALSE(box.contains({0, 0}));
  EXPECT_FALSE(box.contains({30, 175}));
  EXPECT_TRUE((Box{10, 20, 30, 40}).contains({40, 30})) << "edges belong to it";
}

TEST(Question, Days) {
  const Date ninth = day("2017-03-09");
  EXPECT_EQ(*read_datetime("2017-03-09"), (Days{ninth, ninth}));
  EXPECT_EQ(*read_datetime("2017-03-09T23:30:00.5Z"), (Days{ninth, ninth}));
  EXPECT_EQ(*read_datetime("2017-03-08T23:30:00-02:00"), (Days{ninth, ninth}));
  EXPECT_EQ(*read_datetime("2017-03-10T00:30:00+01:00"), (Days{ninth, ninth}));
  EXPECT_EQ(*read_datetime("2017-03-09/2017-03-10"), (Days{ninth, day("2017-03-10")}));
  EXPECT_EQ(*read_datetime("../2017-03-09"), (Days{{}, ninth}));
  EXPECT_EQ(*read_datetime("2017-03-09/.."), (Days{ninth, {}}));
  EXPECT_EQ(*read_datetime("/2017-03-09"), (Days{{}, ninth}));
  EXPECT_EQ(*read_datetime("2017-03-09/"), (Days{ninth, {}}));
  for (const char* wrong : {"", "..", "/", "../..", "2017", "2017-02-30", "2017-03-09/2017-03-10/2017-03-11",
                            "2017-03-09T12:00", "yesterday", "2017-03-09T25:00:00Z", "2017-03-09T12:00:00",
                            "2017-03-09T12:00:00.Z", "2017-03-09T12:00:00+2", "2017-03-09 12:00:00Z"})
    EXPECT_FALSE(read_datetime(wrong)) << wrong;
  EXPECT_EQ(refusal("reports", {{"datetime", "2017-03-09/2017-03-01"}}),
            "datetime: ends on 2017-03-01, before it begins on 2017-03-09");
}

TEST(Question, DaysMeetWhatTheyShareADayWith) {
  const Days march{day("2017-03-01"), day("2017-03-31")};
  EXPECT_TRUE(march.meets(day("2017-02-01"), day("2017-03-01")));
  EXPECT_TRUE(march.meets(day("2017-03-31"), std::nullopt));
  EXPECT_FALSE(march.meets(day("2017-04-01"), day("2017-04-02")));
  EXPECT_FALSE(march.meets(std::nullopt, day("2017-02-28")));
  EXPECT_FALSE(march.meets(std::nullopt, std::nullopt));
  EXPECT_TRUE((Days{{}, day("2017-03-31")}).meets(day("1999-01-01"), day("1999-01-01")));
}

TEST(Question, OrderTakesAnUnescapedPlus) {
  const auto question = asked("incidents", {{"sortby", "-killed, from,+id"}});
  ASSERT_TRUE(question) << question.error().to_string();
  ASSERT_EQ(question->order.size(), 3U);
  EXPECT_EQ(question->order[0].property->name, "killed");
  EXPECT_TRUE(question->order[0].descending);
  EXPECT_EQ(question->order[1].property->name, "from");
  EXPECT_FALSE(question->order[1].descending || question->order[2].descending);
  EXPECT_EQ(asked("incidents", {{"sortby", "killed,-killed"}})->order.size(), 1U);
  for (const char* wrong : {"", "nothing", "figures", "killed,", "--killed", "killed;DROP TABLE claims"})
    EXPECT_NE(refusal("incidents", {{"sortby", wrong}}), "understood") << wrong;
}

TEST(Question, Filters) {
  const auto question = asked("incidents", {{"kind", "killed, injured"}, {"min_killed", "10"}, {"place", " Mosul "}});
  ASSERT_TRUE(question);
  EXPECT_EQ(std::vector<std::string>(question->wanted("kind").begin(), question->wanted("kind").end()),
            (std::vector<std::string>{"killed", "injured"}));
  EXPECT_EQ(question->at_least("min_killed"), 10U);
  EXPECT_EQ(question->at_least("min_origins"), std::nullopt);
  EXPECT_EQ(question->wanted("place")[0], "Mosul");
  EXPECT_TRUE(question->wanted("q").empty());
}

TEST(Question, WhatIsNotUnderstoodIsRefused) {
  EXPECT_EQ(refusal("incidents", {{"colour", "red"}}), "no such parameter: 'colour'");
  EXPECT_EQ(refusal("reports", {{"kind", "killed"}}), "no such parameter: 'kind'");
  EXPECT_EQ(refusal("incidents", {{"limit", "1"}, {"limit", "2"}}), "limit: is given twice");
  EXPECT_EQ(refusal("incidents", {{"place", "  "}}), "place: is empty");
  EXPECT_EQ(refusal("incidents", {{"min_killed", "many"}}), "min_killed: not a whole number: 'many'");
  EXPECT_EQ(refusal("incidents", {{"grade", "fair' OR '1'='1"}}),
            "grade: no such value: 'fair' OR '1'='1'; it takes confirmed, fair, weak, contested, discounted");
  EXPECT_TRUE(asked("incidents", {{"place", "'; DROP TABLE claims; --"}})) << "words are words";
}

TEST(Question, OtherParametersOfAnEndpointArePassedOver) {
  constexpr std::array<std::string_view, 1> kOthers = {"names"};
  EXPECT_TRUE(read_question(*find_collection("claims"), {.query = {{"names", "true"}, {"f", "json"}}}, kOthers));
  EXPECT_FALSE(read_question(*find_collection("claims"), {.query = {{"names", "true"}}}));
}

}  // namespace

}  // namespace attest
