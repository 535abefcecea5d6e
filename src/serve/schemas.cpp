#include "serve/schemas.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "attest/incident.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

std::string_view type_name(JsonType type) {
  switch (type) {
    case JsonType::string:
      return "string";
    case JsonType::integer:
      return "integer";
    case JsonType::number:
      return "number";
    case JsonType::boolean:
      return "boolean";
    case JsonType::object:
      return "object";
    case JsonType::array:
      return "array";
  }
  return {};
}

ordered_json list_of(std::span<const std::string_view> values) {
  ordered_json list = ordered_json::array();
  for (const std::string_view value : values) list.push_back(value);
  return list;
}

ordered_json reference(std::string_view name, Dialect dialect) {
  return {
      {"$ref", std::string(dialect == Dialect::openapi ? "#/components/schemas/" : "#/$defs/") + std::string(name)}};
}

/// The members of an object's schema, none of which may be missing.
ordered_json object_schema(std::span<const Property> properties, Dialect dialect) {
  ordered_json schema = {
      {"type", "object"}, {"required", ordered_json::array()}, {"properties", ordered_json::object()}};
  for (const Property& property : properties) {
    schema["required"].push_back(property.name);
    schema["properties"][std::string(property.name)] = schema_of(property, dialect);
  }
  return schema;
}

using enum JsonType;

constexpr std::array<Property, 4> kBlame = {{
    {.name = "actor", .meaning = "the side", .always = true},
    {.name = "said_by", .type = array, .meaning = "sources that say it was this side", .always = true},
    {.name = "denied_by", .type = array, .meaning = "sources that say it was not", .always = true},
    {.name = "admitted", .type = boolean, .meaning = "whether the side says so itself", .always = true},
}};

constexpr std::array<Property, 9> kFigure = {{
    {.name = "harm", .meaning = "what befell them", .values = Names<ClaimKind>::values, .always = true},
    {.name = "unit", .meaning = "what is counted", .values = Names<Unit>::values, .always = true},
    {.name = "status", .meaning = "null: people of every status", .values = Names<VictimStatus>::values},
    {.name = "group", .meaning = "null: everyone", .values = Names<VictimGroup>::values},
    {.name = "low", .type = integer, .meaning = "null is open"},
    {.name = "best", .type = integer, .meaning = "null: no figure"},
    {.name = "high", .type = integer, .meaning = "null is open"},
    {.name = "origins", .type = integer, .meaning = "independent origins that give a figure", .always = true},
    {.name = "impossible", .type = boolean, .meaning = "a part larger than its whole", .always = true},
}};

constexpr std::array<Property, 4> kClaimLink = {{
    {.name = "report", .meaning = "the report", .always = true},
    {.name = "claim", .meaning = "the claim's number in the report: c3", .always = true},
    {.name = "role", .meaning = "what it counts for", .values = Names<ClaimRole>::values, .always = true},
    {.name = "reason", .meaning = "why", .values = Names<RoleReason>::values, .always = true},
}};

constexpr std::array<std::string_view, 3> kStates = {"open", "accepted", "rejected"};
constexpr std::array<Property, 4> kReview = {{
    {.name = "state", .meaning = "what reviewers decided", .values = kStates, .always = true},
    {.name = "sensitive", .type = boolean, .meaning = "shown coarsely to readers", .always = true},
    {.name = "edited", .type = boolean, .meaning = "whether something was corrected", .always = true},
    {.name = "conflicts",
     .type = integer,
     .meaning = "corrections whose basis the machine has changed since",
     .always = true},
}};

constexpr std::array<std::pair<std::string_view, std::span<const Property>>, 4> kParts = {
    {{"Blame", kBlame}, {"Figure", kFigure}, {"ClaimLink", kClaimLink}, {"ReviewSummary", kReview}}};

}  // namespace

ordered_json schema_of(const Property& property, Dialect dialect) {
  const bool nullable = !property.always;
  ordered_json schema;
  if (property.type == JsonType::object) {
    schema = reference(property.of, dialect);  // what stands beside a reference counts for nothing in OpenAPI 3.0
    if (dialect == Dialect::json_schema) schema["description"] = property.meaning;
    return schema;
  }
  if (nullable && dialect == Dialect::json_schema)
    schema["type"] = {type_name(property.type), "null"};
  else
    schema["type"] = type_name(property.type);
  if (nullable && dialect == Dialect::openapi) schema["nullable"] = true;
  if (!property.format.empty()) schema["format"] = property.format;
  schema["description"] = property.meaning;
  if (property.type == JsonType::array) {
    schema["items"] = property.of.empty() ? ordered_json{{"type", "string"}} : reference(property.of, dialect);
    if (!property.values.empty()) schema["items"]["enum"] = list_of(property.values);
  } else if (!property.values.empty()) {
    schema["enum"] = list_of(property.values);
    if (nullable) schema["enum"].push_back(nullptr);
  }
  return schema;
}

ordered_json schema_of(const Filter& filter) {
  if (filter.match == Matching::at_least) return {{"type", "integer"}, {"minimum", 0}};
  ordered_json schema = {{"type", "string"}};
  if (filter.values.empty())
    schema["minLength"] = 1;
  else
    schema["enum"] = list_of(filter.values);
  return schema;
}

ordered_json properties_schema(const Collection& collection, Dialect dialect) {
  return object_schema(collection.properties, dialect);
}

std::span<const Property> members_of(std::string_view of) {
  for (const auto& [name, members] : kParts)
    if (name == of) return members;
  return {};
}

ordered_json part_schemas(Dialect dialect) {
  ordered_json schemas;
  for (const auto& [name, members] : kParts) schemas[std::string(name)] = object_schema(members, dialect);
  return schemas;
}

std::string feature_name(const Collection& collection) {
  std::string name(collection.feature);
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

}  // namespace attest
