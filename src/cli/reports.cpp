#include "cli/reports.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "read/read.hpp"

namespace attest::cli {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kPeek = std::size_t{64} << 10U;

/// Position of the first byte that shows what the input is.
std::size_t first_visible(std::string_view bytes) {
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  return bytes.find_first_not_of(kBlanks, begin);
}

/// Reads until a byte shows what the input is, at most kPeek.
Result<std::string> peek(const Descriptor& file, const std::string& where) {
  std::string ahead;
  while (ahead.size() < kPeek && first_visible(ahead) == std::string::npos) {
    char chunk[4096];
    const ssize_t count = ::read(file.number(), chunk, sizeof chunk);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return fail(ErrorCode::unreadable, "cannot be read: " + std::generic_category().message(errno), where);
    if (count == 0) break;
    ahead.append(chunk, static_cast<std::size_t>(count));
  }
  return ahead;
}

/// Stages name a report as results do; errors name the place where a user finds it.
Error at_place(Error error, const Report& report) {
  if (error.where.starts_with(report.name)) error.where.replace(0, report.name.size(), report.where);
  return error;
}

}  // namespace

ReportStream::ReportStream(std::vector<Result<Input>> inputs) : inputs_(std::move(inputs)) {
  for (const auto& input : inputs_) {
    if (!input) continue;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(input->path, error);
    if (error) {  // standard input, a pipe
      all_bytes_ = 0;
      return;
    }
    all_bytes_ += size;
  }
}

double ReportStream::share_done() const {
  return all_bytes_ == 0 ? 0.0 : static_cast<double>(bytes_done_) / static_cast<double>(all_bytes_);
}

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
  if (input.path == "-") return open_standard_input(input);
  if (!is_json_lines(input.path)) {
    std::error_code ignored;
    if (const auto size = std::filesystem::file_size(input.path, ignored); !ignored) bytes_done_ += size;
    return Report{input.name, input.path, input.path, {}, false};
  }
  ATTEST_TRY(Descriptor file, open_to_read(input.path));
  start_lines(std::move(file), input, input.path, {});
  return std::nullopt;
}

Result<std::optional<Report>> ReportStream::open_standard_input(const Input& input) {
  const std::string where = "standard input";
  ATTEST_TRY(Descriptor file, open_to_read(input.path));
  ATTEST_TRY(std::string ahead, peek(file, where));
  const std::size_t visible = first_visible(ahead);
  if (visible != std::string::npos && ahead[visible] == '{') {
    start_lines(std::move(file), input, where, std::move(ahead));
    return std::nullopt;
  }
  ATTEST_TRY(const std::string rest, read_file(input.path));
  return Report{input.name, where, {}, ahead + rest, false};
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
    bytes_done_ += text.size() + 1;
    if (line->number == 1 && text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
    if (text.find_first_not_of(kBlanks) == std::string::npos) continue;
    any_line_ = true;
    return Report{fmt::format("{}:{}", lines_name_, line->number),
                  fmt::format("{}:{}", lines_where_, line->number),
                  {},
                  std::move(text),
                  true};
  }
  return std::nullopt;
}

Result<Document> read_report(const Report& report, const HintBook& hints, const Hints& otherwise) {
  std::string bytes;
  if (report.bytes) {
    bytes = *report.bytes;
  } else {
    ATTEST_TRY(bytes, read_file(report.path));
  }
  const auto read = [&](std::string_view name) {
    const Hints known = merged(hints.of(name), otherwise);
    return report.is_json ? read_json_line(report.name, bytes, known) : read_text(report.name, bytes, known);
  };
  auto document = read(report.name);
  // A line's own id is known only now: what the metadata file says about it counts, too.
  if (document && document->name != report.name && hints.names(document->name)) document = read(document->name);
  if (!document) return tl::unexpected<Error>(at_place(std::move(document).error(), report));
  return document;
}

}  // namespace attest::cli
