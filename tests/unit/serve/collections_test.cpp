#include "serve/collections.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace attest {

namespace {

TEST(Collections, AreTheFour) {
  std::vector<std::string_view> ids;
  for (const Collection& collection : collections()) ids.push_back(collection.id);
  EXPECT_EQ(ids, (std::vector<std::string_view>{"incidents", "claims", "reports", "aggregates"}));
  EXPECT_EQ(find_collection("claims")->title, "Claims");
  EXPECT_EQ(find_collection("Claims"), nullptr);
  EXPECT_EQ(find_collection(""), nullptr);
}

TEST(Collections, EveryNameStandsOnceAndIsExplained) {
  for (const Collection& collection : collections()) {
    std::set<std::string_view> names;
    for (const Property& property : collection.properties) {
      EXPECT_TRUE(names.insert(property.name).second) << collection.id << " " << property.name;
      EXPECT_FALSE(property.meaning.empty()) << property.name;
      EXPECT_FALSE(property.meaning.ends_with('.')) << property.name;
      EXPECT_EQ(collection.property(property.name), &property);
    }
    names.clear();
    for (const Filter& filter : collection.filters) {
      EXPECT_TRUE(names.insert(filter.name).second) << collection.id << " " << filter.name;
      EXPECT_FALSE(filter.meaning.empty()) << filter.name;
      EXPECT_EQ(collection.filter(filter.name), &filter);
    }
    EXPECT_EQ(collection.property("no such"), nullptr);
    EXPECT_EQ(collection.filter("bbox"), nullptr) << "is every collection's";
  }
}

TEST(Collections, ListsAndObjectsSayOfWhat) {
  for (const Collection& collection : collections())
    for (const Property& property : collection.properties)
      if (property.type == JsonType::array || property.type == JsonType::object) {
        EXPECT_TRUE(!property.values.empty() || !property.of.empty()) << property.name;
        EXPECT_FALSE(property.sortable) << property.name;
      }
}

TEST(Collections, TheDaysOfDatetimeAreDays) {
  for (const Collection& collection : collections())
    for (const std::string_view name : {collection.day_from, collection.day_to}) {
      ASSERT_NE(collection.property(name), nullptr) << name;
      EXPECT_EQ(collection.property(name)->format, "date");
    }
}

}  // namespace

}  // namespace attest
