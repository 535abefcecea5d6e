// Original bytes are kept compressed: reports shrink to less than half, and must come back bit for bit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

[[nodiscard]] std::string compress(std::string_view bytes);

/// The `size` bytes that were compressed, or nothing if `packed` is damaged or holds another number of bytes.
[[nodiscard]] std::optional<std::string> decompress(std::string_view packed, std::size_t size);

}  // namespace attest
