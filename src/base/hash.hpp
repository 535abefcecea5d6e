// Documents and resources are named by what they hold, so that the same report is never kept twice
// and every record can be checked against its bytes.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// The SHA-256 of `bytes` as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace attest
