// The review over HTTP: deciding, taking back, and the acts themselves. docs/review.md.
#pragma once

#include "attest/error.hpp"
#include "serve/http.hpp"
#include "serve/service.hpp"

namespace attest {

/// GET /api/review/acts?incident=&by=&after=&limit=
[[nodiscard]] Result<Response> get_acts(const Service& service, const Request& request);
/// POST /api/review/acts
[[nodiscard]] Result<Response> post_act(const Service& service, const Request& request);
/// POST /api/review/acts/{seq}/undo
[[nodiscard]] Result<Response> post_undo(const Service& service, const Request& request);

}  // namespace attest
