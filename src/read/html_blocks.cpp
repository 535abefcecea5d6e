#include "read/html_blocks.hpp"

#include <algorithm>
#include <string_view>

#include "read/ascii.hpp"

namespace attest {

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

bool is_plain_cell(const HtmlTree& tree, std::uint32_t cell) {
  if (tree[cell].tag != GUMBO_TAG_TD && tree[cell].tag != GUMBO_TAG_TH) return false;
  for (std::uint32_t i = cell + 1; i < tree[cell].end; ++i)
    if (!tree[i].is_text && !is_inline(tree[i].tag)) return false;
  return true;
}

namespace {

/// Elements whose text nobody reads in the flow of a page.
bool is_passed_over(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_SVG:
      return true;
    default:
      return false;
  }
}

bool is_furniture_tag(GumboTag tag) {
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FORM ||
         tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_LABEL || tag == GUMBO_TAG_MENU;
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  if (tree.has_attribute(node, "hidden")) return true;
  const std::string_view style = tree.attribute(node, "style");
  if (style.empty()) return false;
  std::string tight;
  for (const char c : style)
    if (!is_space_ascii(c)) tight += lower_ascii(c);
  return tight.find("display:none") != std::string::npos || tight.find("visibility:hidden") != std::string::npos;
}

std::uint16_t hints_of(const HtmlTree& tree, std::uint32_t node) {
  std::uint32_t hints = hints_of_words(tree.attribute(node, "class")) | hints_of_words(tree.attribute(node, "id"));
  if (is_furniture_tag(tree[node].tag)) hints |= kHintFurniture;
  if (tree[node].tag == GUMBO_TAG_FIGCAPTION) hints |= kHintCaption;
  if (is_hidden(tree, node)) hints |= kHintHidden;
  const std::string_view role = tree.attribute(node, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" ||
      role == "dialog" || role == "banner" || role == "menu")
    hints |= kHintFurniture;
  return static_cast<std::uint16_t>(hints);
}

class Reader {
 public:
  explicit Reader(const HtmlTree& tree) : tree_(tree) { page_.nodes.resize(tree.size()); }

  HtmlPage read() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      while (!open_.empty() && tree_[open_.back()].end <= i) {
        flush();
        open_.pop_back();
      }
      if (tree_[i].is_text)
        text(i);
      else if (is_passed_over(tree_[i].tag))
        i = tree_[i].end - 1;
      else
        element(i);
    }
    flush();
    return std::move(page_);
  }

 private:
  void element(std::uint32_t i) {
    page_.nodes[i].hints = hints_of(tree_, i);
    const GumboTag tag = tree_[i].tag;
    if (tag == GUMBO_TAG_A) link_end_ = std::max(link_end_, tree_[i].end);
    if (tag == GUMBO_TAG_BR && ++breaks_ > 1) flush();
    if (is_inline(tag)) return space();
    if (is_plain_cell(tree_, i)) return space();
    flush();
    open_.push_back(i);
  }

  void space() {
    if (!block_.text.empty() && block_.text.back() != ' ' && breaks_ > 0) block_.text += ' ';
  }

  void text(std::uint32_t i) {
    bool any = false;
    for (const char c : tree_.text(i)) {
      if (is_space_ascii(c)) {
        if (!block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
        continue;
      }
      any = true;
      block_.text += c;
      if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80) continue;
      ++block_.chars;
      if (i < link_end_) ++block_.linked;
    }
    if (!any) return;
    breaks_ = 0;
    if (block_.last == 0) block_.first = i;
    block_.last = i + 1;
  }

  void flush() {
    breaks_ = 0;
    if (block_.text.ends_with(' ')) block_.text.pop_back();
    if (block_.last > 0) {
      block_.container = open_.empty() ? 0 : open_.back();
      page_.blocks.push_back(std::move(block_));
    }
    block_ = {};
  }

  const HtmlTree& tree_;
  HtmlPage page_;
  PageBlock block_;
  std::vector<std::uint32_t> open_;  // the elements around that break lines
  std::uint32_t link_end_ = 0;
  int breaks_ = 0;  // <br> in a row
};

}  // namespace

std::size_t HtmlPage::first_block(std::uint32_t node) const {
  const auto found = std::ranges::lower_bound(blocks, node, {}, &PageBlock::first);
  return static_cast<std::size_t>(found - blocks.begin());
}

HtmlPage read_page(const HtmlTree& tree) { return Reader(tree).read(); }

}  // namespace attest
