// Incidents as features: pages of them, and one by its id.
#pragma once

#include <string>

#include "serve/features.hpp"
#include "serve/question.hpp"
#include "serve/service.hpp"

namespace attest {

/// @errors usage, bad_ledger, io
[[nodiscard]] Result<Features> incident_features(const Service& service, const Request& request,
                                                 const Question& question);
/// @errors not_found
[[nodiscard]] Result<std::string> incident_feature(const Service& service, const Request& request, std::string_view id);

}  // namespace attest
