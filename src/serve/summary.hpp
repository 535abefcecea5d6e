// GET /api/incidents/summary: how many incidents are asked for, whom they killed and injured, where and when they lie, and
// how many there are of each value of each filter.
#pragma once

#include <string>

#include "serve/incident_test.hpp"

namespace attest {

/// The answer's body: what the test takes of the table.
[[nodiscard]] std::string summary_json(const IncidentTable& table, const IncidentTest& test);

[[nodiscard]] Result<Response> get_summary(const Service& service, const Request& request);

}  // namespace attest
