// One HTTP request within limits: no more bytes, no more time, no other network than allowed. It follows no redirect.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "attest/error.hpp"

namespace attest {

struct HttpLimits {
  std::size_t bytes = std::size_t{16} << 20U;  // of the body, unpacked
  std::chrono::milliseconds time{60'000};      // from the first byte sent to the last received
  std::chrono::seconds without_bytes{20};
  bool allow_private = false;  // addresses that are not of the public internet
};

struct HttpRequest {
  std::string url;                  // as resolve_url gives it
  std::string agent;                // User-Agent
  std::string accept;               // content types
  std::string etag, last_modified;  // of what is there already; empty if nothing is
};

struct HttpResponse {
  int status = 0;
  std::string body;
  std::string headers;   // as they came, a line each, but for cookies
  bool complete = true;  // false: the body was longer than allowed, and is cut there
};

enum class HttpFailure { private_address, too_slow, unreachable, broken };

struct HttpError {
  HttpFailure kind = HttpFailure::unreachable;
  std::string message;
};

/// Asks, and waits for the answer. Safe to call from many threads.
[[nodiscard]] tl::expected<HttpResponse, HttpError> ask(const HttpRequest& request, const HttpLimits& limits);

/// The value of a header in HttpResponse::headers, the last if it came more than once; empty if there is none.
[[nodiscard]] std::string header_value(std::string_view headers, std::string_view name);

}  // namespace attest
