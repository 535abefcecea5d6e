#include "publish/layout.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

namespace attest {

namespace {

struct Character {
  std::size_t end = 0;  // the byte behind it
  UChar32 code = 0;
};

Character character_at(std::string_view utf8, std::size_t begin) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[begin + i]); };
  const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
  UChar32 code = length == 1 ? byte(0) : byte(0) & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byte(i) & 0x3F);
  return {begin + length, code};
}

bool is_control(UChar32 code) { return u_charType(code) == U_CONTROL_CHAR; }

int width_of(UChar32 code) {
  if (code >= 0x20 && code < 0x7F) return 1;
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t end_of_word(std::string_view utf8, std::size_t at) {
  while (at < utf8.size()) {
    const Character character = character_at(utf8, at);
    if (u_isUWhiteSpace(character.code)) break;
    at = character.end;
  }
  return at;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

int display_width(std::string_view utf8) {
  int width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Character character = character_at(utf8, at);
    width += width_of(character.code);
    at = character.end;
  }
  return width;
}

std::vector<Span> wrap(std::string_view utf8, int width) {
  std::vector<Span> lines;
  Span line;     // the line so far: its last byte belongs to a word
  int used = 0;  // its columns
  int gap = 0;   // white space since then
  std::size_t at = 0;
  const auto end_line = [&] {
    if (!line.empty()) lines.push_back(line);
    line = {};
    used = gap = 0;
  };
  while (at < utf8.size()) {
    Character character = character_at(utf8, at);
    if (u_isUWhiteSpace(character.code)) {
      ++gap;
      at = character.end;
      continue;
    }
    const std::size_t word_end = end_of_word(utf8, at);
    const int word = display_width(utf8.substr(at, word_end - at));
    if (used + gap + word > width) end_line();
    if (line.empty())  // not "nothing used": a combining mark at the beginning takes no column
      line = span_of(at, at);
    else
      used += gap;
    gap = 0;
    for (; at < word_end; at = character.end) {  // in one piece, unless the word alone is wider than a line
      character = character_at(utf8, at);
      const int wide = width_of(character.code);
      if (used + wide > width) {
        end_line();
        line = span_of(at, at);
      }
      line.end = static_cast<std::uint32_t>(character.end);
      used += wide;
    }
  }
  end_line();
  return lines;
}

std::string printable(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const Character character = character_at(utf8, at);
    if (u_isUWhiteSpace(character.code))
      out += ' ';
    else if (is_control(character.code))
      out += "\xEF\xBF\xBD";
    else
      out.append(utf8, at, character.end - at);
    at = character.end;
  }
  return out;
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

std::string styled(const View& view, std::string_view style, std::string_view text) {
  return view.colour ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : std::string(text);
}

}  // namespace attest
