// A text cut for the finder of names: quicker and coarser than the language stage's tokens, and for any text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attest/span.hpp"

namespace attest {

enum class NameTokenKind : std::uint8_t {
  word,     // letters; hyphens and the "'s" behind a word are marks of their own
  number,   // digits
  mark,     // one other sign
  line_end  // one or more line ends
};

struct NameToken {
  Span span;
  NameTokenKind kind = NameTokenKind::mark;
  bool capital = false;      // begins with a capital
  bool all_capital = false;  // two letters or more, none small
  bool joined = false;       // no white space before it
};

[[nodiscard]] std::vector<NameToken> name_tokens(std::string_view text);

}  // namespace attest
