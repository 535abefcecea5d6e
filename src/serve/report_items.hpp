// Reports as features without geometry.
#pragma once

#include "serve/features.hpp"
#include "serve/question.hpp"
#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Features> report_features(const Service& service, const Request& request,
                                               const Question& question);
/// @param id  or its beginning  @errors not_found, usage (several begin so), bad_ledger, io
[[nodiscard]] Result<std::string> report_feature(const Service& service, const Request& request, std::string_view id);

/// The document that this id, or beginning of one, means. @errors not_found; usage: several begin so
[[nodiscard]] Result<const Listed*> find_report(const Corpus& corpus, std::string_view id);

}  // namespace attest
