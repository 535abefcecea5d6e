// The characters of a web page, found as browsers do: byte order mark, HTTP header, the page's own label, then UTF-8
// where the bytes are that; and for each of them the bytes that it came from.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace attest {

/// A page as UTF-8. Const is shareable.
class PageText {
 public:
  /// @param charset  what the HTTP header says; empty if unknown
  [[nodiscard]] static PageText decode(std::string_view bytes, std::string_view charset);

  [[nodiscard]] std::string_view text() const { return text_; }
  /// WHATWG's name in ICU's spelling: "UTF-8", "windows-1251".
  [[nodiscard]] const std::string& encoding() const { return encoding_; }
  /// Whether text and bytes are the same from `skipped` on.
  [[nodiscard]] bool is_verbatim() const { return starts_.empty(); }
  /// The byte of the page at which the character at `offset` begins; `offset` lies on a border of characters.
  [[nodiscard]] std::uint32_t byte_at(std::uint32_t offset) const;

 private:
  void take_verbatim(std::string_view bytes, std::uint32_t skipped);
  [[nodiscard]] bool convert(std::string_view bytes, std::uint32_t skipped);

  std::unique_ptr<std::string> converted_;  // none if the page's own bytes are the text
  std::string_view text_;
  std::string encoding_;
  std::uint32_t skipped_ = 0;
  std::vector<std::uint32_t> starts_;  // byte of each code point, and of the end; empty if verbatim
  std::optional<CodePointIndex> index_;
};

/// The label in a `<meta charset>` or `<meta http-equiv=content-type>` near the top; empty if there is none.
[[nodiscard]] std::string_view charset_of_meta(std::string_view bytes);

}  // namespace attest
