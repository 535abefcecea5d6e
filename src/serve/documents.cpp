#include "serve/documents.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "serve/media.hpp"
#include "serve/openapi.hpp"
#include "serve/schemas.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

constexpr std::array<std::string_view, 5> kConformance = {
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
};

constexpr std::string_view kQueryablesRelation = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
constexpr std::string_view kSchemaRelation = "http://www.opengis.net/def/rel/ogc/1.0/schema";
constexpr std::string_view kSchemaType = "application/schema+json";
constexpr std::string_view kJsonSchema = "https://json-schema.org/draft/2020-12/schema";

/// Every link has its type; a document without one of its own has the two formats.
struct LinkList {
  const Request& request;
  ordered_json links = ordered_json::array();

  void add(std::string_view rel, std::string_view path, std::string_view type, std::string_view title) {
    links.push_back({{"href", origin_of(request) + std::string(path)}, {"rel", rel}, {"type", type}, {"title", title}});
  }
  /// The document itself and the same for people.
  void add_self(std::string_view path, std::string_view type = media_type(AnswerFormat::json, false)) {
    add("self", path, type, "this document");
    add("alternate", std::string(path) + "?f=html", media_type(AnswerFormat::html, false), "this document as HTML");
  }
};

ordered_json bounds_of(const Extent& extent, bool points) {
  ordered_json bounds = ordered_json::object();
  if (points) {
    const Box box = extent.box.value_or(Box{});
    const ordered_json corners = ordered_json::array({box.west, box.south, box.east, box.north});
    bounds["spatial"] = {{"bbox", ordered_json::array({corners})}, {"crs", kCrs84}};
  }
  if (extent.days) {
    const auto instant = [](const std::optional<Date>& day, std::string_view time) {
      return day ? ordered_json(to_iso(*day) + std::string(time)) : ordered_json();
    };
    const ordered_json interval =
        ordered_json::array({instant(extent.days->from, "T00:00:00Z"), instant(extent.days->to, "T23:59:59Z")});
    bounds["temporal"] = {{"interval", ordered_json::array({interval})}, {"trs", kGregorian}};
  }
  return bounds;
}

/// Without the links of the document that it stands in.
ordered_json collection_object(const Request& request, const Collection& collection, const Extent& extent) {
  const std::string path = fmt::format("/api/collections/{}", collection.id);
  LinkList list{request};
  list.add_self(path);
  for (const AnswerFormat format : kFeatureFormats)
    list.add("items",
             fmt::format("{}/items{}{}", path, format == AnswerFormat::json ? "" : "?f=",
                         format == AnswerFormat::json ? "" : name_of(format)),
             media_type(format, true),
             fmt::format("{} as {}", collection.title, format == AnswerFormat::json ? "GeoJSON" : title_of(format)));
  list.add(kQueryablesRelation, path + "/queryables", kSchemaType, "what they can be asked by");
  list.add(kSchemaRelation, path + "/schema", kSchemaType, "what a feature holds");
  ordered_json object = {{"id", collection.id}, {"title", collection.title}, {"description", collection.meaning}};
  if (ordered_json bounds = bounds_of(extent, collection.points); !bounds.empty()) object["extent"] = std::move(bounds);
  object["itemType"] = "feature";
  object["crs"] = ordered_json::array({kCrs84});
  object["links"] = std::move(list.links);
  return object;
}

}  // namespace

std::span<const std::string_view> conformance_classes() { return kConformance; }

ordered_json landing_document(const Request& request) {
  LinkList list{request};
  list.add_self("/api");
  list.add("service-desc", "/api/openapi.json", kOpenApiType, "the definition of this API");
  list.add("service-doc", "/api/docs", media_type(AnswerFormat::html, false), "the definition of this API for people");
  list.add("conformance", "/api/conformance", media_type(AnswerFormat::json, false), "the standards that it keeps to");
  list.add("data", "/api/collections", media_type(AnswerFormat::json, false), "the collections");
  list.add("related", "/", media_type(AnswerFormat::html, false), "the web page: map, timeline and reports");
  return {{"title", kApiTitle}, {"description", kApiMeaning}, {"links", std::move(list.links)}};
}

ordered_json conformance_document() {
  ordered_json classes = ordered_json::array();
  for (const std::string_view one : kConformance) classes.push_back(one);
  ordered_json document;
  document["conformsTo"] = std::move(classes);
  return document;
}

ordered_json collection_document(const Request& request, const Collection& collection, const Extent& extent) {
  return collection_object(request, collection, extent);
}

ordered_json collections_document(const Request& request, std::span<const Extent> extents) {
  LinkList list{request};
  list.add_self("/api/collections");
  ordered_json all = ordered_json::array();
  for (std::size_t i = 0; i < extents.size(); ++i)
    all.push_back(collection_object(request, collections()[i], extents[i]));
  return {{"links", std::move(list.links)}, {"collections", std::move(all)}};
}

ordered_json queryables_document(const Request& request, const Collection& collection) {
  ordered_json properties = ordered_json::object();
  for (const Filter& filter : collection.filters) {
    ordered_json schema = {{"title", filter.name}, {"description", filter.meaning}};
    schema.update(schema_of(filter));
    properties[std::string(filter.name)] = std::move(schema);
  }
  return {{"$schema", kJsonSchema},
          {"$id", fmt::format("{}/api/collections/{}/queryables", origin_of(request), collection.id)},
          {"type", "object"},
          {"title", collection.title},
          {"description", "What the items can be asked by. A comma between values means any of them."},
          {"properties", std::move(properties)},
          {"additionalProperties", false}};
}

ordered_json schema_document(const Request& request, const Collection& collection) {
  ordered_json document = {{"$schema", kJsonSchema},
                           {"$id", fmt::format("{}/api/collections/{}/schema", origin_of(request), collection.id)},
                           {"title", collection.title},
                           {"description", collection.meaning}};
  document.update(properties_schema(collection, Dialect::json_schema));
  ordered_json& properties = document["properties"];
  const auto role = [&](std::string_view property, std::string_view name) {
    if (properties.contains(std::string(property))) properties[std::string(property)]["x-ogc-role"] = name;
  };
  role("id", "id");
  role(collection.day_from, collection.day_from == collection.day_to ? "primary-instant" : "primary-interval-start");
  if (collection.day_from != collection.day_to) role(collection.day_to, "primary-interval-end");
  if (collection.points) properties["geometry"] = {{"format", "geometry-point"}, {"x-ogc-role", "primary-geometry"}};
  bool has_parts = false;
  for (const Property& property : collection.properties) has_parts = has_parts || !property.of.empty();
  if (has_parts) document["$defs"] = part_schemas(Dialect::json_schema);
  return document;
}

}  // namespace attest
