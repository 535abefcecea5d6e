// The review over HTTP: deciding, taking back, and the acts themselves. docs/review.md.
#pragma once

#include <optional>
#include <string_view>

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

/// The answer to an id of an incident that went into another: 307, for as long as nobody takes that back.
/// @return  nothing for other ids
[[nodiscard]] std::optional<Response> forward(const Service& service, const Request& request, std::string_view before,
                                              std::string_view after);

}  // namespace attest
