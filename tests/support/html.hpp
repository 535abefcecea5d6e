// Small saved pages for tests, and what is read of them as lines: "paragraph: Two drivers were killed."
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "read/html.hpp"

namespace attest::test {

inline Document read_page(std::string html, const Hints& hints = {}) {
  auto document = read_html("page.html", std::move(html), hints);
  EXPECT_TRUE(document) << document.error().to_string();
  return document ? std::move(*document) : Document();
}

inline std::string lines_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += name_of(block.kind);
    out += ": ";
    out += slice(document.text, block.span);
    out += '\n';
  }
  return out;
}

/// Three paragraphs in our own words, long enough to be an article.
inline constexpr std::string_view kParagraphs =
    "<p>Two drivers were killed when a convoy of lorries came under fire near the river crossing, a local council "
    "said on Tuesday.</p>"
    "<p>The council said that the lorries had carried flour and medicine for the clinic on the other bank, and that "
    "three of them burned out.</p>"
    "<p>No group said that it had fired, and the council asked for a pause so that the wounded could be brought "
    "away.</p>";

inline constexpr std::string_view kParagraphLines =
    "paragraph: Two drivers were killed when a convoy of lorries came under fire near the river crossing, a local "
    "council said on Tuesday.\n"
    "paragraph: The council said that the lorries had carried flour and medicine for the clinic on the other bank, and "
    "that three of them burned out.\n"
    "paragraph: No group said that it had fired, and the council asked for a pause so that the wounded could be "
    "brought away.\n";

}  // namespace attest::test
