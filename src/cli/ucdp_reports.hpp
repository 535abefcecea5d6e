// UCDP's coded events as the reports behind them: each headline is a report that tells of every event it is a source of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/error.hpp"
#include "attest/incident.hpp"

namespace attest::cli {

struct UcdpReport {
  ReportFacts facts;
  std::vector<Claim> claims;
  std::vector<std::optional<std::uint32_t>> events;  // of each claim the row that it stands for
};
using UcdpReports = std::vector<UcdpReport>;

/// @param figures  whether the claims give the number of dead; it is the same for all sources of an event, which real
///                 reports are not
/// @errors of the file; bad_resource for missing columns
[[nodiscard]] Result<UcdpReports> read_ucdp_reports(const std::string& path, bool figures);

}  // namespace attest::cli
