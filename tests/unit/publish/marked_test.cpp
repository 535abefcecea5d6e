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
            "c1 killed\n"
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

TEST(Marked, tells_of_totals_and_of_those_who_passed_it_on) {
  Claim claim = sample_claim(sample_document().text);
  claim.id = "c2";
  claim.subset_of = "c1";
  claim.via = {Source{claim.source->text, "Town Radio", SourceKind::media}};
  claim.unverified = true;
  const std::string out = marked({claim}, {});
  for (const char* line :
       {"c2 killed\n", "\n     subset of c1\n", "\n   S via       Town Radio (media): ", "\n     unverified"})
    EXPECT_NE(out.find(line), std::string::npos) << line;
}

}  // namespace
}  // namespace attest
