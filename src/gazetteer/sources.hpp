// Reads the tables that places come in: GeoNames dumps and alternate names, Who's On First, OCHA p-codes, and this
// project's own. A broken line names file, line and reason, and is passed over or ends the reading, as asked.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "attest/error.hpp"
#include "gazetteer/builder.hpp"

namespace attest {

struct SourceReading {
  bool strict = false;                               // a broken line is an error
  std::function<void(const Error&)> on_broken_line;  // else it is told here
  std::function<void(std::size_t)> on_progress;      // bytes read so far
};

struct SourceCounts {
  std::size_t places = 0, names = 0;  // names: of places that came from elsewhere
  std::size_t passed_over = 0;        // entries of no use: links, features under the sea
  std::size_t broken = 0;
};

/// Adds what a table holds; which sort of table it is, its first line tells.
/// @errors not_found, unreadable; bad_resource: a table of another sort, or with `strict` the first broken line
[[nodiscard]] Result<SourceCounts> read_places(const std::filesystem::path& file, GazetteerBuilder& builder,
                                               const SourceReading& reading = {});

}  // namespace attest
