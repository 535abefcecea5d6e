#include "read/pdf.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

#include "base/files.hpp"
#include "unit/read/blocks_of.hpp"

namespace attest {
namespace {

std::string sample(const std::string& name) {
  return read_file(std::string(ATTEST_SOURCE_DIR) + "/tests/samples/" + name).value();
}

Result<Document> read(const std::string& name) { return read_pdf(name, sample(name), {}); }

bool has(const Document& document, std::string_view words) { return document.text.find(words) != std::string::npos; }

std::size_t place_of(const Document& document, std::string_view words) {
  const std::size_t at = document.text.find(words);
  EXPECT_NE(at, std::string::npos) << words << "\nin\n" << document.text;
  return at;
}

/// Paragraphs that begin and end as sentences do.
void expect_whole_paragraphs(const Document& document) {
  for (const std::string& block : test::blocks_of(document))
    EXPECT_TRUE(!block.starts_with("paragraph: ") ||
                (block.ends_with('.') && std::isupper(static_cast<unsigned char>(block[11])) != 0))
        << block;
}

TEST(Pdf, OfOneColumnHasItsBlocks) {
  const auto document = read("one-column.pdf");
  ASSERT_TRUE(document) << document.error().to_string();
  const auto blocks = test::blocks_of(*document);
  ASSERT_GT(blocks.size(), 10U);
  EXPECT_EQ(blocks[0], "headline: Shelling of a grain market kills 14 in Marwa");
  EXPECT_EQ(blocks[1], "paragraph: Marwa, 12 March 2019");
  EXPECT_TRUE(blocks[2].starts_with("paragraph: Shells fell on the grain market of Marwa on Tuesday morning"))
      << blocks[2];
  EXPECT_TRUE(std::ranges::count(blocks, "headline: What is needed") == 1);
  EXPECT_TRUE(std::ranges::count(blocks,
                                 "list_item: Tents and blankets for the families who sleep in the open near the "
                                 "harbour of Old Marwa.") == 1);
  EXPECT_EQ(document->title->value, "Shelling of a grain market kills 14 in Marwa");
  EXPECT_EQ(document->author->value, "River Valley Committee");
  EXPECT_EQ(document->author->origin, "pdf info");
  EXPECT_EQ(to_iso(document->published->value), "2019-03-12");
  EXPECT_EQ(document->published->origin, "date line");
}

TEST(Pdf, LeavesHeadersAndFootersOutOfTheText) {
  const auto document = read("one-column.pdf");
  ASSERT_TRUE(document);
  const std::size_t end = place_of(*document, "Committee for the River Valley");
  for (const Block& block : document->blocks)
    EXPECT_EQ(block.kind == BlockKind::boilerplate, block.span.begin >= end) << slice(document->text, block.span);
  EXPECT_EQ(place_of(*document, "Page 1 of 2") > end, true);
}

TEST(Pdf, ReadsColumnsOneAfterTheOther) {
  for (const char* name : {"two-columns.pdf", "three-columns.pdf"}) {
    const auto document = read(name);
    ASSERT_TRUE(document) << document.error().to_string();
    EXPECT_TRUE(has(*document, "Most of those killed were traders who had come from villages in the north."));
    EXPECT_TRUE(has(*document,
                    "He said that the rebels, who have held the eastern bank of the river since January, were to "
                    "blame for the bombardment."));
    EXPECT_TRUE(has(*document, "Around 2,500 families fled towards the coast, a relief worker said."));
    EXPECT_EQ(test::blocks_of(*document)[0],
              "headline: Shelling of a grain market kills 14 in Marwa, and thousands flee");
    expect_whole_paragraphs(*document);
    EXPECT_EQ(to_iso(document->published->value), "2019-03-12");
    EXPECT_EQ(document->published->origin, "page header");
  }
}

TEST(Pdf, UndoesHyphensOfCutWordsOnly) {
  const auto document = read("hyphens.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(
      document->text,
      "The bombardment of the town of Deir-ez-Zor went on for a third day, and the bombardment was answered from the "
      "government-held quarter. Officials of the government, who were not named, said that al-Nour camp was hit; "
      "camps in the area held many of the displaced. Three children died.");
}

TEST(Pdf, KeepsTablesAsRowsOfCells) {
  const auto document = read("tables.pdf");
  ASSERT_TRUE(document);
  EXPECT_TRUE(has(*document,
                  "Place\tDate\tKilled\tWounded\tWhat happened\n"
                  "Marwa\t12 March\t14\t30\tShells on the market\n"
                  "Old Marwa\t13 March\t2\t5\tMine under a car\n"
                  "Tell Sabha\t15 March\t\t7\tAir strike near a school\n"))
      << document->text;
  EXPECT_TRUE(
      has(*document,
          "Marwa\tFamilies left before dawn, and the clinic was closed after two of its nurses had been taken away "
          "by armed men.\n"
          "Tell Sabha\tA mosque burned down."))
      << document->text;
  expect_whole_paragraphs(*document);
}

TEST(Pdf, WithoutTextOrWithAPasswordIsRefused) {
  const auto images = read("image-only.pdf"), locked = read("encrypted.pdf");
  ASSERT_FALSE(images);
  EXPECT_EQ(images.error().code, ErrorCode::empty);
  EXPECT_NE(images.error().message.find("holds only images"), std::string::npos);
  ASSERT_FALSE(locked);
  EXPECT_EQ(locked.error().code, ErrorCode::encrypted);
}

TEST(Pdf, ThatIsBrokenIsRefusedOrReadAsFarAsItGoes) {
  const std::string whole = sample("two-columns.pdf");
  const auto none = read_pdf("none.pdf", "%PDF-1.4\nnothing more", {});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::damaged);
  EXPECT_EQ(none.error().where, "none.pdf");
  for (std::size_t part = 1; part < 8; ++part) {
    const auto cut = read_pdf("cut.pdf", whole.substr(0, whole.size() * part / 8), {});
    EXPECT_TRUE(cut || cut.error().code == ErrorCode::damaged || cut.error().code == ErrorCode::empty);
  }
}

TEST(Pdf, WhosePagesLoopEnds) {
  const std::string loop =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\n"
      "trailer<</Root 1 0 R/Size 3>>\n%%EOF\n";
  const auto document = read_pdf("loop.pdf", loop, {});
  ASSERT_FALSE(document);
  EXPECT_TRUE(document.error().code == ErrorCode::too_large || document.error().code == ErrorCode::damaged ||
              document.error().code == ErrorCode::empty)
      << document.error().to_string();
}

TEST(Pdf, IsTheSameEachTime) {
  const auto first = read("three-columns.pdf"), second = read("three-columns.pdf");
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
}

TEST(Pdf, AreReadByManyThreadsAtOnce) {
  const auto alone = read("hyphens.pdf");
  std::array<Result<Document>, 6> together;
  std::vector<std::thread> threads;
  for (auto& document : together) threads.emplace_back([&document] { document = read("hyphens.pdf"); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& document : together) EXPECT_EQ(document, alone);
}

}  // namespace
}  // namespace attest
