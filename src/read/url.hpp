// Web addresses: relative ones are resolved as RFC 3986 says, and only those pass that a report can be fetched from:
// http and https, without a password in them, because addresses are printed and kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attest {

/// The absolute address, without fragment, that `reference` means on a page at `base`. Spaces and letters beyond ASCII
/// are percent-encoded. Nothing for what is no address, has another scheme, or a user name in it.
[[nodiscard]] std::optional<std::string> resolve_url(std::string_view reference, std::string_view base = {});

/// What is said of one that is not taken; the address itself is not, for it may hold a password.
inline constexpr std::string_view kNoAddress = "no address that can be fetched, or one with a user name in it";

/// Whether a word on the command line or a line of a list is meant as an address.
[[nodiscard]] bool looks_like_url(std::string_view word);

struct UrlParts {
  std::string origin;  // "https://example.org", with the port if it is not the scheme's
  std::string host;    // lower case; an IPv6 address stands in brackets
  std::string target;  // path and query: "/news?page=2"
};

/// @param url  as resolve_url gives it
[[nodiscard]] UrlParts parts_of_url(const std::string& url);

}  // namespace attest
