#include "read/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "read/blocks.hpp"
#include "read/finish.hpp"
#include "read/html_article.hpp"
#include "read/html_metadata.hpp"
#include "read/html_source.hpp"
#include "read/html_text.hpp"
#include "read/html_tree.hpp"
#include "read/page_encoding.hpp"

namespace attest {

namespace {

bool is_within(const HtmlTree& tree, std::uint32_t node, GumboTag tag) {
  for (; tree[node].parent != node; node = tree[node].parent)
    if (tree[node].tag == tag) return true;
  return false;
}

/// Writes a block's text. @return its span
Span write(const HtmlTree& tree, const PageBlock& block, HtmlText& out) {
  const bool keep_lines = is_within(tree, block.container, GUMBO_TAG_PRE);
  for (std::uint32_t i = block.first; i < block.last; ++i) {
    if (tree[i].is_text)
      out.add(i, keep_lines);
    else if (tree[i].tag == GUMBO_TAG_BR)
      out.new_line();
    else if (tree[i].tag == GUMBO_TAG_TD || tree[i].tag == GUMBO_TAG_TH)
      out.new_cell();
  }
  return out.end_block();
}

std::vector<Block> with_datelines(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<Block> all;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::paragraph)
      push_paragraph(text, block.span, all);
    else
      all.push_back(block);
  }
  return all;
}

std::string why_empty(const HtmlTree& tree, const HtmlSource& source) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (!tree[i].is_text && tree[i].tag == GUMBO_TAG_FRAMESET)
      return "empty: a page of frames; its text is in other files";
  return !source.scripts.empty() ? "empty: no text in this page; its scripts would have fetched it"
                                 : "empty: there is no text in this page";
}

}  // namespace

Result<Document> read_html(std::string name, std::string bytes, const Hints& hints) {
  if (bytes.size() > kMaxReportBytes)
    return fail(ErrorCode::too_large, fmt::format("larger than {} bytes", kMaxReportBytes), name);
  const PageText characters = PageText::decode(bytes, hints.charset);
  const HtmlSource source = trim_markup(characters.text());
  auto tree = HtmlTree::parse(source.markup);
  if (!tree) return fail(tree.error().code, tree.error().message, name);
  HtmlPage page = read_page(*tree);
  Document document;
  take_hints(document, hints);
  LinkedData data = read_linked_data(source.json_ld);
  if (data.published.empty()) data.published_in_script = published_in_scripts(source.scripts);
  read_page_metadata(*tree, page, data, document);
  HtmlText text(*tree);
  const std::vector<ArticleBlock> article = find_article(*tree, page, data.body);
  for (const ArticleBlock& found : article) {
    const Span span = write(*tree, page.blocks[found.block], text);
    if (!span.empty()) document.blocks.push_back({found.kind, span});
  }
  if (document.blocks.empty()) return fail(ErrorCode::empty, why_empty(*tree, source), name);
  document.text = text.text().substr(0, document.blocks.back().span.end);
  document.origins = runs_in_bytes(text.runs(), document.text, source, characters);
  normalise_with_origins(document.text, document.blocks, document.origins);
  document.blocks = with_datelines(document.text, document.blocks);
  document.name = std::move(name);
  document.encoding = characters.encoding();
  read_metadata(document);
  document.id = sha256_hex(bytes);
  document.text_hash = sha256_hex(document.text);
  document.original = std::move(bytes);
  return document;
}

}  // namespace attest
