#include "reconcile/claim_values.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

std::string checked(ClaimField field, std::string_view json) {
  const auto value = checked_value(field, json);
  return value ? *value : value.error().to_string();
}

TEST(ClaimValues, have_one_form) {
  EXPECT_EQ(checked(ClaimField::count, R"( {"max": 5, "min": 3} )"), R"({"min":3,"max":5})");
  EXPECT_EQ(checked(ClaimField::count, R"({"min":26})"), R"({"min":26,"max":null})");
  EXPECT_EQ(checked(ClaimField::count, R"({"min":null,"max":null})"), "null");
  EXPECT_EQ(checked(ClaimField::victims_status, "null"), R"("unknown")");
  EXPECT_EQ(checked(ClaimField::victims_group, R"("children")"), R"("children")");
  EXPECT_EQ(checked(ClaimField::actor, R"("unknown")"), "null");
  EXPECT_EQ(checked(ClaimField::means, R"("drone")"), R"("drone")");
  EXPECT_EQ(checked(ClaimField::place, R"({"name":"Tamar"})"),
            R"({"name":"Tamar","country":null,"latitude":null,"longitude":null,"precision":null})");
  EXPECT_EQ(checked(ClaimField::time, R"({"from":"2020-05-01","to":"2020-05-03"})"),
            R"({"from":"2020-05-01","to":"2020-05-03"})");
  for (std::size_t i = 0; i < Names<ClaimField>::values.size(); ++i) {
    const auto field = static_cast<ClaimField>(i);
    const std::string empty = value_of(Testimony(), Interned(), field);
    EXPECT_EQ(checked(field, empty), empty);
  }
}

TEST(ClaimValues, are_refused_with_what_may_stand_there) {
  const std::vector<std::tuple<ClaimField, std::string_view, std::string_view>> cases = {
      {ClaimField::count, "14", "value: must be an object of min, max, or null"},
      {ClaimField::count, R"({"min":-1})", "value: min must be a whole number from 0 to 1000000000, or null"},
      {ClaimField::count, R"({"max":1.5})", "value: max must be a whole number from 0 to 1000000000, or null"},
      {ClaimField::count, R"({"max":1e30})", "value: max must be a whole number from 0 to 1000000000, or null"},
      {ClaimField::count, R"({"min":2000000000})", "value: min must be a whole number from 0 to 1000000000, or null"},
      {ClaimField::count, R"({"min":5,"max":4})", "value: min is more than max"},
      {ClaimField::count, R"({"min":5,"most":6})", "value: has no member most: it is made of min, max"},
      {ClaimField::count, "{", "value: is not JSON"},
      {ClaimField::certainty, R"("sure")", "value: must be one of asserted, hedged, denied, possible, future"},
      {ClaimField::certainty, "null", "value: must be one of asserted, hedged, denied, possible, future"},
      {ClaimField::victims_status, "7", "value: must be one of civilian, combatant, mixed, unknown, or null"},
      {ClaimField::actor, R"("")", "value: the name is empty"},
      {ClaimField::actor, R"("a\u0000b")", "the name: has control characters"},
      {ClaimField::actor, R"("a\nb")", "value: the name must be one line"},
      {ClaimField::place, R"({"name":"Tamar","country":"xt"})",
       "value: country must be two capital letters (ISO 3166-1), or null"},
      {ClaimField::place, R"({"name":"Tamar","latitude":91,"longitude":0})",
       "value: latitude must be from -90 to 90, longitude from -180 to 180"},
      {ClaimField::place, R"({"name":"Tamar","latitude":9})",
       "value: latitude and longitude must both be numbers, or both null"},
      {ClaimField::place, R"({"name":"Tamar","precision":8})",
       "value: precision must be a whole number from 0 to 7, or null"},
      {ClaimField::place, R"({"country":"XT"})", "value: name must be words"},
      {ClaimField::time, R"({"from":"2020-02-30","to":"2020-03-01"})", "value: from must be a day like 2017-03-09"},
      {ClaimField::time, R"({"from":"2020-03-02","to":"2020-03-01"})", "value: from lies after to"},
  };
  for (const auto& [field, json, message] : cases) EXPECT_EQ(checked(field, json), message) << json;
  EXPECT_EQ(checked(ClaimField::actor, '"' + std::string(201, 'a') + '"'),
            "the name: is 201 characters long; 200 are allowed");
  EXPECT_TRUE(checked_value(ClaimField::actor, "\"\xff\"").error().code == ErrorCode::bad_json);
}

TEST(ClaimValues, what_is_refused_changes_nothing) {
  Testimony told;
  Interned names;
  told.min = 3;
  EXPECT_FALSE(amend(told, names, ClaimField::count, R"({"min":5,"max":4})"));
  EXPECT_EQ(told.min, 3);
}

}  // namespace
}  // namespace attest
