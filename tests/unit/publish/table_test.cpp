#include "publish/table.hpp"

#include <gtest/gtest.h>

#include "publish/describe.hpp"
#include "unit/publish/sample.hpp"

namespace attest {
namespace {

std::string table(const std::vector<Claim>& claims, const View& view) {
  std::string out;
  append_table(out, claims, sample_document(), view);
  return out;
}

TEST(Table, fits_eighty_columns) {
  Claim claim = sample_claim(sample_document().text);
  *claim.time->from -= std::chrono::days{7};
  EXPECT_EQ(table({claim}, {.width = 80}),
            "market.txt\n"
            "KIND         COUNT    WHO AND WHAT  WHERE       WHEN        SOURCE     CERTAINTY\n"
            "killed       26 or    people        Harim\u00E9, SY  2024-02-26/ a hospital asserted\n"
            "             more     (civilian),               2024-03-04  official\n"
            "                      market, by\n"
            "                      Town M\n"
            "                      militia,\n"
            "                      [artillery]\n"
            "  \u201CShells fell on the market of Harim\u00E9 on Monday and killed at least 26 people,\n"
            "  among them traders from the villages around, a hospital official said.\u201D\n"
            "\n");
}

TEST(Table, uses_a_wide_terminal) {
  const std::string out = table({sample_claim(sample_document().text)}, {.width = 120});
  EXPECT_NE(out.find("people (civilian), market,"), std::string::npos) << out;
}

TEST(Table, leaves_unknown_fields_empty) {
  Claim claim;
  claim.kind = ClaimKind::clash;
  claim.sentence = {0, 6};
  EXPECT_EQ(table({claim}, {.width = 80}),
            "market.txt\n"
            "KIND         COUNT    WHO AND WHAT  WHERE       WHEN        SOURCE     CERTAINTY\n"
            "clash                                                                  asserted\n"
            "  \u201CTOWN M\u201D\n"
            "\n");
}

TEST(Table, says_that_a_report_makes_no_claims) { EXPECT_EQ(table({}, {}), "market.txt: no claims\n"); }

TEST(Table, colours_only_when_asked) {
  Claim claim = sample_claim(sample_document().text);
  claim.certainty = Certainty::denied;
  EXPECT_EQ(table({claim}, {}).find('\x1b'), std::string::npos);
  EXPECT_NE(table({claim}, {.colour = true}).find("\x1b[31mdenied\x1b[0m"), std::string::npos);
}

TEST(Describe, counts_in_words) {
  EXPECT_EQ(describe(Count{{}, 26, 26, Unit::persons}), "26");
  EXPECT_EQ(describe(Count{{}, 26, {}, Unit::persons}), "26 or more");
  EXPECT_EQ(describe(Count{{}, {}, 600000, Unit::persons}), "600000 or fewer");
  EXPECT_EQ(describe(Count{{}, 24, 99, Unit::families}), "24 to 99 families");
  EXPECT_EQ(describe(Count{{}, {}, {}, Unit::persons}), "no figure");
}

TEST(Describe, victims_by_status_and_group) {
  EXPECT_EQ(describe(Victims{{}, VictimStatus::civilian, VictimGroup::children}), "civilian, children");
  EXPECT_EQ(describe(Victims{{}, VictimStatus::unknown, VictimGroup::any}), "status unknown");
}

}  // namespace
}  // namespace attest
