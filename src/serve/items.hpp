// GET /api/collections/{collection}/items and …/items/{id}.
#pragma once

#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Response> get_items(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_item(const Service& service, const Request& request);

}  // namespace attest
