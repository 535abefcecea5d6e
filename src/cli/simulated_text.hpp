// An invented report in words: sentences from templates, so that every value of its claims quotes them.
#pragma once

#include <vector>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "reconcile/simulate.hpp"

namespace attest::cli {

struct WrittenReport {
  Document document;
  std::vector<Claim> claims;  // with their words
};

/// The same report gives the same words; copies of one text have the same sentences for the same claims.
[[nodiscard]] WrittenReport write_report(const SimulatedReport& report);

}  // namespace attest::cli
