// GET /api/export/incidents.{csv,geojson,jsonl}: everything that the filters take, as a file to keep.
#pragma once

#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Response> get_export(const Service& service, const Request& request);

}  // namespace attest
