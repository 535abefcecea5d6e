// Look-ups ignore the case of ASCII letters. Other letters keep their bytes, so that spans fit both texts.
#pragma once

#include <string>
#include <string_view>

namespace attest {

[[nodiscard]] constexpr char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

[[nodiscard]] inline std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = folded(c);
  return out;
}

}  // namespace attest
