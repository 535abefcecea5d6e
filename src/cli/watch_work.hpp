// The work of attest watch that many threads do at a time: fetch, read, code. It writes nothing.
#pragma once

#include "cli/setup.hpp"
#include "cli/watch_queue.hpp"

namespace attest::cli {

/// Polls a feed, or fetches, reads and codes a report.
[[nodiscard]] Done work_on(Task task, Fetcher& fetcher, const Workplace& workplace);

}  // namespace attest::cli
