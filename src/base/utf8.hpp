// UTF-8 at the byte level, and the bridge from byte offsets inside to code points at the JSON edge.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

/// Offset of the first byte that is not well-formed UTF-8 (surrogates and overlong forms included), or nothing.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// File names and arguments are bytes; results are UTF-8. Bytes that are not become U+FFFD.
[[nodiscard]] std::string as_utf8(std::string bytes);

/// Byte offsets of the code points of a well-formed text, and of its end.
[[nodiscard]] std::vector<std::uint32_t> code_point_borders(std::string_view text);

/// Turns byte offsets of one text into code-point offsets. Const is shareable.
class CodePointIndex {
 public:
  /// `text` must be well-formed UTF-8 and outlive the index.
  explicit CodePointIndex(std::string_view text);
  /// Code points before byte `offset`; `offset` must lie on a border, at most at the end.
  [[nodiscard]] std::uint32_t at(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before byte 64 * i
};

}  // namespace attest
