#include "annotate/name_tokens.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace attest {

namespace {

struct Letter {
  std::uint32_t bytes = 0;  // 0: no letter
  bool upper = false, lower = false;
};

/// The letter, or the mark over one, that begins at `at`.
Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    const bool upper = byte >= 'A' && byte <= 'Z', lower = byte >= 'a' && byte <= 'z';
    return {upper || lower ? 1U : 0U, upper, lower};
  }
  UChar32 c = 0;
  auto next = static_cast<std::int32_t>(at);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, next, static_cast<std::int32_t>(text.size()), c);
  if (c < 0 || (!u_isalpha(c) && u_charType(c) != U_NON_SPACING_MARK)) return {};
  return {static_cast<std::uint32_t>(next) - static_cast<std::uint32_t>(at), u_isupper(c) != 0, u_islower(c) != 0};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of an apostrophe at `at`, straight or curled; 0: none.
std::uint32_t apostrophe_at(std::string_view text, std::size_t at) {
  if (text[at] == '\'' || text[at] == '`') return 1;
  const std::string_view three = text.substr(at, 3);
  return three == "\u2018" || three == "\u2019" || three == "\u02BC" ? 3 : 0;
}

std::uint32_t bytes_of_sign(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::vector<NameToken> name_tokens(std::string_view text) {
  std::vector<NameToken> out;
  out.reserve(text.size() / 5);
  std::size_t at = 0;
  bool joined = false;
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\r') {
      joined = false;
      ++at;
      continue;
    }
    NameToken token;
    token.joined = joined;
    const std::size_t begin = at;
    if (c == '\n') {
      while (at < text.size() && (text[at] == '\n' || text[at] == ' ' || text[at] == '\r')) ++at;
      token.kind = NameTokenKind::line_end;
    } else if (is_digit(c)) {
      while (at < text.size() && is_digit(text[at])) ++at;
      token.kind = NameTokenKind::number;
    } else if (const Letter first = letter_at(text, at); first.bytes > 0) {
      token.kind = NameTokenKind::word;
      token.capital = first.upper;
      std::size_t letters = 0;
      bool small = false;
      for (Letter letter = first; letter.bytes > 0;) {
        ++letters;
        small = small || letter.lower;
        at += letter.bytes;
        if (at >= text.size()) break;
        letter = letter_at(text, at);
        if (letter.bytes > 0) continue;
        // "Da'esh", "O'Brien" are words; "Ahmed's" and a quotation's end are not
        const std::uint32_t quote = apostrophe_at(text, at);
        if (quote == 0 || at + quote >= text.size()) break;
        letter = letter_at(text, at + quote);
        const bool possessive = (text[at + quote] == 's' || text[at + quote] == 'S') &&
                                (at + quote + 1 >= text.size() || letter_at(text, at + quote + 1).bytes == 0);
        if (letter.bytes == 0 || possessive) break;
        at += quote;
      }
      token.all_capital = letters > 1 && !small && token.capital;
    } else {
      at += std::min<std::size_t>(bytes_of_sign(c), text.size() - at);
    }
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    out.push_back(token);
    joined = true;
  }
  return out;
}

}  // namespace attest
