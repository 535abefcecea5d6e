// The text of a whole page, cut where a browser begins a new line: what the search for the article chooses from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/html_tree.hpp"
#include "read/html_words.hpp"

namespace attest {

struct PageBlock {
  std::uint32_t first = 0, last = 0;  // its text nodes lie in this range of nodes
  std::uint32_t container = 0;        // the innermost element that holds it and breaks lines
  std::uint32_t chars = 0;            // visible code points
  std::uint32_t linked = 0;           // of them in links
  std::string text;                   // white space collapsed; to be looked at, not to be kept
};

/// What the search knows about the elements of a page: one entry a node.
struct PageNode {
  std::uint16_t hints = 0;  // of class and id, and of the tag: HtmlHint
  bool furniture = false;   // it, or an element around it, is no part of a report
};

struct HtmlPage {
  std::vector<PageNode> nodes;
  std::vector<PageBlock> blocks;  // in document order

  /// The blocks inside an element: [first, last).
  [[nodiscard]] std::size_t first_block(std::uint32_t node) const;
  [[nodiscard]] std::size_t last_block(const HtmlTree& tree, std::uint32_t node) const {
    return first_block(tree[node].end);
  }
};

/// Whether an element stands in a line of text.
[[nodiscard]] bool is_inline(GumboTag tag);
/// Whether a table's cell holds words only, so that its row is a line of text.
[[nodiscard]] bool is_plain_cell(const HtmlTree& tree, std::uint32_t cell);

[[nodiscard]] HtmlPage read_page(const HtmlTree& tree);

}  // namespace attest
