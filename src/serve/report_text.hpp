// A report's text with its claims, and its unaltered bytes.
#pragma once

#include "serve/service.hpp"

namespace attest {

/// GET /api/reports/{id}/text
[[nodiscard]] Result<Response> get_report_text(const Service& service, const Request& request);
/// GET /api/reports/{id}/original, in a sandbox of the browser: nothing in it runs, loads or sends.
[[nodiscard]] Result<Response> get_original(const Service& service, const Request& request);

}  // namespace attest
