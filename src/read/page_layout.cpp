#include "read/page_layout.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace attest {

namespace {

constexpr double kGutter = 0.9;           // of the font size: the narrowest space between columns
constexpr double kWideGutter = 1.5;       // two rows are enough to see one this wide
constexpr double kColumnWords = 3;        // a column of text has at least so many words a line, on the average
constexpr double kNarrowestColumn = 0.3;  // of the other column's width
constexpr std::size_t kNeighbours = 64;   // lines beside a line that are looked at
constexpr int kDeepest = 40;              // regions inside regions
constexpr std::size_t kMostLines = 5000;  // of a page that is looked at for columns; printed ones have hundreds

using Lines = std::vector<Line>;

struct Gutter {
  double at = 0;
  std::size_t rows = 0;  // that have words on both sides
};

bool side_by_side(const Line& a, const Line& b) {
  const double common = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return common > 0.3 * std::min(a.bottom - a.top, b.bottom - b.top);
}

/// The vertical line that lies in the most gaps between neighbours. `lines` are sorted by their middle.
std::optional<Gutter> find_gutter(const Lines& lines) {
  struct Edge {
    double x;
    int step;
  };
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line* next = nullptr;
    const auto look = [&](const Line& other) {
      if (other.left > lines[i].right && side_by_side(lines[i], other) && (next == nullptr || other.left < next->left))
        next = &other;
    };
    for (std::size_t j = i > kNeighbours ? i - kNeighbours : 0; j < std::min(lines.size(), i + kNeighbours); ++j)
      look(lines[j]);
    if (next == nullptr || next->left - lines[i].right < kGutter * std::min(lines[i].size, next->size)) continue;
    edges.push_back({lines[i].right, 1});
    edges.push_back({next->left, -1});
  }
  std::ranges::sort(edges,
                    [](const Edge& a, const Edge& b) { return std::pair(a.x, a.step) < std::pair(b.x, b.step); });
  Gutter best;
  double width = 0;
  int open = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    open += edges[i].step;
    const double here = edges[i + 1].x - edges[i].x;
    const auto rows = static_cast<std::size_t>(std::max(open, 0));
    if (rows < best.rows || (rows == best.rows && here <= width)) continue;
    best = {(edges[i].x + edges[i + 1].x) / 2, rows};
    width = here;
  }
  const double size = lines.empty() ? 0 : lines[lines.size() / 2].size;
  if (best.rows < 2 || (best.rows == 2 && width < kWideGutter * size)) return std::nullopt;
  return best;
}

void bound(Lines& lines) {
  double left = 1e9, right = -1e9;
  for (const Line& line : lines) {
    left = std::min(left, line.left);
    right = std::max(right, line.right);
  }
  for (Line& line : lines) {
    line.column_left = left;
    line.column_right = right;
  }
}

/// Lines of a region without columns; pieces of one line that a wide space had torn apart are joined.
void append_lines(Lines lines, std::vector<PagePiece>& out) {
  bound(lines);
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t last = i + 1;
    while (last < lines.size() && side_by_side(lines[i], lines[last])) ++last;
    Lines row(lines.begin() + static_cast<long>(i), lines.begin() + static_cast<long>(last));
    std::ranges::stable_sort(row, {}, &Line::left);
    for (Line& part : row) {
      Line* before = &part == row.data() ? nullptr : &out.back().line;
      if (before != nullptr && part.left - before->right < 2.5 * part.size && part.left >= before->right) {
        before->text += ' ' + part.text;
        before->right = part.right;
        before->words += part.words;
        before->bold = before->bold && part.bold;
      } else {
        out.push_back({std::move(part), {}});
      }
    }
    i = last;
  }
}

double words_a_line(const Lines& lines) {
  double words = 0;
  for (const Line& line : lines) words += line.words;
  return lines.empty() ? 0 : words / static_cast<double>(lines.size());
}

double width_of(const Lines& lines) {
  double left = 1e9, right = -1e9;
  for (const Line& line : lines) {
    left = std::min(left, line.left);
    right = std::max(right, line.right);
  }
  return right - left;
}

/// Two columns of running text rather than the columns of a table.
bool are_columns(const Lines& left, const Lines& right) {
  const double a = width_of(left), b = width_of(right);
  return words_a_line(left) >= kColumnWords && words_a_line(right) >= kColumnWords &&
         std::min(a, b) >= kNarrowestColumn * std::max(a, b);
}

/// All gutters of a table, from left to right.
void find_gutters(const Lines& lines, int depth, std::vector<double>& out) {
  const auto gutter = depth < kDeepest ? find_gutter(lines) : std::nullopt;
  if (!gutter) return;
  Lines left, right;
  for (const Line& line : lines) {
    if (line.right < gutter->at) left.push_back(line);
    if (line.left > gutter->at) right.push_back(line);
  }
  find_gutters(left, depth + 1, out);
  out.push_back(gutter->at);
  find_gutters(right, depth + 1, out);
}

void append_table(Lines lines, std::vector<PagePiece>& out) {
  std::vector<double> gutters;
  find_gutters(lines, 0, gutters);
  // A title above and a note below are no rows.
  const auto has_company = [&](const Line& line) {
    return std::ranges::any_of(lines, [&](const Line& other) { return &other != &line && side_by_side(line, other); });
  };
  const auto first = std::ranges::find_if(lines, has_company);
  auto last = lines.end();
  while (last != first && !has_company(*(last - 1)) && (last - 1)->left <= lines.front().column_left) --last;
  append_lines(Lines(lines.begin(), first), out);
  Lines body(first, last);
  if (!body.empty()) {
    bound(body);
    Line start = body.front();
    out.push_back({std::move(start), rows_of(body, gutters)});
  }
  append_lines(Lines(last, lines.end()), out);
}

void append_region(Lines lines, int depth, std::vector<PagePiece>& out);

/// A stripe of the page in which no line crosses the gutter.
void append_band(Lines lines, double gutter, int depth, std::vector<PagePiece>& out) {
  Lines left, right;
  for (const Line& line : lines) (line.left < gutter ? left : right).push_back(line);
  std::size_t rows = 0;  // with words on both sides
  const Line* last = nullptr;
  for (const Line& line : left) {
    if (last != nullptr && side_by_side(*last, line)) continue;
    if (std::ranges::none_of(right, [&](const Line& other) { return side_by_side(line, other); })) continue;
    last = &line;
    ++rows;
  }
  if (rows == 0) return append_region(std::move(lines), depth + 1, out);
  if (are_columns(left, right)) {
    append_region(std::move(left), depth + 1, out);
    append_region(std::move(right), depth + 1, out);
  } else if (rows >= 2) {
    append_table(std::move(lines), out);
  } else {
    append_lines(std::move(lines), out);
  }
}

void append_region(Lines lines, int depth, std::vector<PagePiece>& out) {
  if (lines.empty()) return;
  const auto gutter = depth < kDeepest ? find_gutter(lines) : std::nullopt;
  if (!gutter) return append_lines(std::move(lines), out);
  const auto crosses = [&](const Line& line) { return line.left < gutter->at && line.right > gutter->at; };
  for (std::size_t i = 0; i < lines.size();) {
    const bool spanning = crosses(lines[i]);
    std::size_t last = i;
    while (last < lines.size() && crosses(lines[last]) == spanning) ++last;
    Lines part(lines.begin() + static_cast<long>(i), lines.begin() + static_cast<long>(last));
    if (spanning)
      append_region(std::move(part), depth + 1, out);
    else
      append_band(std::move(part), gutter->at, depth, out);
    i = last;
  }
}

}  // namespace

std::vector<PagePiece> in_reading_order(std::vector<Line> lines) {
  std::ranges::stable_sort(lines, [](const Line& a, const Line& b) {
    return std::pair(a.middle(), a.left) < std::pair(b.middle(), b.left);
  });
  bound(lines);
  std::vector<PagePiece> out;
  const auto depth = lines.size() <= kMostLines ? 0 : kDeepest;
  append_region(std::move(lines), depth, out);
  return out;
}

}  // namespace attest
