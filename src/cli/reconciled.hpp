// What the commands that show incidents share.
#pragma once

#include <string>

#include "attest/error.hpp"
#include "cli/commands.hpp"
#include "ledger/reviewed_record.hpp"

namespace attest::cli {

/// The incident with this id, or the only one whose id begins so (at least 3 characters).
/// @errors not_found, also for one that reviewers made part of another; usage: several begin so
[[nodiscard]] Result<const Incident*> find_incident(const ReviewedRecord& record, const std::string& word);

/// Says what is wrong and gives the exit status for it.
[[nodiscard]] Exit failed(const Error& error);
/// Prints the text, or says why not.
[[nodiscard]] Exit printed(const Result<std::string>& text);

}  // namespace attest::cli
