// Content addresses: a document is known by the hash of its unaltered bytes.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// SHA-256 as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace attest
