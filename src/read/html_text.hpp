// Text nodes of a page to text of a document: references resolved, white space collapsed, and every run of it traced
// back to the bytes of the page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attest/document.hpp"
#include "read/html_source.hpp"
#include "read/html_tree.hpp"
#include "read/page_encoding.hpp"

namespace attest {

/// Text that grows node by node, and where it came from. One thread at a time.
class HtmlText {
 public:
  explicit HtmlText(const HtmlTree& tree) : tree_(tree) {}

  /// Adds a text node. @param keep_lines  as in <pre>: a line break stays one
  void add(std::uint32_t node, bool keep_lines = false);
  /// A line break (<br>), unless at the beginning.
  void new_line() { pending_ = text_.size() > begin_ ? '\n' : pending_; }
  /// A border between cells.
  void new_cell() { pending_ = text_.size() > begin_ ? '\t' : pending_; }
  /// Ends the block: what follows is divided from it by an empty line. Returns where it stands.
  [[nodiscard]] Span end_block();

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Runs of the text in the markup, in order.
  [[nodiscard]] const std::vector<OriginRun>& runs() const { return runs_; }

 private:
  struct Raw {
    std::uint32_t at, size;  // in the markup
  };
  void append(std::string_view character, Raw raw);
  void space(Raw raw, char c);

  const HtmlTree& tree_;
  std::string text_;
  std::vector<OriginRun> runs_;
  std::size_t begin_ = 0;  // of the block
  char pending_ = 0;       // white space that is written before the next character
  Raw pending_raw_ = {0, 0};
};

/// The runs in the page's bytes instead of the markup.
[[nodiscard]] std::vector<OriginRun> runs_in_bytes(const std::vector<OriginRun>& runs, std::string_view text,
                                                   const HtmlSource& source, const PageText& page);

/// Brings text to NFC and keeps blocks and runs in step with it.
void normalise_with_origins(std::string& text, std::vector<Block>& blocks, std::vector<OriginRun>& runs);

}  // namespace attest
