// Reviewed knowledge is kept as tab-separated text: comments, a header line, one fact a row.
// A row that breaks the form is an error naming file, line and reason.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"

namespace attest {

struct TableRow {
  std::vector<std::string> cells;  // one per header column, same order
  std::size_t line = 0;            // 1-based
};

struct Table {
  std::string file;  // as given, for messages
  std::vector<TableRow> rows;

  /// bad_resource with "file:line".
  [[nodiscard]] tl::unexpected<Error> complain(const TableRow& row, std::string message) const;
};

/// Reads a table whose header must be exactly `columns`. Lines starting with '#' and blank lines are passed over.
/// @errors not_found, unreadable, bad_resource (wrong header, wrong number of cells, not UTF-8)
[[nodiscard]] Result<Table> read_table(const std::filesystem::path& file, const std::vector<std::string>& columns);

/// The parts of a list cell: "a|b" is a, b; an empty cell is no part.
[[nodiscard]] std::vector<std::string> split_list(std::string_view cell, char separator = '|');

}  // namespace attest
