// Totals and stocks: as features, a figure each, and as series, a source's figures on one subject each.
#pragma once

#include "serve/features.hpp"
#include "serve/question.hpp"
#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Features> aggregate_features(const Service& service, const Request& request,
                                                  const Question& question);
/// @param id  that of the claim with the figure  @errors not_found
[[nodiscard]] Result<std::string> aggregate_feature(const Service& service, const Request& request,
                                                    std::string_view id);
/// GET /api/series
[[nodiscard]] Result<Response> get_series(const Service& service, const Request& request);

}  // namespace attest
