// What the headers of a request ask of the form of its answer.
#pragma once

#include <optional>
#include <string_view>

#include "serve/http.hpp"

namespace attest {

[[nodiscard]] std::optional<std::string_view> header_of(const NameValues& headers, std::string_view name);

/// Of an Accept-Encoding: "gzip", "br, *;q=0.5", but not "gzip;q=0".
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Whether an If-None-Match names the ETag: "*", or a list with it, weak or not.
[[nodiscard]] bool fits_etag(std::string_view if_none_match, std::string_view etag);

/// Whether bytes of this media type become smaller when they are compressed.
[[nodiscard]] bool is_text(std::string_view type);

}  // namespace attest
