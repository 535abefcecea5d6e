// The target of a request, "/api/x?name=value", taken apart. Strict, because what two programs read differently is how
// one is led past the other's checks.
#pragma once

#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "serve/http.hpp"

namespace attest {

struct Target {
  std::string path;
  NameValues query;
};

/// @errors usage: no path from the root; a "." or ".." segment, a "/", "\" or NUL that is encoded; broken
///         percent-encoding, no UTF-8
[[nodiscard]] Result<Target> read_target(std::string_view raw);

}  // namespace attest
