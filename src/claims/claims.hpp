// Claims: who reports what, read from a document's analysis with the knowledge in resources/.
#pragma once

#include <vector>

#include "annotate/resources.hpp"
#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "attest/explanation.hpp"
#include "language/analysis.hpp"

namespace attest {

/// The claims of a report in text order (sentence, then trigger). Pure: same document and resources, same claims.
/// @param why  if not null, gets the reasons, one a claim
[[nodiscard]] std::vector<Claim> find_claims(const Document& document, const Analysis& analysis,
                                             const Resources& resources, std::vector<Explanation>* why = nullptr);

}  // namespace attest
