#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/utf8.hpp"

namespace attest {
namespace {

void append(std::string& text, char32_t point) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) return byte(0xC0 | (point >> 6)), byte(0x80 | (point & 0x3F));
  if (point < 0x10000)
    return byte(0xE0 | (point >> 12)), byte(0x80 | ((point >> 6) & 0x3F)), byte(0x80 | (point & 0x3F));
  byte(0xF0 | (point >> 18)), byte(0x80 | ((point >> 12) & 0x3F));
  byte(0x80 | ((point >> 6) & 0x3F)), byte(0x80 | (point & 0x3F));
}

/// Code points of all lengths, with runs of ASCII as in real text.
std::u32string any_points() {
  const auto point =
      rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(1, 0x80), rc::gen::inRange<std::uint32_t>(0x80, 0x800),
                     rc::gen::inRange<std::uint32_t>(0x800, 0xD800), rc::gen::inRange<std::uint32_t>(0xE000, 0x110000));
  std::u32string points;
  for (const std::uint32_t value : *rc::gen::container<std::vector<std::uint32_t>>(point)) {
    points += static_cast<char32_t>(value);
    points.append(value % 40, U'x');
  }
  return points;
}

RC_GTEST_PROP(Utf8Property, IndexCountsCodePoints, ()) {
  std::string text;
  std::vector<std::uint32_t> borders{0};
  for (const char32_t point : any_points()) {
    append(text, point);
    borders.push_back(static_cast<std::uint32_t>(text.size()));
  }
  const CodePointIndex index(text);
  for (std::uint32_t i = 0; i < borders.size(); ++i) RC_ASSERT(index.at(borders[i]) == i);
}

RC_GTEST_PROP(Utf8Property, WellFormedTextIsValidAndCutTextIsNot, ()) {
  std::string text;
  for (const char32_t point : any_points()) append(text, point);
  RC_ASSERT(!first_invalid_utf8(text));
  const std::size_t good = text.size();
  append(text, *rc::gen::inRange<std::uint32_t>(0x80, 0xD800));
  text.pop_back();
  RC_ASSERT(first_invalid_utf8(text) == good);
}

TEST(Utf8, RefusesWhatTheStandardRefuses) {
  for (const std::string bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
    EXPECT_EQ(first_invalid_utf8("long enough for a fast path " + bad + " and more"), 28U) << bad;
}

}  // namespace
}  // namespace attest
