// What a character is to the tokeniser. Read from the bytes: text is UTF-8, and nothing is decoded that need not be.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace attest {

enum class CharClass : std::uint8_t { space, letter, digit, apostrophe, punct };

namespace detail {

constexpr std::array<CharClass, 128> ascii_classes() {
  std::array<CharClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == ' ' || (c >= '\t' && c <= '\r'))
      classes.at(c) = CharClass::space;
    else if (letter)
      classes.at(c) = CharClass::letter;
    else if (c >= '0' && c <= '9')
      classes.at(c) = CharClass::digit;
    else
      classes.at(c) = c == '\'' || c == '`' ? CharClass::apostrophe : CharClass::punct;
  }
  return classes;
}

inline constexpr auto kAsciiClasses = ascii_classes();

/// Everything that is not a known mark is a letter: names in any script stay whole.
constexpr CharClass wide_class(std::string_view mark) {
  if (mark == "’" || mark == "‘" || mark == "ʼ" || mark == "ʻ") return CharClass::apostrophe;
  const auto first = static_cast<unsigned char>(mark[0]);
  const auto second = static_cast<unsigned char>(mark.size() > 1 ? mark[1] : 0);
  if (mark.size() == 2 && first == 0xC2) {
    if (second == 0xA0 || second == 0x85) return CharClass::space;
    const bool sign = second >= 0xA1 && second != 0xAA && second != 0xB5 && second != 0xBA;
    const bool small_number = second == 0xB2 || second == 0xB3 || second == 0xB9 || (second >= 0xBC && second <= 0xBE);
    return sign && !small_number ? CharClass::punct : CharClass::letter;
  }
  if (mark == "،" || mark == "؛" || mark == "؟" || mark == "۔" || mark == "×" || mark == "÷") return CharClass::punct;
  if (mark.size() == 3) {
    if (mark == "\xE2\x80\xAF" || mark == "\xE3\x80\x80" || (mark >= "\xE2\x80\x80" && mark <= "\xE2\x80\x8A") ||
        mark == "\xE2\x80\xA8" || mark == "\xE2\x80\xA9")
      return CharClass::space;
    // U+2010-U+20BF dashes, quotes, bullets, currencies; U+2190-U+2BFF arrows, shapes, symbols; U+3001-U+3011 and
    // U+FF01-U+FF0F East Asian marks.
    if ((mark >= "\xE2\x80\x90" && mark <= "\xE2\x82\xBF") || (mark >= "\xE2\x86\x90" && mark <= "\xE2\xAF\xBF") ||
        (mark >= "\xE3\x80\x81" && mark <= "\xE3\x80\x91") || (mark >= "\xEF\xBC\x81" && mark <= "\xEF\xBC\x8F"))
      return CharClass::punct;
  }
  if (mark.size() == 4 && mark >= "\xF0\x9F\x80\x80" && mark <= "\xF0\x9F\xAF\xBF") return CharClass::punct;  // emoji
  return CharClass::letter;
}

}  // namespace detail

/// The class of the character at `at` and its length in bytes.
constexpr CharClass class_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) {
    length = 1;
    return detail::kAsciiClasses[c];  // NOLINT(*-constant-array-index): c < 128
  }
  length = std::min<std::size_t>(c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2, text.size() - at);
  return detail::wide_class(text.substr(at, length));
}

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alnum(char c) { return is_upper(c) || is_lower(c) || is_digit(c); }

/// Does the word begin with a capital of the Latin alphabet, "Öncüpınar" and "Şırnak" among them?
constexpr bool begins_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (is_upper(word[0])) return true;
  const auto c = static_cast<unsigned char>(word[0]);
  if (word.size() < 2 || c < 0xC3 || c > 0xC5) return false;
  const unsigned code = (c & 0x1FU) << 6U | (static_cast<unsigned char>(word[1]) & 0x3FU);
  if (c == 0xC3) return code <= 0xDE && code != 0xD7;
  // Latin Extended-A: capitals stand before their small letters, at even numbers but for two stretches.
  const bool odd = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  return code == 0x178 || (code % 2 == 1) == odd;
}

}  // namespace attest
