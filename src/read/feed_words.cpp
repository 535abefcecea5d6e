#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "read/feed.hpp"

namespace attest {

namespace {

/// The character references that stand in titles of news; others stay as they are.
constexpr auto kNamed = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"amp", "&"},         {"lt", "<"},          {"gt", ">"},          {"quot", "\""},       {"apos", "'"},
     {"nbsp", " "},        {"rsquo", "\u2019"},  {"lsquo", "\u2018"},  {"rdquo", "\u201D"},  {"ldquo", "\u201C"},
     {"ndash", "\u2013"},  {"mdash", "\u2014"},  {"hellip", "\u2026"}, {"eacute", "\u00E9"}, {"egrave", "\u00E8"},
     {"agrave", "\u00E0"}, {"ccedil", "\u00E7"}, {"ouml", "\u00F6"},   {"uuml", "\u00FC"},   {"auml", "\u00E4"},
     {"szlig", "\u00DF"},  {"iacute", "\u00ED"}, {"oacute", "\u00F3"}, {"aacute", "\u00E1"}, {"uacute", "\u00FA"},
     {"ntilde", "\u00F1"}, {"laquo", "\u00AB"},  {"raquo", "\u00BB"},  {"pound", "\u00A3"},  {"euro", "\u20AC"}});

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0U | (code >> 6U));
  } else if (code < 0x10000) {
    byte(0xE0U | (code >> 12U));
    byte(0x80U | ((code >> 6U) & 0x3FU));
  } else {
    byte(0xF0U | (code >> 18U));
    byte(0x80U | ((code >> 12U) & 0x3FU));
    byte(0x80U | ((code >> 6U) & 0x3FU));
  }
  byte(0x80U | (code & 0x3FU));
}

/// The number of "#8217" or "#x2019", or nothing.
bool append_numbered(std::string& out, std::string_view name) {
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  std::uint32_t code = 0;
  const std::string_view digits = name.substr(hex ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return false;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    const char small = static_cast<char>(c | 0x20);
    if (!decimal && !(hex && small >= 'a' && small <= 'f')) return false;
    code = code * (hex ? 16U : 10U) + static_cast<std::uint32_t>(decimal ? c - '0' : small - 'a' + 10);
  }
  append_utf8(out, code);
  return true;
}

/// Resolves the reference at the beginning of `text`; returns its length, 0 if it is none.
std::size_t take_reference(std::string& out, std::string_view text) {
  constexpr std::size_t kLongest = 10;
  const std::size_t end = text.substr(0, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (name.front() == '#') return append_numbered(out, name) ? end + 1 : 0;
  const auto named = std::ranges::find(kNamed, name, &std::pair<std::string_view, std::string_view>::first);
  if (named == kNamed.end()) return 0;
  out += named->second;
  return end + 1;
}

bool begins_tag(std::string_view text) {
  if (text.size() < 2) return false;
  const char c = text[1];
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string words_of_html(std::string_view html) {
  constexpr std::size_t kLongestTag = 4096;
  std::string text;
  for (std::size_t i = 0; i < html.size();) {
    const std::string_view rest = html.substr(i);
    std::size_t taken = 0;
    if (rest.front() == '&') taken = take_reference(text, rest);
    if (const std::size_t end = rest.substr(0, kLongestTag).find('>');
        rest.front() == '<' && begins_tag(rest) && end != std::string_view::npos) {
      text += ' ';
      taken = end + 1;
    }
    if (taken == 0) text += rest.front();
    i += std::max<std::size_t>(taken, 1);
  }
  std::string words;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (!blank)
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

}  // namespace attest
