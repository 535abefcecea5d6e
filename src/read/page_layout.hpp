// From words with boxes to lines in the order in which people read them: columns, and tables row by row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/page_words.hpp"

namespace attest {

/// Words side by side: a line of a column, or a cell of a table.
struct Line {
  std::string text;
  std::uint32_t page = 0;
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  // of its largest words' font
  bool bold = false;
  std::uint32_t words = 0;
  double column_left = 0, column_right = 0;  // of the column it stands in

  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

/// A line of text, or a table.
struct PagePiece {
  Line line;                                   // of a table: its first cell
  std::vector<std::vector<std::string>> rows;  // of a table: its cells, all rows equally long; else empty
};

/// The words of a page joined to lines; words that stand apart by more than a space are lines of their own. In no order.
[[nodiscard]] std::vector<Line> lines_of(const Page& page, std::uint32_t number);

/// Lines of one page in reading order.
[[nodiscard]] std::vector<PagePiece> in_reading_order(std::vector<Line> lines);

/// The rows of a table whose cells are `lines`, top down; @param gutters  where columns are divided, from left to right
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const std::vector<Line>& lines,
                                                            const std::vector<double>& gutters);

/// The lines that recur at the same place of several pages, and page numbers: headers and footers. One flag a line.
/// @param lines  of page after page
/// @param heights  of the pages
[[nodiscard]] std::vector<bool> find_furniture(const std::vector<Line>& lines, const std::vector<double>& heights);

}  // namespace attest
