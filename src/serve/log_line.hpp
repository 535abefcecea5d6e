// A line a request for who runs a server. It tells nothing of who asked, nor what they searched for, nor any secret.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace attest {

/// "GET /api/session 200 0.4 ms": the target without its query; bytes that a terminal could take for commands become "?".
[[nodiscard]] std::string log_line(std::string_view method, std::string_view target, int status,
                                   std::chrono::nanoseconds took);

}  // namespace attest
