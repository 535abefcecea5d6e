// The documents by which the API describes itself, as OGC API - Features, Part 1 and the queryables of Part 3 ask for
// them. The OpenAPI document is in openapi.hpp, the same for people in pages.hpp.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "serve/collections.hpp"
#include "serve/http.hpp"
#include "serve/links.hpp"
#include "serve/question.hpp"

namespace attest {

inline constexpr std::string_view kApiTitle = "attest";
inline constexpr std::string_view kApiMeaning =
    "What reports of armed conflict say happened to people, according to whom: incidents with low, best and high figures, "
    "the claims that they rest on, and the reports that made them.";
inline constexpr std::string_view kCrs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
inline constexpr std::string_view kGregorian = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

/// Where a collection's features lie; what is not known is empty.
struct Extent {
  std::optional<Box> box;
  std::optional<Days> days;
};

[[nodiscard]] std::span<const std::string_view> conformance_classes();

[[nodiscard]] nlohmann::ordered_json landing_document(const Request& request);
[[nodiscard]] nlohmann::ordered_json conformance_document();
[[nodiscard]] nlohmann::ordered_json collection_document(const Request& request, const Collection& collection,
                                                         const Extent& extent);
/// @param extents  one a collection, same order and size
[[nodiscard]] nlohmann::ordered_json collections_document(const Request& request, std::span<const Extent> extents);
[[nodiscard]] nlohmann::ordered_json queryables_document(const Request& request, const Collection& collection);
[[nodiscard]] nlohmann::ordered_json schema_document(const Request& request, const Collection& collection);

}  // namespace attest
