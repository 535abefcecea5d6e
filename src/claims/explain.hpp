// The answer to "why this value?": the notes that the rules took on a claim, with the words that were left and the ways
// through the tree, gathered field by field.
#pragma once

#include <vector>

#include "annotate/mentions.hpp"
#include "attest/claim.hpp"
#include "attest/explanation.hpp"
#include "claims/weighing.hpp"

namespace attest {

/// One a claim. `weighings`: what the rules noted on each claim, same order and size.
[[nodiscard]] std::vector<Explanation> explain(const Document& document, const Analysis& analysis,
                                               const Mentions& mentions, const std::vector<Claim>& claims,
                                               const std::vector<Weighing>& weighings);

}  // namespace attest
