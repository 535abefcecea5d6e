#include "read/html_article.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/ascii.hpp"

namespace attest {

namespace {

constexpr double kLinked = 0.5;

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

double link_share(const PageBlock& block) {
  return block.chars == 0 ? 0 : static_cast<double>(block.linked) / block.chars;
}

bool ends_sentence(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view close : {"\"", "'", "”", "’", ")", "]", "»", "“"})
      if (text.ends_with(close)) text.remove_suffix(close.size()), again = true;
  }
  return std::ranges::any_of(
      std::to_array<std::string_view>({".", "!", "?", ":", "…", "。", "؟", "।", "！", "？", "።"}),
      [&](std::string_view mark) { return text.ends_with(mark); });
}

class Finder {
 public:
  Finder(const HtmlTree& tree, HtmlPage& page, std::string_view body) : tree_(tree), page_(page), body_(body) {}

  std::vector<ArticleBlock> find() {
    mark_furniture(kHintFurniture | kHintHidden);
    std::vector<ArticleBlock> picked = search();
    // Nearly nothing of a page that says much: its classes mislead.
    if (chars_of(picked) * 4 < words_.back() || picked.empty()) {
      for (PageNode& node : page_.nodes) node.furniture = false;
      mark_furniture(kHintHidden);
      std::vector<ArticleBlock> again = search();
      if (chars_of(again) > 2 * chars_of(picked)) picked = std::move(again);
    }
    return picked;
  }

 private:
  std::vector<ArticleBlock> search() {
    weigh();
    choose_root();
    return pick();
  }

  [[nodiscard]] std::uint64_t chars_of(const std::vector<ArticleBlock>& picked) const {
    std::uint64_t all = 0;
    for (const ArticleBlock& found : picked) all += page_.blocks[found.block].chars;
    return all;
  }

  /// What a block speaks for being part of a report, in characters.
  double weight(const PageBlock& block) const {
    if (page_.nodes[block.container].furniture) return 0;
    const double own = block.chars - block.linked;
    const double share = link_share(block);
    if (share > kLinked) return -20;
    const GumboTag tag = tree_[block.container].tag;
    if (is_heading(tag)) return 0;
    if (block.chars >= 60 && body_.find(block.text) != std::string_view::npos) return 3 * own;
    if (block.chars >= 80) return own * (1 - share);
    if (block.chars >= 25 && ends_sentence(block.text)) return own * 0.7;
    return -5;
  }

  [[nodiscard]] double sum(std::uint32_t node) const {
    return sums_[page_.last_block(tree_, node)] - sums_[page_.first_block(node)];
  }

  /// Text of paragraphs in a subtree, whatever the classes say.
  [[nodiscard]] std::uint64_t words(std::uint32_t node) const {
    return words_[page_.last_block(tree_, node)] - words_[page_.first_block(node)];
  }

  [[nodiscard]] std::uint64_t chars(std::uint32_t node) const {
    return chars_[page_.last_block(tree_, node)] - chars_[page_.first_block(node)];
  }

  void mark_furniture(std::uint32_t such) {
    words_.assign(1, 0);
    chars_.assign(1, 0);
    for (const PageBlock& block : page_.blocks) chars_.push_back(chars_.back() + block.chars);
    for (const PageBlock& block : page_.blocks)
      words_.push_back(words_.back() + (block.chars >= 60 && link_share(block) < 0.3 ? block.chars : 0));
    const std::uint64_t all = std::max<std::uint64_t>(words_.back(), 1);
    std::uint32_t until = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      PageNode& node = page_.nodes[i];
      if (i < until) {
        node.furniture = true;
        continue;
      }
      if (tree_[i].is_text || (node.hints & such) == 0) continue;
      const GumboTag tag = tree_[i].tag;
      if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN) continue;
      if (is_heading(tag) && (node.hints & kHintHidden) == 0) continue;
      if (words(i) * 2 > all && tag != GUMBO_TAG_UL)
        continue;  // what holds most of the page's text is not furniture, whatever it is called
      node.furniture = true;
      until = tree_[i].end;
    }
  }

  void weigh() {
    sums_.assign(1, 0);
    for (const PageBlock& block : page_.blocks) sums_.push_back(sums_.back() + weight(block));
  }

  void choose_root() {
    double best = 0;
    root_ = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].is_text || page_.nodes[i].furniture) continue;
      const double here = sum(i);
      if (here > best || (here == best && here > 0)) {
        best = here;
        root_ = i;
      }
    }
    // Of the elements that are called the report and hold nearly all of it, the one that is called so most clearly.
    double best_strength = 0;
    std::uint32_t called = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].is_text || page_.nodes[i].furniture) continue;
      const double here = strength(i);
      if (here == 0 || sum(i) < best * (here >= kItemBody ? 0.4 : 0.8)) continue;
      if (here > best_strength || (here == best_strength && sum(i) >= sum(called))) {
        best_strength = here;
        called = i;
      }
    }
    if (best_strength > 0) root_ = called;
  }

  static constexpr double kItemBody = 4;
  [[nodiscard]] double strength(std::uint32_t i) const {
    if (tree_.attribute(i, "itemprop").find("articleBody") != std::string_view::npos) return kItemBody;
    if ((page_.nodes[i].hints & kHintContent) != 0) return 3;
    if (tree_[i].tag == GUMBO_TAG_ARTICLE) return 2;
    if (tree_[i].tag == GUMBO_TAG_MAIN || tree_.attribute(i, "role") == "main") return 1;
    return 0;
  }

  BlockKind kind_of(const PageBlock& block) const {
    for (std::uint32_t i = block.container;; i = tree_[i].parent) {
      const GumboTag tag = tree_[i].tag;
      if (is_heading(tag)) return BlockKind::headline;
      if (tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_FIGCAPTION || (page_.nodes[i].hints & kHintCaption) != 0)
        return BlockKind::caption;
      const bool in_table = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TR;
      if (in_table && (block.chars < 80 || !ends_sentence(block.text))) return BlockKind::cell;
      if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD) return BlockKind::list_item;
      if (tag == GUMBO_TAG_BLOCKQUOTE) return BlockKind::quote;
      if (i == root_ || tree_[i].parent == i) return BlockKind::paragraph;
    }
  }

  static constexpr std::uint64_t kLongestByline = 200;
  /// Whether an element around it is called a byline or a date.
  [[nodiscard]] bool is_byline(const PageBlock& block) const {
    for (std::uint32_t i = block.container; i != root_ && tree_[i].parent != i; i = tree_[i].parent)
      if (((page_.nodes[i].hints & (kHintByline | kHintDate | kHintAuthor)) != 0 ||
           tree_.attribute(i, "itemprop") == "author") &&
          chars(i) < kLongestByline)
        return true;
    return false;
  }

  std::vector<ArticleBlock> pick() {
    std::vector<ArticleBlock> picked;
    const std::size_t first = page_.first_block(root_), last = page_.last_block(tree_, root_);
    take_title(first, picked);
    for (std::size_t b = first; b < last; ++b) {
      const PageBlock& block = page_.blocks[b];
      if (page_.nodes[block.container].furniture) continue;
      const BlockKind kind = kind_of(block);
      if (is_kept(block, kind)) picked.push_back({b, kind});
    }
    drop_trailing_headings(picked);
    return picked;
  }

  /// The title and the paragraph that often stands between it and the text, outside of the element of the text.
  void take_title(std::size_t first, std::vector<ArticleBlock>& picked) const {
    std::size_t title = first;
    for (std::size_t b = 0; b < first && title == first; ++b) {
      const PageBlock& block = page_.blocks[b];
      if (is_in(block, GUMBO_TAG_H1) && !page_.nodes[block.container].furniture) title = b;
    }
    if (title == first) return;
    picked.push_back({title, BlockKind::headline});
    for (std::size_t b = title + 1; b < first; ++b)
      if (is_lead(page_.blocks[b])) picked.push_back({b, BlockKind::paragraph});
  }

  [[nodiscard]] bool is_in(const PageBlock& block, GumboTag tag) const {
    for (std::uint32_t i = block.container; tree_[i].parent != i; i = tree_[i].parent)
      if (tree_[i].tag == tag) return true;
    return false;
  }

  /// Whether a block above the text belongs to it. Here a "teaser" is one for this text.
  [[nodiscard]] bool is_lead(const PageBlock& block) const {
    if (block.chars < 40 || link_share(block) > 0.3 || is_furniture_text(block.text) || has_furniture_words(block.text))
      return false;
    bool lead = false;
    for (std::uint32_t i = block.container; tree_[i].parent != i; i = tree_[i].parent) {
      const std::uint16_t hints = page_.nodes[i].hints;
      if (tree_[i].tag == GUMBO_TAG_FIGCAPTION || tree_[i].tag == GUMBO_TAG_NAV ||
          (hints & (kHintHidden | kHintCaption)) != 0)
        return false;
      if ((hints & kHintByline) != 0 && chars(i) < kLongestByline) return false;
      lead = lead || (hints & kHintLead) != 0 || tree_.attribute(i, "itemprop") == "description";
    }
    return lead || (!page_.nodes[block.container].furniture && ends_sentence(block.text));
  }

  [[nodiscard]] bool is_kept(const PageBlock& block, BlockKind kind) const {
    if (block.chars < 100 && is_furniture_text(block.text)) return false;
    if (block.chars < 60 && is_furniture_heading(block.text) && !ends_sentence(block.text)) return false;
    if (block.chars < 250 && has_furniture_words(block.text)) return false;
    if (block.chars < 120 && kind != BlockKind::headline && is_byline(block)) return false;
    if (kind == BlockKind::caption && is_credit_text(block.text) && block.chars < 60) return false;
    const double share = link_share(block);
    if (share > 0.8 && !ends_sentence(block.text)) return false;
    if (kind == BlockKind::list_item && share > kLinked) return false;
    return true;
  }

  static void drop_trailing_headings(std::vector<ArticleBlock>& picked) {
    while (picked.size() > 1 && picked.back().kind == BlockKind::headline) picked.pop_back();
  }

  const HtmlTree& tree_;
  HtmlPage& page_;
  std::string_view body_;
  std::vector<double> sums_;          // of weights before each block, and of all
  std::vector<std::uint64_t> words_;  // of characters in paragraphs, likewise
  std::vector<std::uint64_t> chars_;  // of all characters, likewise
  std::uint32_t root_ = 0;
};

}  // namespace

std::vector<ArticleBlock> find_article(const HtmlTree& tree, HtmlPage& page, std::string_view body) {
  return Finder(tree, page, body).find();
}

}  // namespace attest
