#include "read/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace attest {

namespace {

// A table full of broken quotes must not be read again for each of them.
constexpr std::size_t kMaxGivenBack = std::size_t{256} << 20U;

/// Which of them the head of a table has most of; a tab decides at once.
char separator_of(std::string_view head) {
  if (head.find('\t') != std::string_view::npos) return '\t';
  return std::ranges::count(head, ';') > std::ranges::count(head, ',') ? ';' : ',';
}

/// Between tabs, values stand as they are; some programs quote them nevertheless.
void unquote(std::string& value) {
  if (value.size() < 2 || !value.starts_with('"') || !value.ends_with('"')) return;
  std::string plain;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (value[i] == '"' && (i + 2 >= value.size() || value[++i] != '"')) return;
    plain += value[i];
  }
  value = std::move(plain);
}

}  // namespace

void TableRows::end_value() {
  if (separator_ == '\t') unquote(value_);
  row_.push_back(std::exchange(value_, {}));
  quote_ = Quote::none;
}

void TableRows::read_line(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote_ == Quote::open) {
      if (c != '"') {
        value_ += c;
      } else if (line.substr(i + 1).starts_with('"')) {
        value_ += line[++i];
      } else {
        quote_ = Quote::closed;
      }
    } else if (c == separator_) {
      end_value();
    } else if (c == '\r' && i + 1 == line.size()) {
      break;
    } else if (quote_ == Quote::closed) {
      if (c == ' ') continue;
      quote_ = Quote::stray;
      return;
    } else if (c == '"' && value_.empty() && separator_ != '\t') {
      quote_ = Quote::open;
    } else {
      value_ += c;
    }
  }
  if (quote_ == Quote::open)
    value_ += '\n';
  else
    end_value();
}

tl::unexpected<Error> TableRows::broken(std::string_view raw, ErrorCode code, std::string why) {
  const std::size_t first = std::min(raw.find('\n'), raw.size() - 1) + 1;
  const std::string_view rest = raw.substr(first);
  given_back_ += rest.size();
  if (given_back_ <= kMaxGivenBack) {
    bytes_.put_back(rest);
    next_line_ = line_ + 1;
  }
  return fail(code, std::move(why));
}

std::optional<Result<TableRows::Row>> TableRows::next() {
  std::string raw, line;
  row_.clear();
  value_.clear();
  quote_ = Quote::none;
  line_ = next_line_;
  while (true) {
    const auto kind = bytes_.next_line(line, limit_);
    if (kind == ByteStream::Line::none || (bytes_.failure() && kind != ByteStream::Line::complete)) break;
    ++next_line_;
    if (kind == ByteStream::Line::too_long && raw.empty()) return fail(ErrorCode::too_large, larger_than(limit_));
    if (raw.empty() && line.find_first_not_of(" \t\r") == std::string::npos) {
      line_ = next_line_;
      continue;
    }
    if (separator_ == '\0') separator_ = separator_of(line);
    raw += line;
    if (kind == ByteStream::Line::complete) raw += '\n';
    if (raw.size() > limit_)
      return broken(raw, ErrorCode::too_large,
                    fmt::format("a quote is opened, and what follows is {}", larger_than(limit_)));
    read_line(line);
    if (quote_ == Quote::stray) return broken(raw, ErrorCode::damaged, "damaged: words after a closing quote");
    if (quote_ != Quote::open) return std::move(row_);
  }
  if (quote_ != Quote::open) return std::nullopt;
  return broken(raw, ErrorCode::damaged, "damaged: a quote is opened and never closed");
}

}  // namespace attest
