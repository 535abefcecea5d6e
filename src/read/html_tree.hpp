// A parsed page as one array of nodes in document order: a subtree is a range of it, so that nothing has to walk
// recursively. The parser is Gumbo, which follows the HTML5 algorithm.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "attest/error.hpp"

namespace attest {

struct HtmlNode {
  const GumboNode* source = nullptr;
  GumboTag tag = GUMBO_TAG_UNKNOWN;  // of elements
  bool is_text = false;
  std::uint32_t parent = 0;  // the root is its own
  std::uint32_t end = 0;     // behind its last descendant
};

/// Const is shareable.
class HtmlTree {
 public:
  /// @param markup  must outlive the tree
  /// @errors too_large for a page whose tree takes more memory than any real page's
  [[nodiscard]] static Result<HtmlTree> parse(std::string_view markup);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  [[nodiscard]] const HtmlNode& operator[](std::uint32_t i) const { return nodes_[i]; }

  /// An attribute's value; empty if it has none.
  [[nodiscard]] std::string_view attribute(std::uint32_t element, const char* name) const;
  [[nodiscard]] bool has_attribute(std::uint32_t element, const char* name) const;
  /// A text node's characters, references resolved.
  [[nodiscard]] std::string_view text(std::uint32_t node) const { return nodes_[node].source->v.text.text; }
  /// The markup from where the text node begins, and that place.
  [[nodiscard]] std::string_view rest_of_markup(std::uint32_t node) const;
  [[nodiscard]] std::uint32_t raw_begin(std::uint32_t node) const;
  /// All text in a subtree, white space collapsed.
  [[nodiscard]] std::string text_of(std::uint32_t node) const;

 private:
  class Arena;
  HtmlTree();

  std::unique_ptr<Arena> arena_;
  std::string_view markup_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace attest
