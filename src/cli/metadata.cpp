#include "cli/metadata.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "cli/side_table.hpp"

namespace attest::cli {

namespace {

/// Fills one hint from a member's text; empty means unknown, members that are none of ours are passed over.
Result<void> set_hint(Hints& hints, std::string_view member, std::string value, const std::string& where) {
  if (value.empty()) return {};
  const auto sourced = [&] { return Sourced<std::string>{std::move(value), std::string(kFromMetadataFile), {}}; };
  if (member == "title") hints.title = sourced();
  if (member == "outlet") hints.outlet = sourced();
  if (member == "url") hints.url = sourced();
  if (member == "published") {
    const auto date = parse_iso_date(std::string_view(value).substr(0, 10));
    if (!date) return fail(ErrorCode::bad_json, "published is not a date like 2017-03-09: " + value, where);
    hints.published = Sourced<Date>{*date, std::string(kFromMetadataFile), {}};
  }
  return {};
}

Result<MetadataEntries> from_json(std::string_view bytes, const std::string& file) {
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(bytes);
  } catch (const nlohmann::json::parse_error& error) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, bytes.size()));
    return fail(ErrorCode::bad_json, "broken JSON",
                fmt::format("{}:{}", file, std::count(bytes.begin(), end, '\n') + 1));
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::bad_json, "JSON with a number that is out of range", file);
  }
  MetadataEntries entries;
  for (const auto& [name, entry] : json.items()) {
    const std::string where = fmt::format("{}: {}", file, name);
    if (!entry.is_object())
      return fail(ErrorCode::bad_json, "not an object with published, outlet, url or title", where);
    Hints& hints = entries[name];
    for (const auto& [member, value] : entry.items())
      if (value.is_string()) ATTEST_CHECK(set_hint(hints, member, value.get<std::string>(), where));
  }
  return entries;
}

Result<MetadataEntries> from_table(std::string_view bytes, const std::string& file) {
  ATTEST_TRY(const SideTable table, read_side_table(bytes, file));
  const auto id = std::ranges::find(table.columns, "id");
  if (id == table.columns.end())
    return fail(ErrorCode::bad_json, "neither a JSON object nor a table with a column \"id\"", file + ":1");
  const auto id_column = static_cast<std::size_t>(id - table.columns.begin());
  MetadataEntries entries;
  for (const SideTable::Row& row : table.rows) {
    const std::string where = fmt::format("{}:{}", file, row.line);
    Hints hints;
    for (std::size_t i = 0; i < row.values.size(); ++i)
      ATTEST_CHECK(set_hint(hints, table.columns[i], row.values[i], where));
    if (!entries.emplace(row.values[id_column], std::move(hints)).second)
      return fail(ErrorCode::bad_json, "a second row for " + row.values[id_column], where);
  }
  return entries;
}

}  // namespace

Result<MetadataEntries> load_metadata(const std::filesystem::path& file) {
  ATTEST_TRY(const std::string bytes, read_file(file));
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto bad = first_invalid_utf8(text))
    return fail(ErrorCode::bad_encoding, fmt::format("invalid UTF-8 at byte {}", *bad), file.string());
  const std::size_t visible = text.find_first_not_of(" \t\r\n");
  if (visible == std::string_view::npos) return fail(ErrorCode::empty, "empty", file.string());
  return text[visible] == '{' ? from_json(text, file.string()) : from_table(text, file.string());
}

const Hints* HintBook::find(std::string_view report) const {
  const auto look_up = [this](std::string_view name) -> const Hints* {
    const auto found = entries_.find(name);
    return found == entries_.end() ? nullptr : &found->second;
  };
  if (const Hints* hints = look_up(report)) return hints;
  report.remove_prefix(report.find_last_of('/') + 1);
  if (const Hints* hints = look_up(report)) return hints;
  return look_up(report.substr(0, report.find_last_of('.')));
}

Hints HintBook::of(std::string_view report) const {
  const Hints* entry = find(report);
  return entry != nullptr ? merged(*entry, for_all_) : for_all_;
}

}  // namespace attest::cli
