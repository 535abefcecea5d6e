// Lines of a saved report to blocks: what is headline, byline, caption, teaser, and what belongs to the page.
#pragma once

#include <vector>

#include "attest/document.hpp"

namespace attest {

/// Blocks of normalised text, in order, by line shape and neighbours. Hard-wrapped paragraphs are joined.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view text);

/// A paragraph a line, without the white space around it: what annotated corpora mean by a line.
[[nodiscard]] std::vector<Block> blocks_of_lines(std::string_view text);

/// Adds a paragraph, and before it the dateline that it begins with, if it does: "MOSUL — ".
void push_paragraph(std::string_view text, Span span, std::vector<Block>& blocks);

/// Fills what the text itself says about the report: dateline, byline, agency, publication date, title.
/// A value that is already there (from a hint) stays.
void read_metadata(Document& document);

/// The news agency that a line names, as it is written in it; empty if none.
[[nodiscard]] std::string_view agency_named(std::string_view line);

}  // namespace attest
