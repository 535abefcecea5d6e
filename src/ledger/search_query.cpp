#include "ledger/search_query.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <optional>
#include <vector>

#include "base/utf8.hpp"

namespace attest {

namespace {

constexpr std::size_t kMaxBytes = 4096;
constexpr int kMaxDepth = 30;  // FTS5 itself gives up at 256 levels, of which a parenthesis here needs up to three
constexpr std::size_t kMaxTerms = 60;
constexpr std::string_view kBlanks = " \t\r\n";

struct Token {
  enum class Kind { word, phrase, open, close, and_, or_, not_, end };
  Kind kind = Kind::end;
  std::string text;       // of a word or a phrase, without quotes and star
  bool prefix = false;    // ended by a star
  std::string column;     // "title" or "body" before it, else empty
  std::size_t begin = 0;  // its first byte
};

/// Has it anything that the index holds: a letter or a digit?
bool is_searchable(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U8_NEXT(bytes, at, size, code);
    if (code >= 0 && u_isalnum(code)) return true;
  }
  return false;
}

class Parser {
 public:
  explicit Parser(std::string_view query) : query_(query) {}

  Result<std::string> parse() {
    if (query_.size() > kMaxBytes)
      return fail(ErrorCode::usage, fmt::format("a query of more than {} bytes", kMaxBytes), "query");
    if (first_invalid_utf8(query_)) return fail(ErrorCode::usage, "not well-formed UTF-8", "query");
    ATTEST_CHECK(advance());
    if (next_.kind == Token::Kind::end) return error("nothing to search for", 0);
    ATTEST_TRY(auto whole, either(0));
    if (next_.kind == Token::Kind::close) return error("this ) closes nothing", next_.begin);
    return whole;
  }

 private:
  using Kind = Token::Kind;

  [[nodiscard]] tl::unexpected<Error> error(std::string_view what, std::size_t at) const {
    const auto characters = CodePointIndex(query_).at(static_cast<std::uint32_t>(at));
    return fail(ErrorCode::usage, std::string(what), fmt::format("query: character {}", characters + 1));
  }

  [[nodiscard]] bool at_term() const {
    return next_.kind == Kind::word || next_.kind == Kind::phrase || next_.kind == Kind::open;
  }

  /// a OR b
  Result<std::string> either(int depth) {
    if (depth > kMaxDepth)
      return error(fmt::format("more than {} parentheses inside each other", kMaxDepth), next_.begin);
    ATTEST_TRY(std::string out, all(depth));
    bool several = false;
    while (next_.kind == Kind::or_) {
      ATTEST_CHECK(advance());
      ATTEST_TRY(const std::string other, all(depth));
      out += " OR ";
      out += other;
      several = true;
    }
    return several ? fmt::format("({})", out) : out;
  }

  /// a b, a AND b, a NOT b
  Result<std::string> all(int depth) {
    if (next_.kind == Kind::not_) return error("NOT needs something before it from which to take away", next_.begin);
    ATTEST_TRY(std::string wanted, term(depth));
    std::string unwanted;
    int several = 0;
    while (at_term() || next_.kind == Kind::and_ || next_.kind == Kind::not_) {
      if (next_.kind == Kind::and_) ATTEST_CHECK(advance());
      const bool is_not = next_.kind == Kind::not_;
      if (is_not) ATTEST_CHECK(advance());
      ATTEST_TRY(const std::string other, term(depth));
      (is_not ? unwanted : wanted) += fmt::format(" {} {}", is_not ? "OR" : "AND", other);
      several += is_not ? 0 : 1;
    }
    if (several > 0) wanted = fmt::format("({})", wanted);
    if (unwanted.empty()) return wanted;
    return fmt::format("({} NOT ({}))", wanted, unwanted.substr(4));  // without the first " OR "
  }

  Result<std::string> term(int depth) {
    const Token token = next_;
    switch (token.kind) {
      case Kind::end:
        return error("the query ends where a word should follow", token.begin);
      case Kind::close:
        return error("a word should stand before this )", token.begin);
      case Kind::and_:
      case Kind::or_:
      case Kind::not_:
        return error(
            fmt::format("a word should stand before {}; write \"{}\" to search for it", token.text, token.text),
            token.begin);
      case Kind::open: {
        ATTEST_CHECK(advance());
        ATTEST_TRY(std::string inner, either(depth + 1));
        if (next_.kind != Kind::close) return error("this ( is not closed", token.begin);
        ATTEST_CHECK(advance());
        return in_column(token, fmt::format("({})", inner));
      }
      case Kind::word:
      case Kind::phrase:
        break;
    }
    if (!is_searchable(token.text)) return error("nothing to search for: neither letters nor digits", token.begin);
    if (++terms_ > kMaxTerms) return error(fmt::format("more than {} words", kMaxTerms), token.begin);
    std::string quoted = "\"";
    for (const char c : token.text) quoted += c == '"' ? ' ' : c;
    quoted += token.prefix ? "\"*" : "\"";
    ATTEST_CHECK(advance());
    return in_column(token, quoted);
  }

  static std::string in_column(const Token& token, std::string term) {
    return token.column.empty() ? std::move(term) : fmt::format("{{{}}} : {}", token.column, term);
  }

  Result<void> advance() {
    const std::size_t begin = query_.find_first_not_of(kBlanks, at_);
    next_ = {};
    next_.begin = at_ = begin == std::string_view::npos ? query_.size() : begin;
    if (at_ == query_.size()) return {};
    for (const std::string_view column : {"title", "body"})
      if (query_.substr(at_).starts_with(column) && query_.substr(at_ + column.size()).starts_with(":")) {
        next_.column = column;
        at_ += column.size() + 1;
        if (at_ == query_.size() || kBlanks.find(query_[at_]) != std::string_view::npos || query_[at_] == ')')
          return error(fmt::format("a word should follow {}:", column), next_.begin);
        break;
      }
    switch (query_[at_]) {
      case '(':
        ++at_;
        next_.kind = Kind::open;
        return {};
      case ')':
        ++at_;
        next_.kind = Kind::close;
        return {};
      case '"':
        return phrase();
      default:
        word();
        return {};
    }
  }

  Result<void> phrase() {
    const std::size_t end = query_.find('"', at_ + 1);
    if (end == std::string_view::npos) return error("this quotation mark is not closed", at_);
    next_.kind = Kind::phrase;
    next_.text = query_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    take_star();
    return {};
  }

  void word() {
    const std::size_t end = std::min(query_.find_first_of(" \t\r\n()\"*", at_), query_.size());
    next_.kind = Kind::word;
    next_.text = query_.substr(at_, end - at_);
    at_ = end;
    take_star();
    if (!next_.column.empty() || next_.prefix) return;
    if (next_.text == "AND") next_.kind = Kind::and_;
    if (next_.text == "OR") next_.kind = Kind::or_;
    if (next_.text == "NOT") next_.kind = Kind::not_;
  }

  void take_star() {
    if (at_ < query_.size() && query_[at_] == '*') {
      next_.prefix = true;
      ++at_;
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;  // the byte behind next_
  Token next_;
  std::size_t terms_ = 0;
};

}  // namespace

Result<std::string> search_query(std::string_view query) { return Parser(query).parse(); }

}  // namespace attest
