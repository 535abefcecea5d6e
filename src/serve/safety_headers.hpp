// What every answer tells a browser, so that nothing in a report that was read can run, be framed, or tell others what
// was looked at. docs/safety.md.
#pragma once

#include <string_view>

#include "serve/http.hpp"

namespace attest {

/// @param tiles  address of a base map's tiles, the only other host that the page may ask; empty: none
[[nodiscard]] NameValues safety_headers(std::string_view tiles);

/// "https://tiles.example.org" of "https://tiles.example.org/{z}/{x}/{y}.png"; empty: the address is no such thing.
[[nodiscard]] std::string_view tiles_origin(std::string_view tiles);

}  // namespace attest
