// Errors over HTTP: application/problem+json as RFC 9457 defines it.
#pragma once

#include <string_view>

#include "attest/error.hpp"
#include "serve/http.hpp"

namespace attest {

/// "Not Found" for 404.
[[nodiscard]] std::string_view status_title(int status);

/// @param detail  one line for people; empty: none
[[nodiscard]] Response problem(int status, std::string_view detail);

/// The status that an error's code stands for, its message as the detail. Errors that are the server's own do not tell
/// where: that names files.
[[nodiscard]] Response problem_of(const Error& error);

}  // namespace attest
