// From lines in reading order to the blocks of a document.
#pragma once

#include <vector>

#include "read/block_text.hpp"
#include "read/page_layout.hpp"

namespace attest {

/// Joins the lines of all pages to headline, paragraphs, list items and captions by space, indent and font, across
/// columns and pages; tables become rows of cells.
[[nodiscard]] BlockText to_blocks(const std::vector<PagePiece>& pieces);

/// All of it: words to blocks. What recurs on every page comes last, once each, as boilerplate.
[[nodiscard]] BlockText read_pages(const std::vector<Page>& pages);

}  // namespace attest
