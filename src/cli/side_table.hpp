// Tables that people make in spreadsheets: separated by tabs as they are, or by commas with RFC 4180 quotes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"

namespace attest::cli {

struct SideTable {
  struct Row {
    std::size_t line = 0;             // where it begins, from 1
    std::vector<std::string> values;  // one per column, same order
  };
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

/// Reads a table whose first line names the columns; a tab in that line makes tabs the separator. Blank lines are
/// passed over.
/// @errors bad_json with "file:line" for a row of another length or a quote that is not closed
[[nodiscard]] Result<SideTable> read_side_table(std::string_view text, const std::string& file);

}  // namespace attest::cli
