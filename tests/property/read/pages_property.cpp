// Whatever boxes a PDF has: every block is where it says, nothing is read twice, and reading ends.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "read/page_paragraphs.hpp"

namespace attest {
namespace {

std::vector<Page> any_pages() {
  const int pages = *rc::gen::inRange(1, 4);
  std::vector<Page> out;
  int number = 0;
  for (int i = 0; i < pages; ++i) {
    Page page{600, 800, {}};
    const int words = *rc::gen::inRange(0, 60);
    for (int j = 0; j < words; ++j) {
      const double left = *rc::gen::inRange(-50, 650), top = *rc::gen::inRange(-50, 850);
      const double width = *rc::gen::inRange(0, 300), size = *rc::gen::inRange(1, 40);
      // Each word is another, so that one read twice would be seen.
      std::string word = "w";
      for (int rest = number++; rest > 0; rest /= 20) word += static_cast<char>('a' + rest % 20);
      page.words.push_back({word, left, top, left + width, top + size, size, *rc::gen::arbitrary<bool>()});
    }
    out.push_back(std::move(page));
  }
  return out;
}

RC_GTEST_PROP(Pages, KeepEveryWordOnce, ()) {
  const std::vector<Page> pages = any_pages();
  Document document;
  read_pages(pages).give_to(document);
  RC_ASSERT(!first_invalid_utf8(document.text));
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    RC_ASSERT(block.span.begin >= end && block.span.end > block.span.begin && block.span.end <= document.text.size());
    end = block.span.end;
  }
  // Words that touch are one, so letters are counted: each word has one w.
  std::size_t words = 0;
  for (const Page& page : pages) words += page.words.size();
  RC_ASSERT(static_cast<std::size_t>(std::ranges::count(document.text, 'w')) == words);
}

}  // namespace
}  // namespace attest
