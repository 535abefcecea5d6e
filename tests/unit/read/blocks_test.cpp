#include "read/blocks.hpp"

#include <gtest/gtest.h>

#include "read/read.hpp"
#include "unit/read/blocks_of.hpp"

namespace attest {
namespace {

using test::blocks_of;

constexpr std::string_view kTitle = "Shells fall on Marwa\n\n";
constexpr std::string_view kSentence = "Two drivers were killed when lorries came under fire, a council said.";

/// The dateline of a report whose first paragraph begins so; empty: it has none.
std::string dateline_of(std::string_view begin) {
  const std::string text = std::string(kTitle) + std::string(begin) + std::string(kSentence);
  for (const Block& block : find_blocks(text))
    if (block.kind == BlockKind::dateline) return text.substr(block.span.begin, block.span.size());
  return {};
}

TEST(Blocks, FindDatelines) {
  EXPECT_EQ(dateline_of("MERIDA — "), "MERIDA —");
  EXPECT_EQ(dateline_of("KHARTOUM, Jan 5 (Agency) - "), "KHARTOUM, Jan 5 (Agency) -");
  EXPECT_EQ(dateline_of("(Nairobi) – "), "(Nairobi) –");
  EXPECT_EQ(dateline_of("Aug. 3 (UPI) -- "), "Aug. 3 (UPI) --");
  EXPECT_EQ(dateline_of("RIYADH: "), "RIYADH:");
  EXPECT_EQ(dateline_of("ADEN/SANAA: "), "ADEN/SANAA:");
  EXPECT_EQ(dateline_of("PORT-AU-PRINCE: "), "PORT-AU-PRINCE:");
}

TEST(Blocks, TakeNoOtherWordsBeforeAMarkForDatelines) {
  for (std::string_view begin : {"WATCH: ", "READ MORE: ", "BREAKING: ", "Marwa: ", "The council said: ", "UN: ",
                                 "NO END IN SIGHT TO THIS: ", "24 HOURS: ", "The city - the largest - was hit. "})
    EXPECT_EQ(dateline_of(begin), "") << begin;
}

TEST(Blocks, ReadThePlaceOfADateline) {
  for (const auto& [begin, place] : {std::pair("MERIDA — ", "MERIDA"), std::pair("RIYADH: ", "RIYADH"),
                                     std::pair("ADEN/SANAA: ", "ADEN"), std::pair("(Nairobi) – ", "Nairobi")}) {
    const std::string text = std::string(kTitle) + begin + std::string(kSentence);
    const auto document = read_text("report.txt", text, {});
    ASSERT_TRUE(document);
    ASSERT_TRUE(document->dateline_place) << begin;
    EXPECT_EQ(document->dateline_place->value, place);
  }
}

TEST(Blocks, TellItemsFromHeadings) {
  const auto document = read_text("report.txt",
                                  std::string(kTitle) +
                                      "1. Response of the authorities\n\n"
                                      "2. Two shells hit the market.\n\n"
                                      "(a) three traders were hurt;\n\n"
                                      "• a clinic was closed\n",
                                  {});
  ASSERT_TRUE(document);
  EXPECT_EQ(blocks_of(*document),
            (std::vector<std::string>{"headline: Shells fall on Marwa", "headline: 1. Response of the authorities",
                                      "list_item: Two shells hit the market.", "list_item: three traders were hurt;",
                                      "list_item: a clinic was closed"}));
}

}  // namespace
}  // namespace attest
