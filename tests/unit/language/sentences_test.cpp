#include "language/sentences.hpp"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

std::string split(std::string_view text) {
  Document document;
  document.text = text;
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
  std::string out;
  for (const Sentence& sentence : analyse(document).sentences) {
    if (!out.empty()) out += " # ";
    out += slice(document.text, sentence.span);
  }
  return out;
}

TEST(Sentences, EndWhereReadersSeeThemEnd) {
  const std::vector<std::pair<std::string_view, std::string_view>> table = {
      {"It rained. It stopped.", "It rained. # It stopped."},
      {"Gen. Ali and Dr. B. Noor left.", "Gen. Ali and Dr. B. Noor left."},
      {"He lives in the U.S. The town is small.", "He lives in the U.S. # The town is small."},
      {"He met U.S. Marines.", "He met U.S. Marines."},
      {"\"Why?\" she asked. \"Go.\" They went.", "\"Why?\" she asked. # \"Go.\" # They went."},
      {"It cost 3.5 million. 20 came.", "It cost 3.5 million. # 20 came."},
      {"They fled the village.She stayed.", "They fled the village. # She stayed."},
      {"We waited ... and left. ok then", "We waited ... and left. # ok then"},
      {"(They left.) We stayed.", "(They left.) # We stayed."},
      {"2. Roads in the east", "2. Roads in the east"},
      {"A street in the old town Image: A. Noor.", "A street in the old town # Image: A. Noor."},
      {"no stop at all", "no stop at all"},
  };
  for (const auto& [text, sentences] : table) EXPECT_EQ(split(text), sentences);
}

TEST(Sentences, DoNotCrossBlocks) {
  Document document;
  document.text = "Town falls\n\nIt fell.";
  document.blocks = {{BlockKind::headline, {0, 10}}, {BlockKind::paragraph, {12, 20}}};
  const Analysis analysis = analyse(document);
  ASSERT_EQ(analysis.sentences.size(), 2U);
  EXPECT_EQ(analysis.sentences[0].span, (Span{0, 10}));
  EXPECT_EQ(analysis.sentences[1].block, 1U);
}

}  // namespace
}  // namespace attest
