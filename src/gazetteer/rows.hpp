// One reader a sort of table: a line's cells in, a place or a name out. sources.cpp chooses among them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/builder.hpp"
#include "gazetteer/sources.hpp"

namespace attest {

/// What became of a line: nothing to say, or why it is broken.
using RowReader = std::function<Result<void>(std::string_view line, GazetteerBuilder& builder, SourceCounts& counts)>;

/// The reader for a table that begins with this line; empty when nobody knows such a table.
/// `consumed` tells whether the line was a header.
[[nodiscard]] RowReader reader_for(std::string_view first_line, bool& is_header);

/// The cells of a line between separators, in views of the line.
[[nodiscard]] std::vector<std::string_view> cells_of(std::string_view line, char separator = '\t');

}  // namespace attest
