#include "language/conllu.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

// The rows are written with spaces for tabs, which is easier to read and to review.
std::string tabbed(std::string text) {
  for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) {
    const std::size_t begin = text.rfind('\n', at) + 1;
    if (text[begin] != '#') text[at] = '\t';
    ++at;
  }
  return text;
}

constexpr std::string_view kRain =
    "# newdoc id = weather\n"
    "# newpar\n"
    "# sent_id = weather-1\n"
    "# text = They don't wait.\n"
    "1 They they PRON PRP Case=Nom 4 nsubj 4:nsubj Entity=(1-person)\n"
    "2-3 don't _ _ _ _ _ _ _ _\n"
    "2 do do AUX VBP _ 4 aux _ _\n"
    "3 n't not PART RB _ 4 advmod _ _\n"
    "4 wait wait VERB VB _ 0 root _ SpaceAfter=No\n"
    "4.1 here here ADV RB _ _ _ _ _\n"
    "5 . . PUNCT . _ 4 punct _ _\n"
    "\n"
    "1 Rain rain NOUN NN _ 0 root _ _\n";

TEST(ReadConllu, KeepsWordsRangesAndPlaces) {
  const auto sentences = parse_conllu(tabbed(std::string(kRain)), "a.conllu");
  ASSERT_TRUE(sentences) << sentences.error().to_string();
  ASSERT_EQ(sentences->size(), 2U);
  const ConlluSentence& first = sentences->front();
  EXPECT_EQ(first.id, "weather-1");
  EXPECT_EQ(first.text, "They don't wait.");
  EXPECT_TRUE(first.new_document);
  EXPECT_TRUE(first.new_paragraph);
  ASSERT_EQ(first.words.size(), 5U);
  EXPECT_EQ(first.words[0].misc, "Entity=(1-person)");
  EXPECT_EQ(first.words[1].multiword, 1U);
  EXPECT_FALSE(first.words[1].space_after);
  EXPECT_EQ(first.words[2].lemma, "not");
  EXPECT_TRUE(first.words[2].space_after);
  EXPECT_EQ(first.words[3].head, 0U);
  EXPECT_FALSE(first.words[3].space_after);
  EXPECT_EQ(first.words[4].xpos, Xpos::period);
  EXPECT_EQ(first.multiwords, (std::vector<ConlluMultiword>{{1, 3, "don't", ""}}));
  EXPECT_EQ(sentences->back().document, "weather");
  EXPECT_FALSE(sentences->back().new_document);
  EXPECT_EQ(sentences->back().text, "Rain");
}

TEST(ReadConllu, NamesTheLineOfAnError) {
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"1 Rain rain NOUN\n", "a.conllu:1: not ten columns separated by tabs"},
      {"# text = x\n1 Rain rain NOUN NN _ 0 root _ _ _\n", "a.conllu:2: not ten columns separated by tabs"},
      {"1 Rain rain NOUN NN _ 0 root _ _\n3 fell fall VERB VBD _ 1 acl _ _\n", "a.conllu:2: expected word 2, found 3"},
      {"1 Rain rain WET NN _ 0 root _ _\n", "a.conllu:1: unknown UPOS WET"},
      {"1 Rain rain NOUN NN _ 0 wet _ _\n", "a.conllu:1: unknown relation wet"},
      {"1 Rain rain NOUN NN _ 2 root _ _\n", "a.conllu:1: word 1 has a head outside its sentence"},
      {"1 Rain rain NOUN NN _ -1 root _ _\n", "a.conllu:1: not a head: -1"},
      {"1-2 Rain rain NOUN NN _ 0 root _ _\n1 R r NOUN NN _ 0 root _ _\n",
       "a.conllu:1: a range ends outside its sentence"},
      {"2-1 Rain rain NOUN NN _ 0 root _ _\n", "a.conllu:1: the range 2-1 does not fit"},
  };
  for (const auto& [text, message] : wrong) {
    const auto sentences = parse_conllu(tabbed(text), "a.conllu");
    ASSERT_FALSE(sentences) << message;
    EXPECT_EQ(sentences.error().to_string(), message);
  }
}

TEST(ReadConllu, ReadsWindowsLineEndsAndNothing) {
  EXPECT_TRUE(parse_conllu("", "a")->empty());
  const auto sentences = parse_conllu("1\tRain\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n", "a");
  ASSERT_TRUE(sentences) << sentences.error().to_string();
  EXPECT_EQ(sentences->front().words.front().upos, Upos::x);
}

}  // namespace
}  // namespace attest
