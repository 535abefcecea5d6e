#include "read/block_text.hpp"

#include <utility>

#include "read/blocks.hpp"
#include "read/encoding.hpp"

namespace attest {

namespace {

/// Spaces that are not " ": no-break, en quad to hair space, line and paragraph separator, narrow, mathematical,
/// ideographic.
std::size_t space_length(std::string_view at) {
  for (std::string_view two : {"\u00a0", "\u0085"})
    if (at.starts_with(two)) return 2;
  if (at.size() >= 3 && at.starts_with("\xe2\x80") && static_cast<unsigned char>(at[2]) <= 0x8a) return 3;
  for (std::string_view three : {"\u2028", "\u2029", "\u202f", "\u205f", "\u3000"})
    if (at.starts_with(three)) return 3;
  return static_cast<unsigned char>(at[0]) <= 0x20 || at[0] == 0x7f ? 1 : 0;
}

/// Marks that show nothing: zero-width space, word joiner, byte order mark.
std::size_t invisible_length(std::string_view at) {
  for (std::string_view mark : {"\u200b", "\u2060", "\ufeff"})
    if (at.starts_with(mark)) return mark.size();
  return 0;
}

std::string cleaned(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  bool space = false;
  while (!words.empty()) {
    if (const std::size_t length = space_length(words); length > 0) {
      space = true;
      words.remove_prefix(length);
    } else if (const std::size_t none = invisible_length(words); none > 0) {
      words.remove_prefix(none);
    } else {
      if (space && !out.empty()) out += ' ';
      space = false;
      out += words[0];
      words.remove_prefix(1);
    }
  }
  return normalise(std::move(out));
}

}  // namespace

void BlockText::add(BlockKind kind, std::string_view words) {
  const std::string clean = cleaned(words);
  if (clean.empty()) return;
  if (!text_.empty()) text_ += "\n\n";
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += clean;
  blocks_.push_back({kind, {begin, static_cast<std::uint32_t>(text_.size())}});
}

void BlockText::add_row(const std::vector<std::string>& cells) {
  const bool below = !blocks_.empty() && blocks_.back().kind == BlockKind::cell;
  std::string row;
  std::vector<Block> found;
  for (const std::string& cell : cells) {
    const std::string clean = cleaned(cell);
    if (&cell != cells.data()) row += '\t';
    const auto begin = static_cast<std::uint32_t>(row.size());
    row += clean;
    if (!clean.empty()) found.push_back({BlockKind::cell, {begin, static_cast<std::uint32_t>(row.size())}});
  }
  if (found.empty()) return;
  if (!text_.empty()) text_ += below ? "\n" : "\n\n";
  const auto shift = static_cast<std::uint32_t>(text_.size());
  for (Block block : found) blocks_.push_back({block.kind, {block.span.begin + shift, block.span.end + shift}});
  text_ += row;
}

void BlockText::add_paragraph(std::string_view words) {
  const std::size_t before = blocks_.size();
  add(BlockKind::paragraph, words);
  if (blocks_.size() == before) return;
  const Span span = blocks_.back().span;
  blocks_.pop_back();
  append_paragraph(text_, span, blocks_);
}

void BlockText::give_to(Document& document) && {
  document.text = std::move(text_);
  document.blocks = std::move(blocks_);
}

}  // namespace attest
