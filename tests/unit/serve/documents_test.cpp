#include "serve/documents.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "serve/openapi.hpp"
#include "serve/pages.hpp"
#include "serve/schemas.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

const Request kRequest{.method = "GET", .path = "/api", .headers = {{"host", "record.example:81"}}};
const Collection& kIncidents = *find_collection("incidents");

std::set<std::string> relations(const ordered_json& document) {
  std::set<std::string> all;
  for (const ordered_json& link : document.at("links")) {
    EXPECT_TRUE(link.at("href").get<std::string>().starts_with("http://record.example:81/")) << link;
    EXPECT_TRUE(link.contains("type") && link.contains("title")) << link;
    all.insert(link.at("rel").get<std::string>());
  }
  return all;
}

TEST(Documents, TheLandingPageLeadsEverywhere) {
  EXPECT_EQ(
      relations(landing_document(kRequest)),
      (std::set<std::string>{"self", "alternate", "service-desc", "service-doc", "conformance", "data", "related"}));
}

TEST(Documents, ACollectionSaysWhereItsItemsAre) {
  const Extent extent{.box = Box{10, 20, 30, 40}, .days = Days{parse_iso_date("2017-01-01"), {}}};
  const ordered_json document = collection_document(kRequest, kIncidents, extent);
  EXPECT_EQ(document.at("id"), "incidents");
  EXPECT_EQ(document.at("extent").at("spatial").at("bbox").dump(), "[[10.0,20.0,30.0,40.0]]");
  EXPECT_EQ(document.at("extent").at("temporal").at("interval").dump(), R"([["2017-01-01T00:00:00Z",null]])");
  EXPECT_TRUE(relations(document).contains("items"));
  EXPECT_FALSE(collection_document(kRequest, *find_collection("reports"), {}).contains("extent"));
}

TEST(Documents, AllCollectionsAreListed) {
  const std::vector<Extent> extents(collections().size());
  const ordered_json document = collections_document(kRequest, extents);
  EXPECT_EQ(document.at("collections").size(), collections().size());
  EXPECT_TRUE(relations(document).contains("self"));
}

TEST(Documents, QueryablesAreTheFilters) {
  const ordered_json document = queryables_document(kRequest, kIncidents);
  EXPECT_EQ(document.at("properties").size(), kIncidents.filters.size());
  EXPECT_EQ(document.at("properties").at("grade").at("enum").at(0), "confirmed");
  EXPECT_EQ(document.at("properties").at("min_killed").at("type"), "integer");
  EXPECT_EQ(document.at("$id"), "http://record.example:81/api/collections/incidents/queryables");
}

TEST(Documents, ASchemaHasEveryProperty) {
  for (const Collection& collection : collections()) {
    const ordered_json document = schema_document(kRequest, collection);
    for (const Property& property : collection.properties)
      EXPECT_TRUE(document.at("properties").contains(std::string(property.name))) << property.name;
    EXPECT_EQ(document.at("properties").contains("geometry"), collection.points);
  }
  const ordered_json means = schema_document(kRequest, kIncidents).at("properties").at("means");
  EXPECT_EQ(means.at("type").dump(), R"(["string","null"])");
  EXPECT_TRUE(means.at("enum").back().is_null());
}

/// Calls visit for each "$ref" inside.
void each_reference(const ordered_json& node, const std::function<void(const std::string&)>& visit) {
  if (node.is_object() && node.contains("$ref")) visit(node["$ref"].get<std::string>());
  if (node.is_structured())
    for (const ordered_json& child : node) each_reference(child, visit);
}

TEST(OpenApi, EveryReferenceLeadsSomewhereAndEveryPartIsUsed) {
  const ordered_json document = openapi_document(kRequest);
  std::set<std::string> used;
  each_reference(document, [&](const std::string& reference) {
    ASSERT_TRUE(reference.starts_with("#/"));
    EXPECT_TRUE(document.contains(ordered_json::json_pointer(reference.substr(1)))) << reference;
    used.insert(reference);
  });
  for (const auto& [kind, parts] : document.at("components").items()) {
    if (kind == "securitySchemes") continue;
    for (const auto& [name, part] : parts.items())
      EXPECT_TRUE(used.contains("#/components/" + kind + "/" + name)) << kind << " " << name;
  }
}

TEST(OpenApi, EveryOperationIsWhole) {
  const ordered_json document = openapi_document(kRequest);
  EXPECT_EQ(document.at("openapi"), "3.0.3");
  EXPECT_EQ(document.at("servers").at(0).at("url"), "http://record.example:81/api");
  std::set<std::string> ids;
  for (const auto& [path, methods] : document.at("paths").items())
    for (const auto& [method, operation] : methods.items()) {
      EXPECT_TRUE(ids.insert(operation.at("operationId").get<std::string>()).second) << path;
      EXPECT_FALSE(operation.at("summary").get<std::string>().empty()) << path;
      EXPECT_TRUE(operation.at("responses").contains(method == "post" ? "201" : "200")) << path;
      EXPECT_FALSE(operation.contains("problems") || operation.contains("role")) << path;
      std::set<std::string> declared;
      for (const ordered_json& listed : operation.at("parameters")) {
        const ordered_json& parameter =
            listed.contains("$ref")
                ? document.at(ordered_json::json_pointer(listed["$ref"].get<std::string>().substr(1)))
                : listed;
        if (parameter.at("in") == "path") declared.insert("{" + parameter.at("name").get<std::string>() + "}");
      }
      for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1))
        EXPECT_TRUE(declared.erase(path.substr(at, path.find('}', at) + 1 - at))) << path;
      EXPECT_TRUE(declared.empty()) << path;
    }
}

TEST(OpenApi, NoShortFormIsLeft) {
  const std::string text = openapi_document(kRequest).dump();
  EXPECT_EQ(text.find("\"names\":\""), std::string::npos);
}

TEST(Pages, EscapeWhatIsNotTheirs) {
  const Request request{
      .path = "/api/\"><script>", .query = {{"q", "<script>alert(1)</script>"}}, .headers = {{"host", "h"}}};
  for (const Response& page : {landing_page(request), conformance_page(request), queryables_page(request, kIncidents),
                               docs_page(request, openapi_document(request))}) {
    EXPECT_EQ(page.type, "text/html; charset=utf-8");
    EXPECT_EQ(page.body.find("<script"), std::string::npos);
    EXPECT_NE(page.body.find("<main id=\"content\">"), std::string::npos);
  }
}

}  // namespace

}  // namespace attest
