// GET /api/session: who is asking, and what there is to be asked of.
#pragma once

#include "serve/http.hpp"
#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Response> get_session(const Service& service, const Request& request);

}  // namespace attest
