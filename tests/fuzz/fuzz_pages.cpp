// Any boxes as the words of a PDF's pages: the layout alone. Eight bytes are a word; its text goes on from a long line.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/blocks.hpp"
#include "read/page_paragraphs.hpp"

namespace {

constexpr std::array<std::string_view, 16> kWords = {"The", "govern-", "ment",   "said.",   "•",      "1.",
                                                     "12",  "al-",     "Page",   "Source:", "killed", "-",
                                                     "(a)", "é\u00ad", "Report", "\u00a0"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest;
  std::vector<Page> pages(1, Page{600, 800, {}});
  for (std::size_t i = 0; i + 8 <= size; i += 8) {
    const std::uint8_t* word = data + i;
    if (word[0] == 0xff) {
      pages.push_back({600, 800, {}});
      continue;
    }
    const double left = word[1] * 3.0 + word[2] / 8.0 - 50, top = word[3] * 4.0 + word[4] / 8.0 - 50;
    const double height = word[6] % 40;
    pages.back().words.push_back({std::string(kWords[word[0] % kWords.size()]), left, top, left + word[5], top + height,
                                  static_cast<double>(word[7] % 64), word[7] >= 128});
  }
  Document document;
  read_pages(pages).give_to(document);
  fuzz::check_blocks(document);
  return 0;
}
