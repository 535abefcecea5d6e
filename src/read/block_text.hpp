// Builds a document's text block by block, for readers that know where blocks begin: PDF, Word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attest/document.hpp"

namespace attest {

/// A line of its own for each block, an empty line between blocks; the cells of a table's row stand on one line.
class BlockText {
 public:
  /// Appends a block; `words` are cleaned: one space for any white space, no control characters, NFC. Words that are
  /// nothing but space add no block.
  void add(BlockKind kind, std::string_view words);
  /// Appends a row of a table: the cells divided by tabs, each a block.
  void add_row(const std::vector<std::string>& cells);
  /// A paragraph as add() would, but its dateline is a block of its own; lines that are a byline, a credit or belong to
  /// the page become that.
  void add_paragraph(std::string_view words);

  [[nodiscard]] bool empty() const { return blocks_.empty(); }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Moves text and blocks into a document.
  void give_to(Document& document) &&;

 private:
  std::string text_;
  std::vector<Block> blocks_;
};

}  // namespace attest
