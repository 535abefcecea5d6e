#include "read/report_stream.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace attest {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kPeek = std::size_t{64} << 10U;

/// Reads until there are enough bytes to show what the input is.
Result<std::string> peek(const Descriptor& file, const std::string& where) {
  std::string ahead;
  while (ahead.size() < kSniffBytes ||
         (ahead.size() < kPeek && ahead.find_first_not_of(kBlanks) == std::string::npos)) {
    char chunk[kSniffBytes];
    const ssize_t count = ::read(file.number(), chunk, sizeof chunk);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return fail(ErrorCode::unreadable,
                  errno == EISDIR ? "is a folder, not a file"
                                  : fmt::format("cannot be read: {}", std::generic_category().message(errno)),
                  where);
    if (count == 0) break;
    ahead.append(chunk, static_cast<std::size_t>(count));
  }
  return ahead;
}

}  // namespace

std::optional<Result<Report>> ReportStream::next() {
  while (true) {
    if (lines_) {
      if (auto report = next_line()) return report;
      lines_.reset();
      if (!any_line_) return fail(ErrorCode::empty, "holds no reports", lines_where_);
    }
    if (next_input_ == inputs_.size()) return std::nullopt;
    const Result<Input> input = std::move(inputs_[next_input_++]);
    if (!input) return tl::unexpected<Error>(input.error());
    auto report = open(*input);
    if (!report) return tl::unexpected<Error>(std::move(report).error());
    if (*report) return std::move(**report);
  }
}

Result<std::optional<Report>> ReportStream::open(const Input& input) {
  const bool piped = input.path == "-";
  const std::string where = piped ? "standard input" : input.path;
  ATTEST_TRY(Descriptor file, open_to_read(input.path));
  ATTEST_TRY(std::string ahead, peek(file, where));
  const Format format = sniff(input.name, ahead);
  if (format == Format::json_lines) {
    start_lines(std::move(file), input, where, std::move(ahead));
    return std::nullopt;
  }
  Report report{input.name, where, {}, {}, format, {}};
  if (!piped) {
    report.path = input.path;  // read where reports are worked on, many at a time
    return report;
  }
  ATTEST_TRY(const std::string rest, read_file(input.path));
  report.bytes = ahead + rest;
  return report;
}

void ReportStream::start_lines(Descriptor file, const Input& input, std::string where, std::string ahead) {
  lines_name_ = input.name;
  lines_where_ = where;
  any_line_ = false;
  lines_.emplace(std::move(file), std::move(where), kMaxReportBytes, std::move(ahead));
}

std::optional<Result<Report>> ReportStream::next_line() {
  while (auto line = lines_->next()) {
    if (!line->text) {
      any_line_ = true;
      return tl::unexpected<Error>(std::move(line->text).error());
    }
    std::string& text = *line->text;
    if (line->number == 1 && text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
    if (text.find_first_not_of(kBlanks) == std::string::npos) continue;
    any_line_ = true;
    return Report{fmt::format("{}:{}", lines_name_, line->number),
                  fmt::format("{}:{}", lines_where_, line->number),
                  {},
                  std::move(text),
                  Format::json_line,
                  {}};
  }
  return std::nullopt;
}

Result<std::string> bytes_of(const Report& report) {
  if (report.bytes) return *report.bytes;
  return read_file(report.path);
}

}  // namespace attest
