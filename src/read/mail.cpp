#include <fmt/format.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <mutex>
#include <utility>

#include "base/utf8.hpp"
#include "read/container.hpp"

namespace attest {

namespace {

constexpr std::string_view kOrigin = "mail";

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string as_string(const char* words) { return words == nullptr ? std::string() : as_utf8(words); }

std::optional<Sourced<std::string>> sourced(std::string value) {
  if (value.empty()) return std::nullopt;
  return Sourced<std::string>{std::move(value), std::string(kOrigin), {}};
}

/// The day in the sender's own time zone.
std::optional<Sourced<Date>> day_of(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);
  if (date == nullptr) return std::nullopt;
  int year = 0, month = 0, day = 0;
  g_date_time_get_ymd(date, &year, &month, &day);
  const std::chrono::year_month_day found{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
  if (!found.ok()) return std::nullopt;
  return Sourced<Date>{found, std::string(kOrigin), {}};
}

/// Who sent it, when, and about what. A sender's name is an office as often as a person.
Hints hints_of(GMimeMessage* message) {
  Hints hints;
  hints.title = sourced(as_string(g_mime_message_get_subject(message)));
  hints.published = day_of(message);
  std::string name, address;
  if (InternetAddressList* from = g_mime_message_get_from(message); from != nullptr)
    if (InternetAddress* first = internet_address_list_get_address(from, 0); first != nullptr) {
      name = as_string(internet_address_get_name(first));
      if (INTERNET_ADDRESS_IS_MAILBOX(first))
        address = as_string(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
    }
  hints.author = sourced(name.empty() ? address : name);
  const std::string organisation = as_string(g_mime_object_get_header(GMIME_OBJECT(message), "Organization"));
  hints.outlet = sourced(organisation.empty() ? name : organisation);
  return hints;
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
  GMimeContentType* own = g_mime_object_get_content_type(part);
  return own != nullptr && g_mime_content_type_is_type(own, type, subtype) != 0;
}

std::string decoded(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  (void)g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  return bytes->data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

/// A mail: its text first, plain rather than HTML, then the files that are attached.
class Mail : public Container {
 public:
  Mail(std::unique_ptr<ByteStream> bytes, Opening opening) : bytes_(std::move(bytes)), opening_(std::move(opening)) {}

  std::optional<Result<Member>> next() override {
    if (bytes_) {
      auto read = bytes_->rest(opening_.limits.report_bytes, opening_.where);
      bytes_.reset();
      if (!read) return tl::unexpected<Error>(std::move(read).error());
      if (auto parsed = parse(*read); !parsed) return tl::unexpected<Error>(std::move(parsed).error());
    }
    if (members_.empty()) return std::nullopt;
    Member next = std::move(members_.front());
    members_.pop_front();
    return next;
  }

 private:
  Result<void> parse(const std::string& bytes) {
    static std::once_flag once;
    std::call_once(once, g_mime_init);
    // Counted before the parser builds a tree of them.
    if (count_parts(bytes) > opening_.limits.mail_parts)
      return fail(ErrorCode::too_large, fmt::format("a mail of more than {} parts", opening_.limits.mail_parts),
                  opening_.where);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) return fail(ErrorCode::damaged, "damaged: not a mail", opening_.where);
    hints_ = hints_of(message.get());
    if (GMimeObject* body = g_mime_message_get_mime_part(message.get()); body != nullptr) visit(body, 0);
    if (members_.empty()) opening_.pass_over("mails without a text");
    return {};
  }

  static std::uint64_t count_parts(std::string_view bytes) {
    constexpr std::string_view kField = "\ncontent-type:";
    std::uint64_t count = 0;
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
      count += std::ranges::equal(
                   bytes.substr(at, kField.size()), kField,
                   [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; })
                   ? 1
                   : 0;
    return count;
  }

  void visit(GMimeObject* part, int depth) {
    constexpr int kDeepest = 64;
    if (depth > kDeepest) return opening_.pass_over("parts of mails that lie too deep");
    if (GMIME_IS_MULTIPART(part)) {
      GMimeMultipart* parts = GMIME_MULTIPART(part);
      const bool choice = is_type(part, "multipart", "alternative");
      if (choice)
        if (GMimeObject* best = plain_of(parts); best != nullptr) return visit(best, depth + 1);
      for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) visit(g_mime_multipart_get_part(parts, i), depth + 1);
    } else if (GMIME_IS_MESSAGE_PART(part)) {
      if (GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)); inner != nullptr) {
        char* bytes = g_mime_object_to_string(GMIME_OBJECT(inner), nullptr);
        add(member_of(fmt::format("{}.eml", ++numbered_), bytes == nullptr ? "" : bytes), Format::mail);
        g_free(bytes);
      }
    } else if (GMIME_IS_PART(part)) {
      take(GMIME_PART(part));
    }
  }

  /// The plain text of several forms of the same words, if it says anything.
  static GMimeObject* plain_of(GMimeMultipart* parts) {
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      GMimeObject* part = g_mime_multipart_get_part(parts, i);
      if (GMIME_IS_PART(part) && is_type(part, "text", "plain") &&
          decoded(GMIME_PART(part)).find_first_not_of(" \t\r\n") != std::string::npos)
        return part;
    }
    return nullptr;
  }

  void take(GMimePart* part) {
    GMimeObject* object = GMIME_OBJECT(part);
    const std::string file = as_string(g_mime_part_get_filename(part));
    const bool text = is_type(object, "text", "plain") || is_type(object, "text", "html");
    if (text && file.empty() && !std::exchange(has_body_, true)) {
      Member body = member_of({}, decoded(part));
      body.hints = hints_;
      body.hints.charset = as_string(g_mime_object_get_content_type_parameter(object, "charset"));
      members_.push_front(std::move(body));
      members_.front().format = is_type(object, "text", "html") ? Format::html : Format::text;
    } else if (!file.empty()) {
      Member attached = member_of(file, decoded(part));
      char* type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
      attached.content_type = as_string(type);
      g_free(type);
      attached.hints.charset = as_string(g_mime_object_get_content_type_parameter(object, "charset"));
      add(std::move(attached), std::nullopt);
    } else {
      opening_.pass_over("parts of mails that are no reports");
    }
  }

  /// What is attached was sent by the same people on the same day, but has a title of its own.
  void add(Member member, std::optional<Format> format) {
    std::string charset = std::move(member.hints.charset);
    member.format = format;
    member.hints = hints_;
    member.hints.title.reset();
    member.hints.charset = std::move(charset);
    members_.push_back(std::move(member));
  }

  std::unique_ptr<ByteStream> bytes_;  // until it is parsed
  Opening opening_;
  Hints hints_;
  std::deque<Member> members_;
  bool has_body_ = false;
  int numbered_ = 0;
};

/// Mails behind each other; each begins with a line "From somebody some day".
class Mailbox : public Container {
 public:
  Mailbox(std::unique_ptr<ByteStream> bytes, Opening opening)
      : bytes_(std::move(bytes)), opening_(std::move(opening)) {}

  std::optional<Result<Member>> next() override {
    if (number_ == 0) {
      std::string line;
      ++number_;
      if (bytes_->peek(5) != "From ")
        return ended_ = true,
               fail(ErrorCode::damaged, "damaged: a mailbox begins with a line \"From …\"", opening_.where);
      (void)bytes_->next_line(line, kMaxLine);
    }
    if (ended_) return std::nullopt;
    const std::string name = std::to_string(number_++);
    std::string mail, line;
    bool too_large = false, after_blank = false;
    while (true) {
      const auto kind = bytes_->next_line(line, kMaxLine);
      if (kind == ByteStream::Line::none || bytes_->failure()) {
        ended_ = true;
        break;
      }
      if (after_blank && line.starts_with("From ")) break;
      after_blank = line.empty() || line == "\r";
      // A line of the text that begins with "From" has been marked, and so have marked ones.
      const std::size_t mark = line.find_first_not_of('>');
      if (mark != 0 && mark != std::string::npos && std::string_view(line).substr(mark).starts_with("From "))
        line.erase(0, 1);
      too_large = too_large || mail.size() + line.size() > opening_.limits.report_bytes;
      if (!too_large) mail.append(line).append("\n");
    }
    if (bytes_->failure()) return tl::unexpected<Error>(*bytes_->failure());
    if (too_large) return fail(ErrorCode::too_large, larger_than(opening_.limits.report_bytes), opening_.at(name));
    Member member = member_of(name, std::move(mail));
    member.format = Format::mail;
    return member;
  }

 private:
  static constexpr std::size_t kMaxLine = std::size_t{1} << 20U;

  std::unique_ptr<ByteStream> bytes_;
  Opening opening_;
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Container> open_mail(std::unique_ptr<ByteStream> bytes, Opening opening) {
  return std::make_unique<Mail>(std::move(bytes), std::move(opening));
}

std::unique_ptr<Container> open_mbox(std::unique_ptr<ByteStream> bytes, Opening opening) {
  return std::make_unique<Mailbox>(std::move(bytes), std::move(opening));
}

}  // namespace attest
