// Rows of a table as spreadsheets write it: values between commas, semicolons or tabs, in quotes where they hold those
// or line ends (RFC 4180). Streamed; behind a row that is broken, the next line is a row again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "read/byte_stream.hpp"

namespace attest {

/// One thread at a time.
class TableRows {
 public:
  using Row = std::vector<std::string>;

  /// @param limit  the largest row, in bytes
  TableRows(ByteStream& bytes, std::size_t limit) : bytes_(bytes), limit_(limit) {}

  /// The next row that is not blank; the first one shows what separates values. Nothing at the end.
  /// @errors damaged (quotes), too_large; `where` is empty: line() says where the row began
  [[nodiscard]] std::optional<Result<Row>> next();
  /// Where the last row began, from 1.
  [[nodiscard]] std::size_t line() const { return line_; }

 private:
  enum class Quote { none, open, closed, stray };

  void read_line(std::string_view line);
  void end_value();
  /// Gives the lines behind the row's first one back, to be read as rows of their own.
  [[nodiscard]] tl::unexpected<Error> broken(std::string_view raw, ErrorCode code, std::string why);

  ByteStream& bytes_;
  std::size_t limit_;
  char separator_ = '\0';
  std::size_t line_ = 0, next_line_ = 1, given_back_ = 0;
  Row row_;  // the row as far as it is read, its last value, and how that stands
  std::string value_;
  Quote quote_ = Quote::none;
};

}  // namespace attest
