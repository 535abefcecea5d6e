#include "serve/safety_headers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace attest {

std::string_view tiles_origin(std::string_view tiles) {
  const std::size_t scheme = tiles.starts_with("https://") ? 8 : tiles.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return {};
  const std::size_t end = tiles.find('/', scheme);
  if (end == std::string_view::npos || end == scheme) return {};
  const std::string_view origin = tiles.substr(0, end);
  const bool is_plain = std::all_of(origin.begin(), origin.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '.' || letter == '-' || letter == ':' || letter == '/';
  });
  return is_plain ? origin : std::string_view{};
}

NameValues safety_headers(std::string_view tiles) {
  const std::string_view origin = tiles_origin(tiles);
  const std::string other = origin.empty() ? "" : fmt::format(" {}", origin);
  // MapLibre works in a thread made from a blob; a saved page is shown in a frame made from one.
  const std::string policy = fmt::format(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{0}; font-src 'self'; "
      "connect-src 'self'{0}; worker-src 'self' blob:; frame-src 'self' blob:; manifest-src 'self'; base-uri 'none'; "
      "form-action 'self'; frame-ancestors 'none'",
      other);
  return {{"Content-Security-Policy", policy},
          {"X-Content-Type-Options", "nosniff"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
          {"X-Frame-Options", "DENY"}};
}

}  // namespace attest
