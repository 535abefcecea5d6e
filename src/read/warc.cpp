#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.hpp"
#include "read/container.hpp"
#include "read/http_message.hpp"

namespace attest {

namespace {

constexpr std::string_view kOrigin = "web archive";
constexpr std::size_t kMaxHeader = std::size_t{64} << 10U;

/// Web archives, ISO 28500: records of a header, its Content-Length in bytes, and two line ends. Packed ones are
/// unpacked below, a record a part; behind a record that is broken the next one is looked for.
class Warc : public Container {
 public:
  Warc(std::unique_ptr<ByteStream> bytes, Opening opening) : bytes_(std::move(bytes)), opening_(std::move(opening)) {}

  std::optional<Result<Member>> next() override {
    while (true) {
      if (lost_ && !find_record()) return std::nullopt;
      const std::string_view blank = bytes_->peek_some();
      if (!blank.empty() && (blank.front() == '\r' || blank.front() == '\n')) {
        (void)bytes_->skip(1);
        continue;
      }
      if (blank.empty() && !bytes_->failure()) return std::nullopt;
      ++number_;
      place_ = bytes_->place();
      if (bytes_->failure()) return broken(failure_or({}));
      auto member = read_record();
      if (!member) return tl::unexpected<Error>(std::move(member).error());
      if (*member) return std::move(**member);
    }
  }

 private:
  [[nodiscard]] std::string where() const { return opening_.at(std::to_string(number_)); }

  tl::unexpected<Error> broken(std::string_view why) {
    lost_ = true;
    const std::string_view prefix = "damaged: ";
    if (why.starts_with(prefix)) why.remove_prefix(prefix.size());
    return fail(ErrorCode::damaged, fmt::format("broken record at byte {}: {}", place_, why), where());
  }

  /// What the bytes failed with, or `otherwise`.
  [[nodiscard]] std::string failure_or(std::string_view otherwise) const {
    const auto failure = bytes_->failure();
    return failure ? failure->message : std::string(otherwise);
  }

  /// Goes on where the next record begins. False at the end.
  bool find_record() {
    lost_ = false;
    while (true) {
      if (bytes_->failure() && !bytes_->resume()) return false;
      if (bytes_->peek(5) == "WARC/") return true;
      std::string line;
      if (bytes_->next_line(line, kMaxHeader) == ByteStream::Line::none && !bytes_->failure()) return false;
    }
  }

  /// The header's lines up to the blank one.
  Result<std::string> read_header() {
    std::string header, line;
    while (true) {
      const auto kind = bytes_->next_line(line, kMaxHeader);
      if (kind != ByteStream::Line::complete || header.size() + line.size() > kMaxHeader)
        return broken(failure_or("its header does not end"));
      if (line.empty() || line == "\r") return header;
      header += line + '\n';
    }
  }

  Result<std::optional<Member>> read_record() {
    if (bytes_->peek(5) != "WARC/") return broken("no WARC header");
    ATTEST_TRY(const std::string header, read_header());
    std::string_view ignored;
    const HeaderFields fields = HeaderFields::read(header, ignored);
    const std::string_view length = fields.find("Content-Length");
    std::uint64_t size = 0;
    if (std::from_chars(length.data(), length.data() + length.size(), size).ec != std::errc())
      return broken("no Content-Length");
    const std::string type(fields.find("WARC-Type"));
    if (type != "response" && type != "resource" && type != "conversion") {
      if (bytes_->skip(size) < size) return broken(failure_or("it breaks off"));
      opening_.pass_over(fmt::format("web archive records of type {}", is_word(type) ? type : "unknown"));
      return std::nullopt;
    }
    if (size > opening_.limits.report_bytes) {
      (void)bytes_->skip(size);
      return fail(ErrorCode::too_large, larger_than(opening_.limits.report_bytes), where());
    }
    const std::string content = bytes_->take(static_cast<std::size_t>(size));
    if (!is_whole(content, size)) return broken(failure_or(wrong_length(content, size)));
    return page(content, fields, type);
  }

  /// Whether the content is all there, in a part that is not broken, and ends where it should.
  bool is_whole(std::string_view content, std::uint64_t size) {
    if (content.size() < size) return false;
    std::string_view after = bytes_->peek(5);  // reads past the end of the part, where its checksum is
    const std::size_t line_ends = std::min(after.find_first_not_of("\r\n"), after.size());
    if (after.size() < 5 && bytes_->will_fail() && bytes_->place(line_ends) == place_) return false;
    after.remove_prefix(line_ends);
    return line_ends >= 2 || after.empty() || std::string_view("WARC/").starts_with(after);
  }

  /// A length that is too large swallows the next record: it is given back.
  std::string_view wrong_length(std::string_view content, std::uint64_t size) {
    const std::size_t next = content.find("\nWARC/1.");
    if (next != std::string_view::npos) bytes_->put_back(content.substr(next + 1));
    return content.size() < size && next == std::string_view::npos ? "it breaks off" : "its Content-Length is wrong";
  }

  Result<std::optional<Member>> page(const std::string& content, const HeaderFields& fields, const std::string& type) {
    std::string url(fields.find("WARC-Target-URI"));
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    Member member;
    std::string body;
    if (type == "response" && !url.starts_with("http")) {
      opening_.pass_over("web archive responses that are not HTTP");
      return std::nullopt;
    }
    if (type == "response") {
      ATTEST_TRY(HttpResponse response, read_http_response(content, opening_.limits.report_bytes, where()));
      if (response.status < 200 || response.status > 299 || response.status == 206) {
        opening_.pass_over(fmt::format("responses of HTTP status {}", response.status));
        return std::nullopt;
      }
      member.content_type = std::move(response.content_type);
      member.hints.charset = std::move(response.charset);
      body = std::move(response.body);
    } else {
      member.content_type = fields.find("Content-Type");
      member.hints.charset = charset_of(member.content_type);
      body = content;
    }
    const Format format = sniff({}, std::string_view(body).substr(0, kSniffBytes), member.content_type);
    if (!is_page(format, member.content_type, url)) {
      opening_.pass_over("responses that are no pages");
      return std::nullopt;
    }
    if (!url.empty()) member.hints.url = Sourced<std::string>{as_utf8(url), std::string(kOrigin), {}};
    if (const auto date = fields.find("WARC-Date"); is_instant(date)) member.hints.retrieved_at = date;
    member.name = std::to_string(number_);
    member.format = format;
    member.bytes = std::make_unique<ByteStream>(std::make_unique<MemorySource>(std::move(body)));
    return member;
  }

  /// Pages, and files that reports come in; of plain text what was sent as such.
  static bool is_page(Format format, std::string_view content_type, std::string_view url) {
    if (!is_readable(format)) return false;
    if (format != Format::text)
      return format == Format::html || format == Format::pdf || format == Format::docx || format == Format::feed;
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    return (content_type.empty() || content_type.starts_with("text/plain")) && !path.ends_with("/robots.txt");
  }

  static bool is_word(std::string_view type) {
    return !type.empty() && type.size() < 20 && std::ranges::all_of(type, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// "2021-03-09T11:20:05Z"
  static bool is_instant(std::string_view date) {
    return date.size() >= 20 && date.size() < 40 && date[10] == 'T' && date.ends_with('Z') &&
           parse_iso_date(date.substr(0, 10)).has_value() &&
           date.find_first_not_of("0123456789-:.", 11) == date.size() - 1;
  }

  std::unique_ptr<ByteStream> bytes_;
  Opening opening_;
  std::uint64_t number_ = 0, place_ = 0;
  bool lost_ = false;  // the next record has to be looked for
};

}  // namespace

std::unique_ptr<Container> open_warc(std::unique_ptr<ByteStream> bytes, Opening opening) {
  return std::make_unique<Warc>(std::move(bytes), std::move(opening));
}

}  // namespace attest
