#include "gazetteer/sources.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "gazetteer/rows.hpp"

namespace attest {

namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20U;
constexpr std::string_view kHeaderOfOwn = "name\tcountry\tkind\t";

std::string_view without_return(std::string_view line) {
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

}  // namespace

Result<SourceCounts> read_places(const std::filesystem::path& file, GazetteerBuilder& builder,
                                 const SourceReading& reading) {
  ATTEST_TRY(Descriptor descriptor, open_to_read(file));
  LineReader lines(std::move(descriptor), file.string(), kLongestLine);
  SourceCounts counts;
  RowReader read_row;
  std::size_t bytes = 0;
  const auto settle = [&](Error error, std::size_t number) -> Result<void> {
    error.where = fmt::format("{}:{}", file.string(), number);
    if (reading.strict || error.code == ErrorCode::unreadable) return tl::unexpected<Error>(std::move(error));
    ++counts.broken;
    if (reading.on_broken_line) reading.on_broken_line(error);
    return {};
  };
  while (auto line = lines.next()) {
    if (!line->text) {
      ATTEST_CHECK(settle(line->text.error(), line->number));
      continue;
    }
    const std::string_view text = without_return(*line->text);
    bytes += text.size() + 1;
    if (reading.on_progress && line->number % 65536 == 0) reading.on_progress(bytes);
    if (!read_row) {
      if (text.empty()) continue;
      bool is_header = false;
      read_row = reader_for(text, is_header);
      if (!read_row)
        return fail(ErrorCode::bad_resource,
                    "not a table of places: neither GeoNames, Who's On First, OCHA p-codes nor one like gazetteer.tsv",
                    fmt::format("{}:{}", file.string(), line->number));
      if (is_header) continue;
    }
    if (text.empty() || text.starts_with(kHeaderOfOwn)) continue;
    const bool good = !first_invalid_utf8(text);
    const Result<void> read =
        good ? read_row(text, builder, counts) : Result<void>(fail(ErrorCode::bad_resource, "not UTF-8"));
    if (!read) ATTEST_CHECK(settle(read.error(), line->number));
  }
  if (!read_row) return fail(ErrorCode::empty, "nothing in it", file.string());
  return counts;
}

}  // namespace attest
