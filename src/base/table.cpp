#include "base/table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>

#include "base/utf8.hpp"

namespace attest {

tl::unexpected<Error> Table::complain(const TableRow& row, std::string message) const {
  return fail(ErrorCode::bad_resource, std::move(message), fmt::format("{}:{}", file, row.line));
}

std::vector<std::string> split_list(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(separator), cell.size());
    if (end > 0) parts.emplace_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

Result<Table> read_table(const std::filesystem::path& file, const std::vector<std::string>& columns) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::not_found, "cannot open this resource", file.string());
  Table table{.file = file.string(), .rows = {}};
  bool header = false;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    TableRow row{.cells = {}, .line = number};
    if (first_invalid_utf8(line)) return table.complain(row, "not UTF-8");
    row.cells.reserve(columns.size());
    for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
      end = line.find('\t', begin);
      row.cells.push_back(line.substr(begin, end - begin));
    }
    if (!header) {
      if (row.cells != columns)
        return table.complain(row, fmt::format("the header must be: {}", fmt::join(columns, ", ")));
      header = true;
      continue;
    }
    if (row.cells.size() != columns.size())
      return table.complain(row, fmt::format("{} cells, but {} columns", row.cells.size(), columns.size()));
    table.rows.push_back(std::move(row));
  }
  if (!header) return fail(ErrorCode::bad_resource, "no header line", file.string());
  return table;
}

}  // namespace attest
