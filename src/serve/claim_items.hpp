// Claims as features, each with the incident that it belongs to and what it counts for there.
#pragma once

#include "serve/features.hpp"
#include "serve/question.hpp"
#include "serve/service.hpp"

namespace attest {

/// @errors usage, bad_ledger, io; so for the other collections
[[nodiscard]] Result<Features> claim_features(const Service& service, const Request& request, const Question& question);
/// @param id  "0123456789abcdef-c3"  @errors not_found, bad_ledger, io
[[nodiscard]] Result<std::string> claim_feature(const Service& service, const Request& request, std::string_view id);

/// "0123456789abcdef-c3"
[[nodiscard]] std::string claim_id(std::string_view document, std::uint32_t claim);
/// The number of the testimony that this id names, or nothing.
[[nodiscard]] std::optional<std::uint32_t> find_claim(const Corpus& corpus, std::string_view id);

}  // namespace attest
