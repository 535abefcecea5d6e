// GET /api/incidents/{id}/evidence: what an incident rests on, claim by claim with the words of each, and how its figures
// came to be what they are.
#pragma once

#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Response> get_evidence(const Service& service, const Request& request);

}  // namespace attest
