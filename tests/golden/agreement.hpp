// Whether claims are those that a golden case expects, said in words that lead to the cause.
#pragma once

#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "golden/golden_case.hpp"

namespace attest::golden {

/// What disagrees, a line each; empty when the claims are as expected.
/// @param text  what the claims' spans point into
[[nodiscard]] std::string disagreements(const std::vector<ExpectedClaim>& expected, const std::vector<Claim>& claims,
                                        const std::string& text);

}  // namespace attest::golden
