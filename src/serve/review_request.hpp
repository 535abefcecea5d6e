// What a reviewer's request asks for, read from its JSON.
#pragma once

#include <string>

#include "attest/error.hpp"
#include "reconcile/proposal.hpp"
#include "serve/http.hpp"

namespace attest {

/// @errors bad_json: no JSON object; unsupported: another type of content; usage: `where` is the member that is wrong
[[nodiscard]] Result<Proposal> read_proposal(const Request& request);
/// The same for {"reason"} of POST …/{seq}/undo.
[[nodiscard]] Result<Proposal> read_undo(const Request& request);

}  // namespace attest
