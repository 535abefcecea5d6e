#include "read/blocks.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "read/item_marks.hpp"

namespace attest {

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// What an editor calls out in capitals before a colon.
constexpr auto kCalls = std::to_array<std::string_view>(
    {"watch",      "read",     "read more",     "also read",     "note",       "update",   "updated",
     "warning",    "breaking", "breaking news", "exclusive",     "photos",     "video",    "analysis",
     "opinion",    "factbox",  "timeline",      "correction",    "explainer",  "source",   "sources",
     "background", "summary",  "highlights",    "editor's note", "fact check", "question", "answer"});

/// Whole lines that belong to the page, not to the report.
constexpr auto kFurniture = std::to_array<std::string_view>({"share this article",
                                                             "you are here",
                                                             "select page",
                                                             "source: read full article",
                                                             "read full article",
                                                             "advertisement",
                                                             "sign up for our newsletter",
                                                             "read more",
                                                             "share",
                                                             "print",
                                                             "email",
                                                             "comments",
                                                             "home",
                                                             "menu",
                                                             "search",
                                                             "subscribe",
                                                             "most read",
                                                             "back to top",
                                                             "tweet",
                                                             "follow us",
                                                             "skip to main content",
                                                             "share on facebook",
                                                             "share on twitter",
                                                             "cookie policy",
                                                             "all rights reserved",
                                                             "leave a comment",
                                                             "recommended",
                                                             "loading..."});

constexpr auto kFurnitureStarts =
    std::to_array<std::string_view>({"share this", "sign up", "subscribe to", "copyright ", "© ", "we use cookies",
                                     "click here", "follow us on", "source: read", "read more:", "for more information",
                                     "download the", "posted in:", "tags:", "filed under", "coordinates:"});

constexpr auto kTeaserHeads =
    std::to_array<std::string_view>({"related articles", "related stories", "related news", "more on this story",
                                     "see also", "related", "you may also like", "read also", "more from"});

constexpr auto kCredits =
    std::to_array<std::string_view>({" photo)", "(credit:", "photo:", "(photo", "/getty", "/reuters)", "/afp)", "/ap)",
                                     "[reuters]", "[afp]", "(file photo)", "image:", "picture:", "file photo"});

bool one_of(std::string_view text, const auto& list) { return std::ranges::find(list, text) != list.end(); }

bool starts_with_any(std::string_view text, const auto& list) {
  return std::ranges::any_of(list, [&](std::string_view start) { return text.starts_with(start); });
}

bool ends_sentence(std::string_view line) {
  for (std::string_view quote : {"\"", "'", "”", "’", ")", "]"})
    while (line.ends_with(quote)) line.remove_suffix(quote.size());
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("…") || line.ends_with(';') || line.ends_with(',');
}

std::size_t word_count(std::string_view line) {
  std::size_t words = 0;
  bool inside = false;
  for (char c : line) {
    const bool space = c == ' ' || c == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

struct Line {
  Span span;  // trimmed
  bool indented = false;
};

/// Trimmed lines; an empty span is a blank line.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t first = at, last = end;
    const auto space = [&](std::size_t i) {
      return text[i] == ' ' || text[i] == '\t' || text[i] == '\f' || text[i] == '\v';
    };
    while (first < last && space(first)) ++first;
    while (last > first && space(last - 1)) --last;
    lines.push_back({{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}, first > at});
    at = end + 1;
  }
  return lines;
}

/// Hard-wrapped text: most lines that are followed by another line are of nearly the same, moderate length.
bool is_wrapped(const std::vector<Line>& lines) {
  std::size_t followed = 0, full = 0, longest = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    longest = std::max<std::size_t>(longest, lines[i].span.size());
    if (lines[i].span.empty() || lines[i + 1].span.empty()) continue;
    ++followed;
    if (lines[i].span.size() >= 55) ++full;
  }
  return longest <= 100 && followed >= 4 && full * 3 >= followed * 2;
}

/// A bullet, or a number before what is a sentence or a part of one: "2. Response of the authorities" is a heading.
bool is_item(std::string_view line) {
  if (bullet_length(line) > 0) return true;
  return number_length(line) > 0 && (ends_sentence(line) || line.ends_with(';') || line.ends_with(',') ||
                                     line.ends_with("; and") || line.ends_with(", and") || line.ends_with("; or"));
}

BlockKind kind_of_line(std::string_view line, bool first_content) {
  const std::string small = lower(line);
  if (one_of(small, kFurniture) || starts_with_any(small, kFurnitureStarts)) return BlockKind::boilerplate;
  if (small.starts_with("by ") && word_count(line) <= 14 && !ends_sentence(line)) return BlockKind::byline;
  if ((small.starts_with("published") || small.starts_with("last updated") || small.starts_with("updated")) &&
      word_count(line) <= 10)
    return BlockKind::byline;
  if (word_count(line) <= 60 &&
      std::ranges::any_of(kCredits, [&](std::string_view credit) { return small.find(credit) != std::string::npos; }))
    return BlockKind::caption;
  if (is_item(line)) return BlockKind::list_item;
  if (first_content) return BlockKind::headline;
  if (ends_sentence(line)) return BlockKind::paragraph;
  return word_count(line) <= 9 ? BlockKind::headline : BlockKind::caption;
}

/// "RIYADH: ", "ADEN/SANAA: ": capitals before a colon that are no heading of the page's own.
std::uint32_t colon_dateline_length(std::string_view head) {
  constexpr std::size_t kLongest = 32;
  const std::size_t at = head.find(": ");
  if (at == std::string_view::npos || at < 3 || at > kLongest) return 0;
  const std::string_view place = head.substr(0, at);
  const auto of_name = [](char c) { return (c >= 'A' && c <= 'Z') || c == ' ' || c == '/' || c == '-' || c == '\''; };
  if (!std::ranges::all_of(place, of_name) || word_count(place) > 3 || one_of(lower(place), kCalls)) return 0;
  return static_cast<std::uint32_t>(at + 2);
}

/// "Manila, Nov 4 (AGENCY) ": a place, a day and an agency, and no dash.
std::uint32_t agency_dateline_length(std::string_view head) {
  static constexpr auto months = std::to_array<std::string_view>(
      {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
  const std::size_t comma = head.find(", "), open = head.find(" ("), close = head.find(") ");
  if (comma == std::string_view::npos || open == std::string_view::npos || close == std::string_view::npos) return 0;
  if (comma > open || open > close || word_count(head.substr(0, open)) > 6 || close - open > 16) return 0;
  const std::string day = lower(head.substr(comma + 2, open - comma - 2));
  const bool dated = std::ranges::any_of(months, [&](std::string_view month) { return day.starts_with(month); });
  const bool capital = std::isupper(static_cast<unsigned char>(head[0])) != 0 &&
                       std::isupper(static_cast<unsigned char>(head[open + 2])) != 0;
  return dated && capital ? static_cast<std::uint32_t>(close + 2) : 0;
}

/// Length of a dateline at the start of a paragraph: "MOSUL — ", "KHARTOUM, Jan 5 (Agency) - ".
std::uint32_t dateline_length(std::string_view text) {
  const std::string_view head = text.substr(0, 80);
  for (std::string_view dash : {" — ", " – ", " - ", "— ", "– ", " -- "}) {
    const std::size_t at = head.find(dash);
    if (at == std::string_view::npos || at < 3) continue;
    const std::string_view before = head.substr(0, at);
    const std::string_view place = before.substr(0, std::min(before.find_first_of(",(/"), before.size()));
    const bool capitals = std::ranges::none_of(place, [](char c) { return c >= 'a' && c <= 'z'; });
    const bool bracketed = before.starts_with('(') && before.ends_with(')') && before.size() < 48;  // "(Nairobi) – "
    const bool credit = before.ends_with(')');
    const bool plain =
        before.find_first_of(".;:\"") == std::string_view::npos || before.find("U.S.") != std::string_view::npos;
    const bool dated =
        credit && before.size() < 24 && before.find_first_of(";:\"") == std::string_view::npos;  // "Aug. 3 (UPI) -- "
    const char first = bracketed ? before[1] : before[0];
    if ((plain || dated) && (capitals || credit) && std::isupper(static_cast<unsigned char>(first)) != 0)
      return static_cast<std::uint32_t>(at + dash.size());
  }
  const std::uint32_t length = agency_dateline_length(head);
  return length > 0 ? length : colon_dateline_length(head);
}

}  // namespace

void push_paragraph(std::string_view text, Span span, std::vector<Block>& blocks) {
  if (const std::uint32_t length = dateline_length(slice(text, span)); length > 0 && length < span.size()) {
    std::uint32_t end = span.begin + length;
    while (end > span.begin && text[end - 1] == ' ') --end;
    blocks.push_back({BlockKind::dateline, {span.begin, end}});
    span.begin += length;
    while (text[span.begin] == ' ') ++span.begin;
  }
  blocks.push_back({BlockKind::paragraph, span});
}

void append_paragraph(std::string_view text, Span span, std::vector<Block>& blocks) {
  const BlockKind kind = kind_of_line(slice(text, span), false);
  if (kind == BlockKind::byline || kind == BlockKind::boilerplate)
    blocks.push_back({kind, span});
  else
    push_paragraph(text, span, blocks);
}

std::vector<Block> find_blocks(std::string_view text) {
  std::vector<Block> blocks;
  const std::vector<Line> lines = lines_of(text);
  const bool wrapped = is_wrapped(lines);
  bool first_content = true, teasers = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Span span = lines[i].span;
    if (span.empty()) continue;
    BlockKind kind = kind_of_line(slice(text, span), first_content);
    if (first_content && kind == BlockKind::headline && ends_sentence(slice(text, span)) &&
        word_count(slice(text, span)) > 9)
      kind = BlockKind::paragraph;
    if (wrapped && kind != BlockKind::boilerplate && kind != BlockKind::byline) {
      const bool bullet = kind == BlockKind::list_item;
      while (i + 1 < lines.size() && !lines[i + 1].span.empty() && !is_item(slice(text, lines[i + 1].span)) &&
             (lines[i].span.size() >= 55 || (bullet && lines[i + 1].indented)))
        span.end = lines[++i].span.end;
      if (span.end != lines[i].span.end || span.size() > 100) kind = bullet ? kind : BlockKind::paragraph;
    }
    const std::string small = lower(slice(text, span));
    if (one_of(small, kTeaserHeads)) {
      teasers = true;
      blocks.push_back({BlockKind::boilerplate, span});
      continue;
    }
    if (kind == BlockKind::boilerplate) {
      blocks.push_back({kind, span});
      continue;
    }
    if (kind != BlockKind::byline) first_content = false;
    if (teasers && kind != BlockKind::byline) {
      const std::uint32_t length = dateline_length(slice(text, span));
      if (length > 0 && length < span.size()) {
        blocks.push_back({BlockKind::dateline, {span.begin, span.begin + length - 1}});
        span.begin += length;
      }
      blocks.push_back({BlockKind::teaser, span});
    } else if (kind == BlockKind::list_item) {
      span.begin += static_cast<std::uint32_t>(item_mark_length(slice(text, span)));
      blocks.push_back({kind, span});
    } else if (kind == BlockKind::paragraph) {
      push_paragraph(text, span, blocks);
    } else {
      blocks.push_back({kind, span});
    }
  }
  return blocks;
}

std::vector<Block> blocks_of_lines(std::string_view text) {
  std::vector<Block> blocks;
  for (std::size_t first = 0; first < text.size();) {
    const std::size_t end = std::min(text.find('\n', first), text.size());
    std::size_t begin = first, last = end;
    while (begin < last && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    while (last > begin && (text[last - 1] == ' ' || text[last - 1] == '\t' || text[last - 1] == '\r')) --last;
    if (begin < last)
      blocks.push_back({BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)}});
    first = end + 1;
  }
  return blocks;
}

}  // namespace attest
