#include "read/html_text.hpp"

#include <unicode/utf8.h>

#include <algorithm>

#include "read/ascii.hpp"

namespace attest {

namespace {

std::size_t length_of_character(char lead) {
  const auto c = static_cast<unsigned char>(lead);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

enum class Kind { visible, space, nothing };

/// White space of any width is a space; what is only a hint to the one who breaks lines is nothing.
Kind kind_of(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (first < 0x80)
    return is_space_ascii(character[0]) ? Kind::space : first < 0x20 || first == 0x7F ? Kind::nothing : Kind::visible;
  if (first == 0xC2) {
    const auto second = static_cast<unsigned char>(character[1]);
    if (second == 0xA0 || second == 0x85) return Kind::space;
    return second < 0xA0 || second == 0xAD ? Kind::nothing : Kind::visible;
  }
  if (first != 0xE1 && first != 0xE2 && first != 0xE3 && first != 0xEF) return Kind::visible;
  UChar32 c = 0;
  std::int32_t at = 0;
  U8_NEXT_UNSAFE(character.data(), at, c);
  if ((c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680 || c == 0x2028 ||
      c == 0x2029)
    return Kind::space;
  return c == 0x200B || c == 0x2060 || c == 0xFEFF ? Kind::nothing : Kind::visible;
}

/// Length of the reference at the beginning of `raw` ("&eacute;", "&#233;") that stands for the beginning of `text`;
/// `used` is how much of the text it is. 1 for an ampersand that stands for itself.
std::size_t reference_length(std::string_view raw, std::string_view text, std::size_t& used) {
  used = length_of_character(text[0]);
  std::size_t end = 1;
  const bool numeric = raw.size() > 2 && raw[1] == '#';
  if (numeric) {
    const bool hex = lower_ascii(raw[2]) == 'x';
    const std::size_t digits = hex ? 3 : 2;
    end = digits;
    while (end < raw.size() &&
           (is_digit_ascii(raw[end]) || (hex && lower_ascii(raw[end]) >= 'a' && lower_ascii(raw[end]) <= 'f')))
      ++end;
    if (end == digits) return 1;
    return end < raw.size() && raw[end] == ';' ? end + 1 : end;
  }
  while (end < raw.size() && end < 40 && (is_letter_ascii(raw[end]) || is_digit_ascii(raw[end]))) ++end;
  const std::string_view name = raw.substr(1, end - 1);
  const bool closed = end < raw.size() && raw[end] == ';';
  if (text[0] == '&' && !starts_with_ascii(name, "amp")) return 1;
  // A name without ";" ends where the text goes on as the markup does: "&copy2024".
  const auto goes_on = [&](std::size_t length, std::size_t of_text) {
    const std::string_view a = raw.substr(std::min(length, raw.size())),
                           b = text.substr(std::min(of_text, text.size()));
    return b.empty() || a.empty() || a[0] == '&' || a[0] == '<' || a[0] == '\r' || a[0] == b[0];
  };
  // "&notit;" is "¬it;": the rest of the name stands in the text.
  for (std::size_t length = 3; closed && length < end; ++length)
    if (text.substr(used).starts_with(raw.substr(length, end + 1 - length))) return length;
  if (closed && goes_on(end + 1, used)) return end + 1;
  if (closed && used < text.size()) {  // a few references are two characters
    const std::size_t two = used + length_of_character(text[used]);
    if (goes_on(end + 1, two)) return used = two, end + 1;
  }
  for (std::size_t length = end; length > 2; --length)
    if (goes_on(length, used)) return length;
  return text[0] == '&' ? 1 : end + (closed ? 1 : 0);
}

/// Whether "<" begins a tag, not a character: "<3" is none.
bool is_markup(std::string_view raw) {
  return raw.size() > 2 && raw[0] == '<' &&
         (is_letter_ascii(raw[1]) || raw[1] == '/' || raw[1] == '!' || raw[1] == '?');
}

}  // namespace

void HtmlText::add(std::uint32_t node, bool keep_lines) {
  const std::string_view text = tree_.text(node);
  const std::string_view raw = tree_.rest_of_markup(node);
  const std::uint32_t base = tree_.raw_begin(node);
  std::size_t r = 0;
  for (std::size_t t = 0; t < text.size();) {
    // What the parser passed over inside the text: stray tags, the line feed of a pair.
    while (is_markup(raw.substr(r)) && !text.substr(t).starts_with(raw.substr(r, 3)))
      r = std::min(raw.find('>', r), raw.size() - 1) + 1;
    std::size_t used = length_of_character(text[t]);
    std::size_t length = used;
    if (r < raw.size() && raw[r] == '&')
      length = reference_length(raw.substr(r), text.substr(t), used);
    else if (raw.substr(r).starts_with("\r\n"))
      length = 2;
    used = std::min(used, text.size() - t);
    // The parser does not always know where a text begins. What is not the same has no origin.
    const std::string_view same = text.substr(t, used);
    const bool reference = r < raw.size() && raw[r] == '&';
    if (!reference && !is_space_ascii(text[t]) && !raw.substr(r).starts_with(same)) {
      const std::size_t found = raw.substr(r, 200).find(same);
      if (found == std::string_view::npos)
        length = 0;
      else
        r += found;
    }
    length = std::min(length, raw.size() - std::min(r, raw.size()));
    const std::string_view character = text.substr(t, used);
    const Raw from{base + static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(length)};
    switch (kind_of(character)) {
      case Kind::visible:
        append(character, from);
        break;
      case Kind::space:
        space(from, keep_lines && character[0] == '\n' ? '\n' : ' ');
        break;
      case Kind::nothing:
        break;
    }
    t += used;
    r += length;
  }
}

void HtmlText::space(Raw raw, char c) {
  if (text_.size() == begin_) return;
  if (pending_ == 0) pending_raw_ = raw;
  if (pending_ == 0 || c == '\n') pending_ = c;
}

void HtmlText::append(std::string_view character, Raw raw) {
  if (pending_ != 0) {
    const char c = pending_;
    pending_ = 0;
    if (pending_raw_.size > 0)
      append(std::string_view(&c, 1), pending_raw_);
    else
      text_ += c;
    pending_raw_ = {0, 0};
  }
  const auto at = static_cast<std::uint32_t>(text_.size());
  text_ += character;
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (!runs_.empty()) {
    OriginRun& last = runs_.back();
    const bool verbatim = last.text.size() == last.bytes.size() && character.size() == raw.size;
    if (verbatim && last.text.end == at && last.bytes.end == raw.at) {
      last.text.end = end;
      last.bytes.end = raw.at + raw.size;
      return;
    }
  }
  runs_.push_back({{at, end}, {raw.at, raw.at + raw.size}});
}

Span HtmlText::end_block() {
  pending_ = 0;
  pending_raw_ = {0, 0};
  const Span span{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(text_.size())};
  if (!span.empty()) text_ += "\n\n";
  begin_ = text_.size();
  return span;
}

}  // namespace attest
