// attest score incidents: claims put together again, held against the truth of a simulation or against coded events.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attest/error.hpp"

namespace attest::cli {

struct IncidentScoring {
  std::vector<std::string> files;  // UCDP's events as CSV; none: the simulator
  std::uint64_t seed = 1;
  std::uint32_t incidents = 3000;
};

/// Tables for people. @errors of the files
[[nodiscard]] Result<std::string> score_incidents(const IncidentScoring& options);

}  // namespace attest::cli
