#include "read/page_paragraphs.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "read/blocks.hpp"
#include "read/hyphens.hpp"
#include "read/item_marks.hpp"

namespace attest {

namespace {

constexpr double kLarge = 1.12, kSmall = 0.88;  // of the font size of most of the text
constexpr double kIndent = 0.8;                 // of the font size
constexpr std::uint32_t kHeadlineWords = 25;
constexpr std::size_t kCaptionBytes = 400;

bool ends_sentence(std::string_view text) {
  for (std::string_view quote : {"\"", "'", "”", "’", ")", "]"})
    while (text.ends_with(quote)) text.remove_suffix(quote.size());
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("…");
}

bool starts_small(std::string_view text) {
  return !text.empty() && std::islower(static_cast<unsigned char>(text.front())) != 0;
}

bool is_caption_label(std::string_view text) {
  for (std::string_view label : {"Figure ", "Table ", "Map ", "Photo", "Chart ", "Source:", "Image:", "Picture:"})
    if (text.starts_with(label)) return true;
  return false;
}

/// The font size of most letters.
double body_size(const std::vector<PagePiece>& pieces) {
  std::map<long, std::size_t> letters;
  for (const PagePiece& piece : pieces)
    if (piece.rows.empty()) letters[std::lround(piece.line.size * 2)] += piece.line.text.size();
  const auto most = std::ranges::max_element(letters, {}, [](const auto& entry) { return entry.second; });
  return most == letters.end() ? 0 : static_cast<double>(most->first) / 2;
}

enum class Sort { body, large, small };

class Paragraphs {
 public:
  explicit Paragraphs(const std::vector<PagePiece>& pieces) : body_(body_size(pieces)) {
    std::size_t bold = 0, all = 0;
    for (const PagePiece& piece : pieces) {
      if (!piece.rows.empty()) continue;
      hyphens_.learn(piece.line.text);
      ++all;
      bold += piece.line.bold ? 1U : 0U;
    }
    mostly_bold_ = bold * 2 > all;
  }

  void add(const PagePiece& piece) {
    if (!piece.rows.empty()) {
      aside([&] {
        for (const auto& row : piece.rows) waiting_.push_back({BlockKind::cell, {}, row});
      });
      return;
    }
    const Line& line = piece.line;
    const Sort sort = sort_of(line);
    // Notes at the foot of a page and labels of pictures do not end the paragraph that they interrupt.
    if (sort == Sort::small) {
      if (!small_.empty() && goes_on(last_small_, line)) {
        hyphens_.join(small_, line.text);
      } else {
        close_small();
        small_ = line.text;
      }
      last_small_ = line;
      return;
    }
    close_small();
    if (!open_.empty() && sort == sort_ && goes_on(last_, line)) {
      hyphens_.join(open_, line.text);
    } else {
      close();
      open_ = line.text;
      first_ = line;
      sort_ = sort;
    }
    last_ = line;
  }

  BlockText finish() {
    close_small();
    close();
    flush();
    return std::move(out_);
  }

 private:
  struct Waiting {
    BlockKind kind;
    std::string words;
    std::vector<std::string> row;
  };

  [[nodiscard]] Sort sort_of(const Line& line) const {
    if (line.size > kLarge * body_ || (line.bold && !mostly_bold_)) return Sort::large;
    return line.size < kSmall * body_ ? Sort::small : Sort::body;
  }

  /// Is `next` the line after `line` of the same paragraph?
  [[nodiscard]] static bool goes_on(const Line& line, const Line& next) {
    if (bullet_length(next.text) > 0 || (number_length(next.text) > 0 && ends_sentence(line.text))) return false;
    if (std::abs(line.size - next.size) > 0.1 * line.size || line.bold != next.bold) return false;
    const bool below =
        next.page == line.page && next.top > line.middle() && std::abs(next.column_left - line.column_left) < line.size;
    const bool moved = next.page != line.page || next.bottom <= line.top;  // to the next column or page
    if (moved) return !ends_sentence(line.text) || starts_small(next.text);
    if (!below) return next.top > line.middle() && !ends_sentence(line.text) && starts_small(next.text);
    if (next.top - line.bottom > 0.75 * line.size) return false;
    const double size = line.size;
    const bool indented = next.left > line.left + kIndent * size && next.left > next.column_left + kIndent * size &&
                          item_mark_length(line.text) == 0;
    if (indented && ends_sentence(line.text)) return false;
    const bool short_line = line.right < line.column_right - 0.25 * (line.column_right - line.column_left);
    return !(short_line && ends_sentence(line.text)) || starts_small(next.text);
  }

  template <class Add>
  void aside(const Add& add) {
    close_small();
    if (!open_.empty() && (ends_sentence(open_) || sort_ == Sort::large)) close();
    add();
    if (open_.empty()) flush();
  }

  void close_small() {
    if (small_.empty()) return;
    const BlockKind kind = small_.size() < kCaptionBytes ? BlockKind::caption : BlockKind::paragraph;
    waiting_.push_back({kind, std::exchange(small_, {}), {}});
    if (open_.empty() || ends_sentence(open_) || sort_ == Sort::large) {
      close();
      flush();
    }
  }

  void flush() {
    for (Waiting& block : std::exchange(waiting_, {})) {
      if (block.kind == BlockKind::cell)
        out_.add_row(block.row);
      else
        out_.add(block.kind, block.words);
    }
  }

  void close() {
    if (open_.empty()) return;
    const std::string words = std::exchange(open_, {});
    const auto count = static_cast<std::uint32_t>(std::ranges::count(words, ' ') + 1);
    const bool large = sort_ == Sort::large, first = out_.empty(), open = !ends_sentence(words);
    const bool heading = count <= kHeadlineWords && ((large && (open || first)) || (first && open));
    if (const std::size_t mark = item_mark_length(words); mark > 0 && sort_ == Sort::body)
      out_.add(BlockKind::list_item, std::string_view(words).substr(mark));
    else if (is_caption_label(words))
      out_.add(BlockKind::caption, words);
    else if (heading)
      out_.add(BlockKind::headline, words);
    else
      out_.add_paragraph(words);
    flush();
  }

  double body_;
  bool mostly_bold_ = false;
  Hyphens hyphens_;
  BlockText out_;
  std::string open_, small_;  // the paragraph that is being read, and the note
  Line first_, last_, last_small_;
  Sort sort_ = Sort::body;
  std::vector<Waiting> waiting_;  // come after the paragraph that they interrupt
};

std::string without_digits(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isdigit(c) != 0; });
  return text;
}

}  // namespace

BlockText to_blocks(const std::vector<PagePiece>& pieces) {
  Paragraphs paragraphs(pieces);
  for (const PagePiece& piece : pieces) paragraphs.add(piece);
  return paragraphs.finish();
}

BlockText read_pages(const std::vector<Page>& pages) {
  std::vector<Line> lines;
  std::vector<double> heights;
  for (const Page& page : pages) {
    for (Line& line : lines_of(page, static_cast<std::uint32_t>(heights.size()))) lines.push_back(std::move(line));
    heights.push_back(page.height);
  }
  const std::vector<bool> furniture = find_furniture(lines, heights);
  std::vector<std::vector<Line>> by_page(pages.size());
  std::vector<std::string> recurring;
  std::set<std::string, std::less<>> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!furniture[i])
      by_page[lines[i].page].push_back(std::move(lines[i]));
    else if (seen.insert(without_digits(lines[i].text)).second)
      recurring.push_back(std::move(lines[i].text));
  }
  std::vector<PagePiece> pieces;
  for (std::vector<Line>& page : by_page)
    for (PagePiece& piece : in_reading_order(std::move(page))) pieces.push_back(std::move(piece));
  BlockText text = to_blocks(pieces);
  for (const std::string& words : recurring) text.add(BlockKind::boilerplate, words);
  return text;
}

}  // namespace attest
