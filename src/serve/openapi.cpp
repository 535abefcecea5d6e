#include "serve/openapi.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "attest/incident.hpp"
#include "reconcile/series.hpp"
#include "serve/documents.hpp"
#include "serve/media.hpp"
#include "serve/problem.hpp"
#include "serve/schemas.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

template <class E>
constexpr std::span<const std::string_view> kNames = Names<E>::values;

std::span<const std::string_view> vocabulary(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::span<const std::string_view>>, 12> kAll = {{
      {"Alarm", kNames<Alarm>},
      {"BlockKind", kNames<BlockKind>},
      {"Certainty", kNames<Certainty>},
      {"ClaimKind", kNames<ClaimKind>},
      {"ClaimRole", kNames<ClaimRole>},
      {"Means", kNames<Means>},
      {"ObjectKind", kNames<ObjectKind>},
      {"RoleReason", kNames<RoleReason>},
      {"Scope", kNames<Scope>},
      {"SourceKind", kNames<SourceKind>},
      {"Unit", kNames<Unit>},
      {"VictimStatus", kNames<VictimStatus>},
  }};
  for (const auto& [known, values] : kAll)
    if (known == name) return values;
  return kNames<VictimGroup>;
}

/// {"names": "Means"} becomes a string with these values, everywhere inside.
void expand_vocabularies(ordered_json& node) {
  if (node.is_object() && node.contains("names") && node["names"].is_string()) {
    const bool nullable = node.value("nullable", false);
    const auto values = vocabulary(node["names"].get_ref<const std::string&>());
    node = {{"type", "string"}, {"enum", ordered_json::array()}};
    for (const std::string_view value : values) node["enum"].push_back(value);
    if (nullable) node["nullable"] = true, node["enum"].push_back(nullptr);
    return;
  }
  if (node.is_structured())
    for (ordered_json& child : node) expand_vocabularies(child);
}

ordered_json parameter_reference(std::string_view name) {
  return {{"$ref", fmt::format("#/components/parameters/{}", name)}};
}

ordered_json schema_reference(std::string_view name) {
  return {{"$ref", fmt::format("#/components/schemas/{}", name)}};
}

ordered_json answer(std::string_view description, std::string_view type, ordered_json schema) {
  ordered_json response = {{"description", description}};
  response["content"][std::string(type)]["schema"] = std::move(schema);
  return response;
}

std::string parameter_name(const Collection& collection, std::string_view name) {
  return fmt::format("{}-{}", collection.id, name);
}

/// The parameters by which a collection is narrowed down.
void add_filters(ordered_json& parameters, const Collection& collection) {
  parameters.push_back(parameter_reference("bbox"));
  parameters.push_back(parameter_reference("datetime"));
  for (const Filter& filter : collection.filters)
    parameters.push_back(parameter_reference(parameter_name(collection, filter.name)));
}

/// Short forms written out, and what all operations share added.
ordered_json finished(ordered_json operation) {
  ordered_json parameters = ordered_json::array();
  for (ordered_json& parameter : operation["parameters"]) {
    if (!parameter.is_string())
      parameters.push_back(std::move(parameter));
    else if (const std::string name = parameter.get<std::string>(); name == "incidents")
      add_filters(parameters, *find_collection(name));
    else
      parameters.push_back(parameter_reference(name));
  }
  operation["parameters"] = std::move(parameters);
  const bool for_reviewers = operation.value("role", "") == "review";
  std::vector<int> problems = operation.value("problems", std::vector<int>());
  problems.insert(problems.end(), {401, 429});
  if (for_reviewers) problems.push_back(403);
  for (const int status : problems)
    operation["responses"][std::to_string(status)] = {{"$ref", fmt::format("#/components/responses/{}", status)}};
  operation["security"] = ordered_json::array();
  const ordered_json nobody = ordered_json::object();
  if (!for_reviewers) operation["security"].push_back(nobody);
  operation["security"].push_back({{"bearer", ordered_json::array()}});
  operation.erase("problems");
  operation.erase("role");
  expand_vocabularies(operation);
  return operation;
}

ordered_json document_operation(std::string_view id, std::string_view summary, std::string_view schema,
                                std::string_view type = media_type(AnswerFormat::json, false)) {
  ordered_json operation = {{"operationId", id}, {"tags", {"description"}}, {"summary", summary}};
  operation["parameters"] = ordered_json::array({"f"});
  operation["problems"] = {400, 406};
  operation["responses"]["200"] = answer(summary, type, schema_reference(schema));
  operation["responses"]["200"]["content"]["text/html"]["schema"] = {{"type", "string"}};
  return finished(std::move(operation));
}

/// An answer with features in each of their formats.
ordered_json feature_answer(std::string_view description, std::string_view schema) {
  ordered_json response = answer(description, media_type(AnswerFormat::json, true), schema_reference(schema));
  response["content"]["text/html"]["schema"] = {{"type", "string"}};
  response["content"]["text/csv"]["schema"] = {{"type", "string"}};
  return response;
}

void add_collection(ordered_json& paths, const Collection& collection) {
  const std::string path = fmt::format("/collections/{}", collection.id), name = feature_name(collection);
  paths[path]["get"] = document_operation(fmt::format("describe{}s", name), collection.meaning, "Collection");
  paths[path + "/queryables"]["get"] = document_operation(
      fmt::format("get{}Queryables", name), "What the items can be asked by", "JsonSchema", "application/schema+json");
  paths[path + "/schema"]["get"] = document_operation(fmt::format("get{}Schema", name), "What a feature holds",
                                                      "JsonSchema", "application/schema+json");

  ordered_json items = {
      {"operationId", fmt::format("get{}s", name)}, {"tags", {collection.id}}, {"summary", collection.meaning}};
  ordered_json parameters = ordered_json::array();
  add_filters(parameters, collection);
  for (const std::string_view shared : {"limit", "offset"}) parameters.push_back(shared);
  parameters.push_back(parameter_reference(parameter_name(collection, "sortby")));
  parameters.push_back("features-f");
  items["parameters"] = std::move(parameters);
  items["problems"] = {400, 406};
  items["responses"]["200"] = feature_answer(fmt::format("A page of {}", collection.id), name + "Page");
  paths[path + "/items"]["get"] = finished(std::move(items));

  ordered_json item = {{"operationId", fmt::format("get{}", name)},
                       {"tags", {collection.id}},
                       {"summary", fmt::format("One {}", collection.feature)}};
  item["parameters"] = ordered_json::array({{{"name", "id"},
                                             {"in", "path"},
                                             {"required", true},
                                             {"description", collection.id_meaning},
                                             {"schema", {{"type", "string"}}}},
                                            "features-f"});
  item["problems"] = {400, 404, 406};
  item["responses"]["200"] = feature_answer(fmt::format("The {}", collection.feature), name);
  paths[path + "/items/{id}"]["get"] = finished(std::move(item));
}

ordered_json all_paths() {
  ordered_json paths;
  paths["/"]["get"] = document_operation("getLandingPage", "Where everything begins", "Landing");
  paths["/conformance"]["get"] =
      document_operation("getConformance", "The standards that this API keeps to", "Conformance");
  ordered_json definition = {{"operationId", "getDefinition"}, {"tags", {"description"}}, {"summary", "This document"}};
  definition["responses"]["200"] = answer("This document", kOpenApiType, {{"type", "object"}});
  paths["/openapi.json"]["get"] = finished(std::move(definition));
  ordered_json docs = {{"operationId", "getDocs"}, {"tags", {"description"}}, {"summary", "This document for people"}};
  docs["responses"]["200"] = answer("A page", "text/html", {{"type", "string"}});
  paths["/docs"]["get"] = finished(docs);
  docs["operationId"] = "getStyle";
  docs["summary"] = "The style of these pages";
  docs["responses"]["200"] = answer("A style sheet", "text/css", {{"type", "string"}});
  paths["/style.css"]["get"] = finished(std::move(docs));
  paths["/collections"]["get"] = document_operation("getCollections", "The collections", "Collections");
  for (const Collection& collection : collections()) add_collection(paths, collection);
  ordered_json others = ordered_json::parse(kOpenApiPaths);
  for (auto& [path, methods] : others.items())
    for (auto& [method, operation] : methods.items()) paths[path][method] = finished(std::move(operation));
  return paths;
}

ordered_json query_parameter(std::string_view name, std::string_view description, ordered_json schema) {
  ordered_json parameter = {{"name", name}, {"in", "query"}, {"required", false}, {"description", description}};
  if (schema.value("type", "") == "array") parameter["style"] = "form", parameter["explode"] = false;
  parameter["schema"] = std::move(schema);
  return parameter;
}

ordered_json list_schema(ordered_json element) {
  return {{"type", "array"}, {"minItems", 1}, {"items", std::move(element)}};
}

void add_collection_parameters(ordered_json& parameters, const Collection& collection) {
  for (const Filter& filter : collection.filters) {
    ordered_json schema = schema_of(filter);
    if (filter.match == Matching::any_of) schema = list_schema(std::move(schema));
    ordered_json parameter =
        query_parameter(filter.name, fmt::format("Only {} {}", collection.id, filter.meaning), std::move(schema));
    parameters[parameter_name(collection, filter.name)] = std::move(parameter);
  }
  ordered_json names = {{"type", "string"}, {"enum", ordered_json::array()}};
  for (const Property& property : collection.properties)
    if (property.sortable)
      for (const std::string_view sign : {"", "-"}) names["enum"].push_back(fmt::format("{}{}", sign, property.name));
  parameters[parameter_name(collection, "sortby")] = query_parameter(
      "sortby", "In the order of these properties, with - the largest first", list_schema(std::move(names)));
}

ordered_json path_parameter(std::string_view name, std::string_view description, ordered_json schema) {
  return {
      {"name", name}, {"in", "path"}, {"required", true}, {"description", description}, {"schema", std::move(schema)}};
}

ordered_json all_parameters() {
  ordered_json all;
  const auto formats = [](std::span<const AnswerFormat> allowed, bool features) {
    ordered_json schema = {{"type", "string"}, {"enum", ordered_json::array()}};
    for (const AnswerFormat format : allowed) schema["enum"].push_back(name_of(format));
    if (features) schema["enum"].push_back("geojson");
    return query_parameter("f", "The format; without it the Accept header decides", std::move(schema));
  };
  all["f"] = formats(kDocumentFormats, false);
  all["features-f"] = formats(kFeatureFormats, true);
  all["bbox"] = query_parameter(
      "bbox",
      "Only features with a point inside: west, south, east, north in degrees of WGS 84, or six numbers with heights, "
      "which count for nothing. West greater than east crosses the antimeridian.",
      {{"type", "array"}, {"minItems", 4}, {"maxItems", 6}, {"items", {{"type", "number"}}}});
  all["datetime"] = query_parameter(
      "datetime",
      "Only features with a day in common with this day, time or interval (RFC 3339), of which a side can be open: ..",
      {{"type", "string"}, {"minLength", 1}});
  all["datetime"]["examples"] = {{"day", {{"value", "2017-03-09"}}},
                                 {"interval", {{"value", "2017-01-01/2017-12-31"}}},
                                 {"open", {{"value", "2017-01-01/.."}}}};
  all["limit"] =
      query_parameter("limit", "How many at most; more than the maximum counts as the maximum",
                      {{"type", "integer"}, {"minimum", 1}, {"maximum", kMaxLimit}, {"default", kDefaultLimit}});
  all["offset"] =
      query_parameter("offset", "How many to pass over", {{"type", "integer"}, {"minimum", 0}, {"default", 0}});
  all["names"] =
      query_parameter("names", "Show names of private persons; for reviewers, and logged", {{"type", "boolean"}});
  all["incidentId"] = path_parameter("id", "The incident", {{"type", "string"}});
  all["reportId"] = path_parameter(
      "id", "The report: 64 hex digits, or the beginning of them, if only one's id begins so", {{"type", "string"}});
  all["z"] = path_parameter("z", "Zoom", {{"type", "integer"}, {"minimum", 0}, {"maximum", 22}});
  all["x"] = path_parameter("x", "Column", {{"type", "integer"}, {"minimum", 0}});
  all["y"] = path_parameter("y", "Row", {{"type", "integer"}, {"minimum", 0}});
  for (const Collection& collection : collections()) add_collection_parameters(all, collection);
  return all;
}

ordered_json all_schemas() {
  ordered_json schemas = ordered_json::parse(kOpenApiSchemas);
  schemas.update(part_schemas(Dialect::openapi));
  for (const Collection& collection : collections()) {
    const std::string name = feature_name(collection);
    ordered_json feature = {{"type", "object"}, {"required", {"type", "id", "geometry", "properties"}}};
    feature["properties"] = {{"type", {{"type", "string"}, {"enum", ordered_json::array({"Feature"})}}},
                             {"id", {{"type", "string"}, {"description", collection.id_meaning}}},
                             {"geometry", schema_reference("Point")},
                             {"properties", properties_schema(collection, Dialect::openapi)},
                             {"links", schema_reference("Links")}};
    schemas[name] = std::move(feature);
    ordered_json page = {{"type", "object"},
                         {"required", {"type", "features", "links", "numberMatched", "numberReturned", "timeStamp"}}};
    page["properties"] = {{"type", {{"type", "string"}, {"enum", ordered_json::array({"FeatureCollection"})}}},
                          {"features", {{"type", "array"}, {"items", schema_reference(name)}}},
                          {"links", schema_reference("Links")},
                          {"numberMatched", {{"type", "integer"}, {"minimum", 0}}},
                          {"numberReturned", {{"type", "integer"}, {"minimum", 0}}},
                          {"timeStamp", {{"type", "string"}, {"format", "date-time"}}}};
    schemas[name + "Page"] = std::move(page);
  }
  expand_vocabularies(schemas);
  return schemas;
}

ordered_json all_responses() {
  ordered_json responses;
  for (const int status : {400, 401, 403, 404, 406, 409, 413, 415, 422, 429})
    responses[std::to_string(status)] =
        answer(status_title(status), "application/problem+json", schema_reference("Problem"));
  responses["ActDone"] =
      answer("The act, and the incidents as they are now", "application/json", schema_reference("ActDone"));
  return responses;
}

}  // namespace

ordered_json openapi_document(const Request& request) {
  ordered_json document = {{"openapi", "3.0.3"}};
  document["info"] = {{"title", kApiTitle}, {"description", kApiMeaning}, {"version", ATTEST_VERSION}};
  document["servers"] = ordered_json::array({{{"url", origin_of(request) + "/api"}}});
  document["tags"] = ordered_json::array();
  for (const std::string_view tag :
       {"description", "incidents", "claims", "reports", "aggregates", "series", "export", "review", "session"})
    document["tags"].push_back({{"name", tag}});
  document["paths"] = all_paths();
  document["components"] = {
      {"securitySchemes",
       {{"bearer", {{"type", "http"}, {"scheme", "bearer"}, {"description", "a token of `attest token`"}}}}},
      {"parameters", all_parameters()},
      {"responses", all_responses()},
      {"schemas", all_schemas()}};
  return document;
}

}  // namespace attest
