#include <algorithm>

#include "read/page_layout.hpp"

namespace attest {

namespace {

struct Row {
  std::vector<std::string> cells;
  double top = 0, bottom = 0;
  double gap = 0;  // to the row above
};

std::size_t filled(const Row& row) {
  return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](const auto& cell) { return !cell.empty(); }));
}

void append_words(std::string& cell, const std::string& words) {
  if (!cell.empty()) cell += ' ';
  cell += words;
}

/// Rows as they stand on the page: a cell of three lines makes three.
std::vector<Row> printed_rows(const std::vector<Line>& lines, const std::vector<double>& gutters) {
  std::vector<Row> rows;
  for (const Line& line : lines) {
    const bool same = !rows.empty() && line.middle() < rows.back().bottom && line.middle() > rows.back().top;
    if (!same) {
      const double gap = rows.empty() ? 0 : line.top - rows.back().bottom;
      rows.push_back({std::vector<std::string>(gutters.size() + 1), line.top, line.bottom, gap});
    }
    const auto column = std::ranges::upper_bound(gutters, (line.left + line.right) / 2) - gutters.begin();
    append_words(rows.back().cells[static_cast<std::size_t>(column)], line.text);
    rows.back().bottom = std::max(rows.back().bottom, line.bottom);
  }
  return rows;
}

}  // namespace

std::vector<std::vector<std::string>> rows_of(const std::vector<Line>& lines, const std::vector<double>& gutters) {
  const std::vector<Row> printed = printed_rows(lines, gutters);
  // Between rows lies more space than between the lines of a cell, if the table shows the difference at all.
  std::vector<double> gaps;
  for (std::size_t i = 1; i < printed.size(); ++i) gaps.push_back(printed[i].gap);
  std::ranges::sort(gaps);
  const double least = gaps.empty() ? 0 : gaps.front(), most = gaps.empty() ? 0 : gaps[gaps.size() * 9 / 10];
  const double height = printed.empty() ? 0 : printed.front().bottom - printed.front().top;
  const bool shows = most - least > 0.25 * height;
  std::vector<std::vector<std::string>> rows;
  std::size_t cells_above = 0;
  for (const Row& row : printed) {
    const bool close = row.gap < (least + most) / 2;
    const bool goes_on = shows ? close : row.cells.front().empty() && filled(row) < cells_above;
    if (rows.empty() || !goes_on) {
      rows.push_back(row.cells);
      cells_above = filled(row);
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (!row.cells[i].empty()) append_words(rows.back()[i], row.cells[i]);
  }
  return rows;
}

}  // namespace attest
