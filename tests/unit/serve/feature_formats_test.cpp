#include "serve/feature_formats.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace attest {

using nlohmann::ordered_json;

namespace {

const Collection& kReports = *find_collection("reports");

std::string report(std::string_view id, std::string_view title) {
  return ordered_json{{"type", "Feature"},
                      {"id", id},
                      {"geometry", nullptr},
                      {"properties",
                       {{"id", id},
                        {"name", "a.txt"},
                        {"title", title},
                        {"outlet", "Meridian \"Wire\", weekly"},
                        {"agency", nullptr},
                        {"author", nullptr},
                        {"url", nullptr},
                        {"published", "2019-05-03"},
                        {"language", "en"},
                        {"claims", 12345}}}}
      .dump();
}

Request asked(std::string_view path, NameValues query = {}) {
  return {.method = "GET", .path = std::string(path), .query = std::move(query), .headers = {{"host", "h"}}};
}

TEST(FeatureFormats, APageOfGeoJsonCountsAndLinks) {
  const Features page{.matched = 3, .returned = 1, .json = report("ab", "T")};
  const Question question{.limit = 1, .offset = 1};
  const auto response = page_response(asked("/api/collections/reports/items", {{"limit", "1"}, {"offset", "1"}}),
                                      kReports, question, page, AnswerFormat::json);
  EXPECT_EQ(response.type, "application/geo+json");
  const auto json = ordered_json::parse(response.body);
  EXPECT_EQ(json.at("numberMatched"), 3);
  EXPECT_EQ(json.at("numberReturned"), 1);
  EXPECT_EQ(json.at("features").at(0).at("id"), "ab");
  EXPECT_EQ(json.at("timeStamp").get<std::string>().size(), 20U);
  EXPECT_EQ(json.at("links").size(), 6U);
  EXPECT_NE(response.headers.at(0).second.find("rel=\"next\""), std::string::npos);
}

TEST(FeatureFormats, OneFeatureHasItsLinks) {
  const auto response =
      feature_response(asked("/api/collections/reports/items/ab"), kReports, report("ab", "T"), AnswerFormat::json);
  const auto json = ordered_json::parse(response.body);
  EXPECT_EQ(json.at("id"), "ab");
  EXPECT_EQ(json.at("links").back().at("href"), "http://h/api/collections/reports");
  EXPECT_EQ(json.at("links").front().at("href"), "http://h/api/collections/reports/items/ab");
}

TEST(FeatureFormats, CsvIsDefusedAndQuoted) {
  EXPECT_EQ(features_csv(kReports, report("ab", "=HYPERLINK(\"x\")") + ",\n" + report("cd", "two\nlines")),
            "id,name,title,outlet,agency,author,url,published,language,claims\r\n"
            "ab,a.txt,\"'=HYPERLINK(\"\"x\"\")\",\"Meridian \"\"Wire\"\", weekly\",,,,2019-05-03,en,12345\r\n"
            "cd,a.txt,\"two\nlines\",\"Meridian \"\"Wire\"\", weekly\",,,,2019-05-03,en,12345\r\n");
  EXPECT_EQ(features_csv(kReports, ""), "id,name,title,outlet,agency,author,url,published,language,claims\r\n");
}

TEST(FeatureFormats, CsvOfNestedValues) {
  const std::string csv = features_csv(*find_collection("incidents"), R"({"type":"Feature","id":"x","geometry":null,
    "properties":{"id":"x","kinds":["killed","attack"],"review":{"state":"open","sensitive":false},"blame":[{"actor":"A"}]}})");
  EXPECT_NE(csv.find(",review_state,review_sensitive,review_edited,review_conflicts,"), std::string::npos);
  EXPECT_NE(csv.find(",killed; attack,"), std::string::npos);
  EXPECT_NE(csv.find(",open,false,,,"), std::string::npos);
  EXPECT_NE(csv.find("\"[{\"\"actor\"\":\"\"A\"\"}]\""), std::string::npos);
  EXPECT_TRUE(features_csv(*find_collection("claims"),
                           R"({"id":"x","geometry":{"type":"Point","coordinates":[1.5,-2]},"properties":{}})")
                  .ends_with(",1.5,-2\r\n"));
}

TEST(FeatureFormats, PagesForPeopleEscape) {
  const Features page{.matched = 1, .returned = 1, .json = report("a\\\"<b>", "<script>alert(1)</script>")};
  const auto items = page_response(asked("/api/collections/reports/items", {{"f", "html"}, {"q", "\"><script>"}}),
                                   kReports, {}, page, AnswerFormat::html);
  const auto item = feature_response(asked("/api/collections/reports/items/x", {{"f", "html"}}), kReports, page.json,
                                     AnswerFormat::html);
  for (const Response& response : {items, item}) {
    EXPECT_EQ(response.body.find("<script"), std::string::npos);
    EXPECT_EQ(response.body.find("<b>"), std::string::npos);
  }
  EXPECT_NE(items.body.find("1 to 1 of 1"), std::string::npos);
  EXPECT_NE(item.body.find("12\u202F345"), std::string::npos);
}

}  // namespace

}  // namespace attest
