#include "publish/marked.hpp"

#include <gtest/gtest.h>

#include "unit/publish/sample.hpp"

namespace attest {
namespace {

std::string marked(const std::vector<Claim>& claims, const View& view) {
  const std::string text = sample_document().text;
  std::string out;
  append_marked(out, claims, text, CodePointIndex(text), view);
  return out;
}

TEST(Marked, puts_letters_under_the_words_of_each_field) {
  EXPECT_EQ(marked({sample_claim(sample_document().text)}, {.width = 80}),
            "1 killed\n"
            "   Shells fell on the market of Harim\u00E9 on Monday and killed at least 26 people,\n"
            "                                PPPPPP    TTTTTT     KKKKKK CCCCCCCCCCC VVVVVV\n"
            "   among them traders from the villages around, a hospital official said.\n"
            "                                                SSSSSSSSSSSSSSSSSSS\n"
            "   K kind      killed: \u201Ckilled\u201D\n"
            "   C count     26 or more: \u201Cat least 26\u201D\n"
            "   V victims   civilian: \u201Cpeople\u201D\n"
            "   A actor     Town M militia: \u201CTOWN M\u201D at 0-6, by rule topic\n"
            "     means     artillery\n"
            "     object    market\n"
            "   P place     Harim\u00E9, SY: \u201CHarim\u00E9\u201D\n"
            "   T time      2024-03-04: \u201CMonday\u201D\n"
            "   S source    a hospital official (medical): \u201Ca hospital official\u201D\n"
            "     certainty asserted\n"
            "     scope     incident\n"
            "     incident  A\n"
            "\n");
}

TEST(Marked, names_the_rule_where_no_words_were_read) {
  Claim claim = sample_claim(sample_document().text);
  claim.time->text.reset();
  claim.derived = {{"time", "published"}};
  EXPECT_NE(marked({claim}, {}).find("   T time      2024-03-04, by rule published\n"), std::string::npos);
}

TEST(Marked, numbers_the_claims) {
  const Claim claim = sample_claim(sample_document().text);
  EXPECT_NE(marked({claim, claim}, {}).find("\n2 killed\n"), std::string::npos);
}

}  // namespace
}  // namespace attest
