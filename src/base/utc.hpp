// The clock, which never enters a result: when a run began, an address was fetched, a reviewer acted.
#pragma once

#include <chrono>
#include <string>

namespace attest {

/// "2026-11-24T09:30:00Z".
[[nodiscard]] std::string utc_text(std::chrono::sys_seconds instant);
/// The present as such.
[[nodiscard]] std::string utc_now();

}  // namespace attest
