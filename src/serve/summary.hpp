// GET /api/incidents/summary: how many incidents are asked for, whom they killed and injured, where and when they lie, and
// how many there are of each value of each filter.
#pragma once

#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Response> get_summary(const Service& service, const Request& request);

}  // namespace attest
