// Layout alone: words with boxes made up here, without a PDF.
#include <gtest/gtest.h>

#include "read/page_paragraphs.hpp"
#include "unit/read/blocks_of.hpp"

namespace attest {
namespace {

/// Puts words on a page, six points a letter.
class Typesetter {
 public:
  Typesetter& line(double left, double top, std::string_view words, double size = 10, bool bold = false) {
    double x = left;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      const double width = static_cast<double>(end) * size * 0.5;
      page_.words.push_back({std::string(words.substr(0, end)), x, top, x + width, top + size, size, bold});
      x += width + size * 0.3;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return *this;
  }
  [[nodiscard]] Page page() const { return page_; }

 private:
  Page page_{600, 800, {}};
};

std::vector<std::string> blocks_of(const std::vector<Page>& pages) {
  Document document;
  read_pages(pages).give_to(document);
  return test::blocks_of(document);
}

using Blocks = std::vector<std::string>;

TEST(Pages, SplitParagraphsAtIndentsAndGaps) {
  Typesetter set;
  set.line(60, 100, "Shelling began before dawn and went on until noon on that day").line(60, 112, "in all quarters.");
  set.line(72, 124, "The bridge was closed when the army left it and all that was").line(60, 136, "on it behind.");
  set.line(60, 170, "Nobody has crossed it since then, the mayor of the town says.");
  EXPECT_EQ(blocks_of({set.page()}),
            (Blocks{"paragraph: Shelling began before dawn and went on until noon on that day in all quarters.",
                    "paragraph: The bridge was closed when the army left it and all that was on it behind.",
                    "paragraph: Nobody has crossed it since then, the mayor of the town says."}));
}

TEST(Pages, JoinAParagraphOverAPageAndANoteBelowIt) {
  Typesetter first, second;
  first.line(60, 700, "The committee counted those who had come over the river since")
      .line(60, 760, "1 The count leaves out the old town.", 7);
  second.line(60, 60, "January and found nine hundred families in the schools there.");
  EXPECT_EQ(blocks_of({first.page(), second.page()}),
            (Blocks{"paragraph: The committee counted those who had come over the river since January and found nine "
                    "hundred families in the schools there.",
                    "caption: 1 The count leaves out the old town."}));
}

TEST(Pages, DropNumbersOfFootnotes) {
  Page page = Typesetter().line(60, 100, "They buried twelve people who had died in the raid.").page();
  const PageWord last = page.words.back();
  page.words.push_back({"3", last.right, last.top - 1, last.right + 3, last.bottom - 4, 6, false});
  EXPECT_EQ(blocks_of({page}), Blocks{"paragraph: They buried twelve people who had died in the raid."});
}

TEST(Pages, KnowHeadersThatChangeWithThePageNumber) {
  std::vector<Page> pages;
  for (int i = 1; i <= 3; ++i)
    pages.push_back(
        Typesetter()
            .line(60, 30, "Bulletin 12 of the valley, page " + std::to_string(i))
            .line(60, 300, "Nothing was heard of the convoy that had left on day " + std::to_string(i) + ".")
            .line(300, 780, std::to_string(i))
            .page());
  const Blocks blocks = blocks_of(pages);
  ASSERT_EQ(blocks.size(), 5U);
  EXPECT_EQ(blocks[2], "paragraph: Nothing was heard of the convoy that had left on day 3.");
  EXPECT_EQ(blocks[3], "boilerplate: Bulletin 12 of the valley, page 1");
}

TEST(Pages, KeepNumbersInTheLastRowOfATable) {
  Typesetter set;
  set.line(60, 740, "Marwa").line(200, 740, "12").line(300, 740, "40");
  set.line(60, 760, "Sabha").line(200, 760, "3").line(300, 760, "9");
  EXPECT_EQ(blocks_of({set.page()}),
            (Blocks{"cell: Marwa", "cell: 12", "cell: 40", "cell: Sabha", "cell: 3", "cell: 9"}));
}

TEST(Pages, ReadAWordDrawnTwiceOnce) {
  Page page = Typesetter().line(60, 100, "Three wells were closed in the old town on Monday.").page();
  const std::vector<PageWord> words = page.words;
  for (PageWord word : words) {
    word.left += 0.3;
    word.right += 0.3;
    page.words.push_back(word);
  }
  EXPECT_EQ(blocks_of({page}), Blocks{"paragraph: Three wells were closed in the old town on Monday."});
}

}  // namespace
}  // namespace attest
