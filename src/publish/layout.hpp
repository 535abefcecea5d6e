// Text on a terminal: how wide it is, where it breaks, and that it cannot steer the terminal it is shown on.
// Widths come from Unicode's tables and not from the locale, so that the same record always looks the same.
// All text here must be well-formed UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attest/span.hpp"

namespace attest {

/// Columns that `utf8` takes: none for combining marks, two for East Asian wide characters and emoji.
[[nodiscard]] int display_width(std::string_view utf8);

/// The lines of `utf8`, each at most `width` columns (at least 2) and without the white space at its ends.
/// Breaks at white space where it can, else inside the word. Every byte that is not white space is in one line.
[[nodiscard]] std::vector<Span> wrap(std::string_view utf8, int width);

/// The same text for a terminal: white space of any kind is one space a character, other control characters U+FFFD.
[[nodiscard]] std::string printable(std::string_view utf8);

/// `count` spaces, none if it is negative.
[[nodiscard]] std::string spaces(int count);

/// How a record is laid out for people.
struct View {
  int width = 80;       // columns of the terminal
  bool colour = false;  // escape sequences may be used
};

/// `text` in an SGR style ("1" is bold, "33" yellow), plain where the view has no colour.
[[nodiscard]] std::string styled(const View& view, std::string_view style, std::string_view text);

}  // namespace attest
