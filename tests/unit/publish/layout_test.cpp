#include "publish/layout.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

std::vector<std::string> lines(std::string_view text, int width) {
  std::vector<std::string> out;
  for (const Span line : wrap(text, width)) out.emplace_back(slice(text, line));
  return out;
}

using Lines = std::vector<std::string>;

TEST(Layout, breaks_at_white_space) {
  EXPECT_EQ(lines("  two thousand families left ", 12), (Lines{"two thousand", "families", "left"}));
  EXPECT_EQ(lines("a b", 3), (Lines{"a b"}));
  EXPECT_EQ(lines(" \n ", 10), Lines{});
}

TEST(Layout, breaks_inside_a_word_that_is_wider_than_the_line) {
  EXPECT_EQ(lines("see http://example.org/x", 10), (Lines{"see", "http://exa", "mple.org/x"}));
}

TEST(Layout, counts_columns_not_bytes) {
  EXPECT_EQ(display_width("Haswija"), 7);
  EXPECT_EQ(display_width("\u062D\u0644\u0628"), 3);  // Arabic letters
  EXPECT_EQ(display_width("e\u0301"), 1);             // a combining accent
  EXPECT_EQ(display_width("\u6226\u4E89"), 4);        // wide ideographs
  EXPECT_EQ(lines("\u6226\u4E89\u6226", 4), (Lines{"\u6226\u4E89", "\u6226"}));
}

TEST(Layout, keeps_marks_that_take_no_column) {
  EXPECT_EQ(lines("\u0301\t!", 10), (Lines{"\u0301\t!"}));  // a combining accent with nothing to stand on
  EXPECT_EQ(lines("abcd \u0301", 4), (Lines{"abcd", "\u0301"}));
}

TEST(Layout, replaces_what_could_steer_the_terminal) {
  EXPECT_EQ(printable("a\x1b[2Jb\tc\nd"), "a\uFFFD[2Jb c d");
  EXPECT_EQ(printable("\u009B"), "\uFFFD");  // the one-character form of ESC [
}

TEST(Layout, styles_only_where_the_view_has_colour) {
  EXPECT_EQ(styled({.colour = false}, "1", "x"), "x");
  EXPECT_EQ(styled({.colour = true}, "1", "x"), "\x1b[1mx\x1b[0m");
}

}  // namespace
}  // namespace attest
