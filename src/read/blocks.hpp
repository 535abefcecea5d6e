// Lines of a saved report to blocks: what is headline, byline, caption, teaser, and what belongs to the page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/document.hpp"

namespace attest {

/// Blocks of normalised text, in order, by line shape and neighbours. Hard-wrapped paragraphs are joined.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view text);

/// Appends a block that is known to be running text: a paragraph with its dateline apart, or a byline or furniture by the
/// shape of its words.
void append_paragraph(std::string_view text, Span span, std::vector<Block>& blocks);

/// A paragraph a line, without the white space around it: what annotated corpora mean by a line.
[[nodiscard]] std::vector<Block> blocks_of_lines(std::string_view text);

/// The first full date of a line, in the order month-day-year, day-month-year or year-month-day.
/// @param offset  where the line begins in the document's text
[[nodiscard]] std::optional<Sourced<Date>> date_in(std::string_view line, std::uint32_t offset,
                                                   const std::string& origin);

/// Adds a paragraph, and before it the dateline that it begins with, if it does: "MOSUL — ".
void push_paragraph(std::string_view text, Span span, std::vector<Block>& blocks);

/// Fills what the text itself says about the report: dateline, byline, agency, publication date, title.
/// A value that is already there (from a hint) stays.
void read_metadata(Document& document);

/// The news agency that a line names, as it is written in it; empty if none.
[[nodiscard]] std::string_view agency_named(std::string_view line);

}  // namespace attest
