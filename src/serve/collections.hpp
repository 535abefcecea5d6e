// The collections of the API, described once: every property of their features and every filter of their items. Landing
// page, queryables, schemas, the OpenAPI document, CSV and the check of parameters all come from this table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace attest {

enum class JsonType { string, integer, number, boolean, object, array };

/// A member of a feature's `properties`.
struct Property {
  std::string_view name;
  JsonType type = JsonType::string;
  std::string_view meaning;                       // a phrase for people, without a full stop
  std::span<const std::string_view> values = {};  // all that it can be; empty: anything. Of a list: its elements
  std::string_view format = {};                   // "date", "uri" or none, as JSON Schema has it
  std::string_view of = {};                       // of lists and objects: the schema's name in the OpenAPI document
  bool always = false;                            // never null
  bool sortable = false;                          // sortby takes it
};

/// How a filter's value is held against a feature.
enum class Matching {
  any_of,    // a comma list: one of them is the feature's
  part,      // the name contains it, case and accents apart
  at_least,  // a whole number
  words      // full text
};

/// A query parameter that narrows a collection down, and a queryable of the same name.
struct Filter {
  std::string_view name;
  Matching match = Matching::any_of;
  std::string_view meaning;
  std::span<const std::string_view> values = {};  // of any_of: all that it can be; empty: anything
  std::string_view example = {};
};

struct Collection {
  std::string_view id;
  std::string_view title;
  std::string_view meaning;
  std::string_view feature;   // what one feature is called: "incident"
  bool points = true;         // features have points, so that bbox asks for something
  std::string_view day_from;  // the properties that datetime is held against; empty: datetime asks for nothing
  std::string_view day_to;
  std::string_view id_meaning;
  std::span<const Property> properties;
  std::span<const Filter> filters;
  std::span<const std::string_view> columns;  // the properties that a table for people shows

  [[nodiscard]] const Property* property(std::string_view name) const;
  [[nodiscard]] const Filter* filter(std::string_view name) const;
};

/// incidents, claims, reports, aggregates.
[[nodiscard]] std::span<const Collection> collections();
/// Null if there is no such collection.
[[nodiscard]] const Collection* find_collection(std::string_view id);

inline constexpr std::uint32_t kDefaultLimit = 10;
inline constexpr std::uint32_t kMaxLimit = 10'000;

}  // namespace attest
