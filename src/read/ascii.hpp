// Letters and white space as markup has them: ASCII only, whatever the locale.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace attest {

[[nodiscard]] constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

[[nodiscard]] constexpr bool is_space_ascii(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
[[nodiscard]] constexpr bool is_letter_ascii(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }
[[nodiscard]] constexpr bool is_digit_ascii(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr std::string_view trim_ascii(std::string_view text) {
  while (!text.empty() && is_space_ascii(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space_ascii(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether `text` begins with `small`, which is in lower case.
[[nodiscard]] constexpr bool starts_with_ascii(std::string_view text, std::string_view small) {
  return text.size() >= small.size() &&
         std::ranges::equal(text.substr(0, small.size()), small, [](char a, char b) { return lower_ascii(a) == b; });
}

}  // namespace attest
