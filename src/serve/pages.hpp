// The API's documents as pages for people: the same contents as documents.hpp and openapi.hpp.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>

#include "serve/documents.hpp"
#include "serve/http.hpp"

namespace attest {

[[nodiscard]] Response landing_page(const Request& request);
[[nodiscard]] Response conformance_page(const Request& request);
[[nodiscard]] Response collections_page(const Request& request, std::span<const Extent> extents);
[[nodiscard]] Response collection_page(const Request& request, const Collection& collection, const Extent& extent);
[[nodiscard]] Response queryables_page(const Request& request, const Collection& collection);
[[nodiscard]] Response schema_page(const Request& request, const Collection& collection);
/// @param definition  the OpenAPI document
[[nodiscard]] Response docs_page(const Request& request, const nlohmann::ordered_json& definition);

/// What lies above a collection's pages: the API, its collections, and the collection itself.
[[nodiscard]] std::vector<Link> path_to(const Request& request, const Collection* collection);

}  // namespace attest
