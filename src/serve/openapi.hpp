// The definition of the whole API in OpenAPI 3.0.3. What follows from the table of collections is made from it; the rest
// is written down in openapi_paths.cpp and openapi_schemas.cpp.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "serve/http.hpp"

namespace attest {

inline constexpr std::string_view kOpenApiType = "application/vnd.oai.openapi+json;version=3.0";

[[nodiscard]] nlohmann::ordered_json openapi_document(const Request& request);

/// Paths below /api that are no collection's, in OpenAPI's own words, but for three short forms: among the parameters
/// "incidents" stands for bbox, datetime and all filters of incidents, "names" and others for components of that name;
/// "problems" lists the statuses of refusals; and {"names": "Means"} is a value of that vocabulary.
extern const std::string_view kOpenApiPaths;
/// components/schemas, with the same short form for vocabularies.
extern const std::string_view kOpenApiSchemas;

}  // namespace attest
