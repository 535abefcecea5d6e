#include "cli/side_table.hpp"

#include <fmt/format.h>

#include <utility>

namespace attest::cli {

namespace {

/// Takes rows off the front of a text.
class RowReader {
 public:
  RowReader(std::string_view text, char separator) : rest_(text), separator_(separator) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool quote_open() const { return quote_open_; }

  SideTable::Row next() {
    SideTable::Row row{line_, {}};
    std::string value;
    bool row_ended = false;
    while (!row_ended && !rest_.empty()) {
      const char c = take();
      if (c == '"' && separator_ == ',' && value.empty()) {
        value = take_quoted();
      } else if (c == separator_) {
        row.values.push_back(std::exchange(value, {}));
      } else if (c == '\n') {
        row_ended = true;
      } else if (c != '\r' || !rest_.starts_with('\n')) {
        value += c;
      }
    }
    row.values.push_back(std::move(value));
    return row;
  }

 private:
  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '\n') ++line_;
    return c;
  }

  /// What stands between quotes, a doubled one being a quote.
  std::string take_quoted() {
    std::string value;
    while (!rest_.empty()) {
      const char c = take();
      if (c != '"') {
        value += c;
      } else if (rest_.starts_with('"')) {
        value += take();
      } else {
        return value;
      }
    }
    quote_open_ = true;
    return value;
  }

  std::string_view rest_;
  char separator_;
  std::size_t line_ = 1;
  bool quote_open_ = false;
};

}  // namespace

Result<SideTable> read_side_table(std::string_view text, const std::string& file) {
  const std::string_view header = text.substr(0, text.find('\n'));
  RowReader reader(text, header.find('\t') != std::string_view::npos ? '\t' : ',');
  SideTable table;
  while (!reader.at_end()) {
    SideTable::Row row = reader.next();
    const std::string where = fmt::format("{}:{}", file, row.line);
    if (reader.quote_open()) return fail(ErrorCode::bad_json, "a quote is opened and never closed", where);
    if (row.values.size() == 1 && row.values.front().empty()) continue;
    if (table.columns.empty()) {
      table.columns = std::move(row.values);
      continue;
    }
    if (row.values.size() != table.columns.size())
      return fail(ErrorCode::bad_json,
                  fmt::format("{} values, but {} columns", row.values.size(), table.columns.size()), where);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace attest::cli
