#include "language/tokens.hpp"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

std::string cut(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += token.joined ? "|" : " ";
    out += slice(text, token.span);
  }
  return out;
}

TEST(Tokens, AreCutAsTreebanksDo) {
  const std::vector<std::pair<std::string_view, std::string_view>> table = {
      {"the al-Noor clinic", "the al|-|Noor clinic"},
      {"a U.S.-led 25-year-old", "a U.S.|-|led 25|-|year|-|old"},
      {"non-combatants, pro-government e-mail", "non-combatants|, pro-government e-mail"},
      {"3,000-5,000 people", "3,000|-|5,000 people"},
      {"$1.2m, 400km, 6pm, 3G", "$|1.2|m|, 400|km|, 6|pm|, 3G"},
      {"on 9/11 and 2017-03-09 at 10:30", "on 9/11 and 2017-03-09 at 10:30"},
      {"the 1990s, 1980's, 2nd", "the 1990s|, 1980's|, 2nd"},
      {"713-853-3989 or 345-9945", "713-853-3989 or 345-9945"},
      {"US$5", "US$|5"},
      {"Gen. Ali said No. 5 fell.", "Gen. Ali said No. 5 fell|."},
      {"He said no.", "He said no|."},
      {"in the sun.", "in the sun|."},
      {"Iraq's don't can't cannot", "Iraq|'s do|n't ca|n't can|not"},
      {"they’re", "they|’re"},
      {"the boys’ 'yes'", "the boys|’ '|yes|'"},
      {"Da'esh", "Da'esh"},
      {"and/or s/he AT&T", "and|/|or s/he AT&T"},
      {"see http://a.example/x_y(1). Or www.b.example, ok", "see http://a.example/x_y(1)|. Or www.b.example|, ok"},
      {"mail a.b@c.example now", "mail a.b@c.example now"},
      {"home.html, village.The", "home.html|, village|.|The"},
      {"what?! wait... --", "what|?! wait|... --"},
      {"fine :-) thanks", "fine :-) thanks"},
      {"#peace by @someone", "#peace by @someone"},
      {"قتل ٢٠ شخصا؟", "قتل ٢٠ شخصا|؟"},
      {"fire\xF0\x9F\x94\xA5now", "fire|\xF0\x9F\x94\xA5|now"},
  };
  for (const auto& [text, tokens] : table) EXPECT_EQ(cut(text), tokens);
  EXPECT_EQ(cut(std::string_view("a\0b", 3)), std::string_view("a|\0|b", 5));
  EXPECT_EQ(cut(""), "");
  EXPECT_EQ(cut("\xE2\x80"), "\xE2\x80");  // a character cut off
}

/// Would run into the test's time limit if the time grew with the square of the length.
TEST(Tokens, LongRunsOfAnything) {
  const auto run = [](std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    Document document;
    document.text = text;
    document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
    const Analysis analysis = analyse(document);
    EXPECT_GE(analysis.sentences.size(), 1U);
    EXPECT_EQ(analysis.tokens.back().span.end, text.find_last_not_of(' ') + 1) << piece;
  };
  for (std::string_view piece :
       {"a.", "a-", "1-", "1.", "co-", "a'", "@a", "a_", "http://", "(", "\"", ". ", "é", "ab "})
    run(piece, 1'000'000);
  run("word ", 10'000'000);
}

}  // namespace
}  // namespace attest
