// JSON Schemas of features and filters, from the table of collections, in the dialect of OpenAPI 3.0 or of JSON Schema
// 2020-12.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "serve/collections.hpp"

namespace attest {

enum class Dialect { openapi, json_schema };

/// The values that a property can have. Schemas of parts (`Property::of`) are referred to by name.
[[nodiscard]] nlohmann::ordered_json schema_of(const Property& property, Dialect dialect);
/// The values that a filter takes: of a comma list, one element.
[[nodiscard]] nlohmann::ordered_json schema_of(const Filter& filter);
/// A feature's `properties` as an object; without additions.
[[nodiscard]] nlohmann::ordered_json properties_schema(const Collection& collection, Dialect dialect);
/// The members of what `Property::of` names; empty for a name that is none.
[[nodiscard]] std::span<const Property> members_of(std::string_view of);
/// The schemas that `Property::of` names: Blame, Figure, ClaimLink, ReviewSummary.
[[nodiscard]] nlohmann::ordered_json part_schemas(Dialect dialect);

/// "Incident": the name of a collection's feature in the OpenAPI document.
[[nodiscard]] std::string feature_name(const Collection& collection);

}  // namespace attest
