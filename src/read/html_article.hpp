// Where the report is in a page, and which of its blocks are the report: by how much is said and how little of it is
// linked, by what elements and their classes say they are, and by what the page's own data quote.
#pragma once

#include <string_view>
#include <vector>

#include "attest/vocabulary.hpp"
#include "read/html_blocks.hpp"

namespace attest {

struct ArticleBlock {
  std::size_t block;  // of HtmlPage::blocks
  BlockKind kind;
};

/// The blocks of the report, in order; empty if there is no text.
/// @param body  the report's text as the page's data give it (JSON-LD articleBody); empty if they do not
[[nodiscard]] std::vector<ArticleBlock> find_article(const HtmlTree& tree, HtmlPage& page, std::string_view body);

}  // namespace attest
