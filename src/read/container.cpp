#include "read/container.hpp"

#include <fmt/format.h>

#include <utility>

namespace attest {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class JsonLines : public Container {
 public:
  JsonLines(std::unique_ptr<ByteStream> bytes, Opening opening)
      : bytes_(std::move(bytes)), opening_(std::move(opening)) {}

  std::optional<Result<Member>> next() override {
    std::string line;
    while (!told_) {
      const auto kind = bytes_->next_line(line, opening_.limits.report_bytes);
      if (bytes_->failure() && kind != ByteStream::Line::complete) {  // a line that breaks off is none
        told_ = true;
        return tl::unexpected<Error>(*bytes_->failure());
      }
      if (kind == ByteStream::Line::none) break;
      ++number_;
      const std::string name = std::to_string(number_);
      if (kind == ByteStream::Line::too_long)
        return fail(ErrorCode::too_large, larger_than(opening_.limits.report_bytes), opening_.at(name));
      if (number_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
      if (line.find_first_not_of(" \t\r\n") == std::string::npos) continue;
      Member member = member_of(name, std::move(line));
      member.format = Format::json_line;
      return member;
    }
    return std::nullopt;
  }

 private:
  std::unique_ptr<ByteStream> bytes_;
  Opening opening_;
  std::size_t number_ = 0;
  bool told_ = false;
};

}  // namespace

void Opening::pass_over(std::string_view what) const {
  if (passed_over == nullptr) return;
  const auto found = passed_over->find(what);
  if (found != passed_over->end())
    ++found->second;
  else
    passed_over->emplace(what, 1);
}

std::string Opening::at(std::string_view member) const {
  return member.empty() ? where : fmt::format("{}:{}", where, member);
}

std::unique_ptr<Container> open_json_lines(std::unique_ptr<ByteStream> bytes, Opening opening) {
  return std::make_unique<JsonLines>(std::move(bytes), std::move(opening));
}

std::unique_ptr<Container> open_container(Format format, std::unique_ptr<ByteStream> bytes, Opening opening) {
  switch (format) {
    case Format::json_lines:
      return open_json_lines(std::move(bytes), std::move(opening));
    case Format::table:
      return open_table(std::move(bytes), std::move(opening));
    case Format::zip:
    case Format::tar:
      return open_archive(format, std::move(bytes), std::move(opening));
    case Format::warc:
      return open_warc(std::move(bytes), std::move(opening));
    case Format::mbox:
      return open_mbox(std::move(bytes), std::move(opening));
    case Format::feed:
      return open_feed(std::move(bytes), std::move(opening));
    case Format::mail:
      return open_mail(std::move(bytes), std::move(opening));
    default:
      return nullptr;
  }
}

Member member_of(std::string name, std::string bytes) {
  Member member;
  member.name = std::move(name);
  member.bytes = std::make_unique<ByteStream>(std::make_unique<MemorySource>(std::move(bytes)));
  return member;
}

}  // namespace attest
