// What a page of a PDF is before anyone reads it: words with the boxes they stand in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attest/date.hpp"

namespace attest {

/// Lengths are points (1/72 inch), from the page's upper left corner.
struct PageWord {
  std::string text;  // UTF-8
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  // of the font
  bool bold = false;
};

struct Page {
  double width = 0, height = 0;
  std::vector<PageWord> words;
};

/// A PDF's words, and what its information dictionary says.
struct PdfWords {
  std::vector<Page> pages;
  std::string title, author;
  std::optional<Date> created;
};

}  // namespace attest
