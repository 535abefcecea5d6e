// Title, author, outlet, agency and dates of a page, each from the most reliable place that has it.
#pragma once

#include "attest/document.hpp"
#include "read/html_blocks.hpp"
#include "read/html_tree.hpp"
#include "read/page_data.hpp"

namespace attest {

/// Fills what is not known yet. Every value says where it was read: "JSON-LD", "meta og:title", "h1", "time",
/// "itemprop", "byline", "address".
void read_page_metadata(const HtmlTree& tree, const HtmlPage& page, const LinkedData& data, Document& document);

}  // namespace attest
