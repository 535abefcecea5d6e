// What the parts of attest review share: finding incidents and claims by the beginnings of their names.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "ledger/reviewed_record.hpp"

namespace attest::cli {

/// Adds accept, reject, correct … as subcommands. @param chosen  gets what is to be run
void add_review_acts(CLI::App& command, const std::shared_ptr<Run>& chosen);

/// A claim's key, "<document id>/c3", from its report's name, or the beginning of its id, and its number.
/// @errors not_found, usage
[[nodiscard]] Result<std::string> claim_key_of(const ReviewedRecord& record, const std::string& word);

/// A value as people type it ("14", "26+", "3-5", "2017-03-08/2017-03-09", "drone", "null") as JSON; JSON stays as it is.
[[nodiscard]] std::string value_as_json(const std::string& field, const std::string& word);

}  // namespace attest::cli
