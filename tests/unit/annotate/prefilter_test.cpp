#include "annotate/prefilter.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"
#include "claims/where_to_parse.hpp"
#include "publish/json.hpp"
#include "support/report.hpp"

namespace attest {

namespace {

namespace fs = std::filesystem;

const std::set<std::string> kWords = {"kill", "killed", "attack", "tac", "retook", "aba"};

/// The same by trying every word at every place: letters only, hyphens and apostrophes taken out.
std::vector<std::uint32_t> hits_by_trying(std::string_view text) {
  std::vector<std::uint32_t> out;
  std::string so_far;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '-' || c == '\'' || c == '`') continue;
    so_far += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const std::string& word : kWords)
      if (so_far.ends_with(word)) {
        out.push_back(i + 1);
        break;
      }
  }
  return out;
}

std::string claims_text(const Document& document, Trees trees) {
  std::string out;
  const CodePointIndex index(document.text);
  for (const Claim& claim : test::knowledge().code(document, trees))
    append_json_line(out, claim, document, index, "test");
  return out;
}

}  // namespace

RC_GTEST_PROP(Prefilter, finds_what_trying_finds, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "kil", "l", "killed", " ", "a", "b", "tack", "at", "-", "re", "took", ".", "T", "'"));
  std::string text;
  for (const std::string& part : parts) text += part;
  // A longer word ends where its beginning was a hit already: both are told by the shorter one.
  const Prefilter filter(kWords);
  const auto found = filter.hits(text);
  for (const std::uint32_t hit : hits_by_trying(text)) {
    const bool told = std::ranges::any_of(found, [&](std::uint32_t at) { return at <= hit && at + 3 * 8 >= hit; });
    RC_ASSERT(told);
  }
}

TEST(Prefilter, nothing_is_a_hit_without_a_trigger) {
  const Prefilter filter(kWords);
  EXPECT_TRUE(filter.hits("The council met on Tuesday and discussed “roads” — again.").empty());
  EXPECT_EQ(filter.hits("They RE-TOOK it"), std::vector<std::uint32_t>{12});
  EXPECT_FALSE(filter.hits("ﬁghting").empty()) << "letters that the scan does not fold are always hits";
}

TEST(Prefilter, general_news_is_hardly_parsed) {
  const auto parsed = [](const std::string& text) {
    const Document document = test::report(text);
    const std::vector<bool> wanted = where_to_parse(document, analyse(document), test::resources());
    return std::ranges::count(wanted, true);
  };
  EXPECT_EQ(parsed("The mayor took a train to the lake.\n\nHe left at noon."), 0);
  EXPECT_EQ(parsed("Goal in the cup final.\n\nThe striker shot twice before the referee sent him off the pitch.\n\n"
                   "Fans of the football club said the team was killed by injuries in the league."),
            0);
  EXPECT_GT(parsed("The mayor took a train to the lake.\n\nGunmen killed two farmers near the town."), 0);
}

TEST(Prefilter, claims_are_the_same_with_and_without_it) {
  std::size_t reports = 0;
  for (const char* folder : {"/examples/reports", "/tests/reports/negative"})
    for (const auto& entry : fs::directory_iterator(std::string(ATTEST_SOURCE_DIR) + folder)) {
      const Document document = test::report(*read_file(entry.path()));
      EXPECT_EQ(claims_text(document, Trees::near_triggers), claims_text(document, Trees::everywhere)) << entry.path();
      ++reports;
    }
  EXPECT_GE(reports, 25U);
}

}  // namespace attest
