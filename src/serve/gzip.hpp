// gzip, as browsers take it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attest {

/// @param level  of zlib: 1 is fast, 9 is small. The same bytes always give the same.
[[nodiscard]] std::string gzipped(std::string_view bytes, int level);

/// Nothing if it is no gzip file of one member, or damaged.
[[nodiscard]] std::optional<std::string> gunzipped(std::string_view packed);

}  // namespace attest
