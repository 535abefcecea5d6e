// A page's markup made fit for the parser: scripts, styles, comments and drawings taken out (they are most of a page),
// nesting and attributes kept within what a parser can take, and every byte that stays remembered by its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

struct HtmlSource {
  std::string markup;
  std::vector<std::string_view> json_ld;  // scripts of type application/ld+json, in the page
  std::vector<std::string_view> scripts;  // of every type, likewise

  /// The offset in the page of the byte at `offset` of the markup.
  [[nodiscard]] std::uint32_t page_offset(std::uint32_t offset) const;

  struct Piece {
    std::uint32_t in_markup, in_page;
  };
  std::vector<Piece> pieces;  // what was kept, in order
};

/// Elements nested deeper than this lose their tags, not their text. Real pages stay below 100.
inline constexpr std::size_t kDeepestElement = 300;

/// @param page  well-formed UTF-8; must outlive the result
[[nodiscard]] HtmlSource trim_markup(std::string_view page);

}  // namespace attest
