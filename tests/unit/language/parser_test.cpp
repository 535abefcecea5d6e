#include "language/parser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "support/report.hpp"

namespace attest {

namespace {

using test::knowledge;
using test::report;

/// "killed <- gunmen:nsubj, farmers:obj": the children of a word and how they hang from it.
std::string children(const Document& document, const Analysis& analysis, std::string_view word) {
  std::string out;
  for (std::uint32_t head = 0; head < analysis.tokens.size(); ++head) {
    if (slice(document.text, analysis.tokens[head].span) != word) continue;
    for (const Token& token : analysis.tokens)
      if (token.head == head && token.deprel != Deprel::punct)
        out += (out.empty() ? "" : " ") + std::string(slice(document.text, token.span)) + ":" +
               std::string(name_of(token.deprel));
    break;
  }
  return out;
}

std::string children(const std::string& text, std::string_view word) {
  const Document document = report(text);
  return children(document, knowledge().analyse(document), word);
}

bool same(const Token& a, const Token& b) {
  return a.upos == b.upos && a.xpos == b.xpos && a.deprel == b.deprel && a.head == b.head &&
         a.confidence == b.confidence;
}

/// Every sentence hangs from one of its words, and every other word reaches that one.
void expect_trees(const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    std::uint32_t roots = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const std::uint32_t head = analysis.tokens[i].head;
      if (head == kRoot) {
        ++roots;
        continue;
      }
      ASSERT_GE(head, sentence.first);
      ASSERT_LT(head, sentence.last);
      std::uint32_t at = i;
      for (std::uint32_t steps = 0; analysis.tokens[at].head != kRoot; at = analysis.tokens[at].head)
        ASSERT_LE(++steps, sentence.last - sentence.first) << "a circle";
    }
    ASSERT_EQ(roots, 1U);
  }
}

}  // namespace

TEST(Parser, finds_who_did_what_to_whom) {
  EXPECT_EQ(children("Gunmen killed three farmers near the town on Monday.", "killed"),
            "Gunmen:nsubj farmers:obj town:obl Monday:obl");
  EXPECT_EQ(children("Three farmers were killed by gunmen.", "killed"),
            "farmers:nsubj:pass were:aux:pass gunmen:obl:agent");
  EXPECT_EQ(children("The army said that rebels had attacked the village.", "said"), "army:nsubj attacked:ccomp");
}

TEST(Parser, gives_the_same_trees_on_every_vector_unit) {
  const Document document = report(
      "Rebels captured the bridge, two officials told reporters on Sunday, but the army denied it.\n\n"
      "AID WORKERS FLEE AS SHELLS HIT CAMP\n\nThe U.S.-led force said its drone struck a lorry; \"nobody was hurt,\" it added.");
  std::vector<Analysis> all;
  for (const Kernels& kernels : available_kernels()) {
    all.push_back(analyse(document));
    Parser(knowledge().model(), kernels).parse(document, all.back());
  }
  for (const Analysis& other : all)
    for (std::size_t i = 0; i < other.tokens.size(); ++i)
      EXPECT_TRUE(same(all.front().tokens[i], other.tokens[i])) << i;
}

TEST(Parser, does_not_depend_on_the_other_sentences) {
  const std::string alone = "Shelling wounded two nurses in the clinic.";
  const Document one = report(alone);
  const Document many = report("A. B c d e f.\n\nIt rained.\n\n" + alone + "\n\nThe road was closed again, they said.");
  const Analysis single = knowledge().analyse(one);
  const Analysis batch = knowledge().analyse(many);
  std::size_t at = 0;
  while (slice(many.text, batch.tokens[at].span) != "Shelling") ++at;
  for (std::size_t i = 0; i < single.tokens.size(); ++i) {
    Token shifted = batch.tokens[at + i];
    if (shifted.head != kRoot) shifted.head -= static_cast<std::uint32_t>(at);
    EXPECT_TRUE(same(shifted, single.tokens[i])) << i;
  }
}

TEST(Parser, does_not_depend_on_the_words_read_before) {
  const Document document = report("Shelling wounded two nurses in the clinic, and \"nobody came\", they said.");
  const Parser parser(knowledge().model());
  Analysis before = analyse(document);
  parser.parse(document, before);
  std::string many;
  for (int i = 0; i < 6000; ++i) many += "Place" + std::to_string(i) + (i % 20 == 19 ? ".\n\n" : " ");
  const Document other = report(many);
  Analysis rest = analyse(other);
  parser.parse(other, rest);
  Analysis after = analyse(document);
  parser.parse(document, after);
  for (std::size_t i = 0; i < before.tokens.size(); ++i) EXPECT_TRUE(same(before.tokens[i], after.tokens[i])) << i;
}

TEST(Parser, any_text_gets_trees) {
  std::string endless;
  for (int i = 0; i < 3000; ++i) endless += "word ";
  for (const std::string& text : {std::string("🙂 🙂🙂 — …"), std::string("قُتل ثلاثة مدنيين في القصف."),
                                  endless, std::string("a\tb\nc\n\n.\n\n!"), std::string("((((((((((((((((((((((((("),
                                  std::string("The the the The of of of and and")}) {
    const Document document = report(text);
    const Analysis analysis = knowledge().analyse(document);
    EXPECT_TRUE(analysis.parsed);
    expect_trees(analysis);
  }
}

TEST(Parser, bytes_that_no_reader_lets_through_get_trees_too) {
  const std::string joined =
      "👩🏽‍🚒👨‍👩‍👧 fled 🏚️ near e\xCC\x81 مدينة \xE2\x80\xAE"
      "deddim\xE2\x80\xAC.";
  for (const std::string& text : {std::string("Gunmen\0killed two\0\0 men.", 24), std::string(200, '\0'), joined,
                                  std::string("\xFF\xFE killed \xC3"), "He said " + std::string(100'000, 'a') + "."}) {
    Document document;
    document.text = text;
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
    const Analysis analysis = knowledge().analyse(document);
    expect_trees(analysis);
    for (const Token& token : analysis.tokens) ASSERT_LE(token.span.end, text.size());
  }
}

/// Would run into the test's time limit if the time grew with the square of the length.
TEST(Parser, a_megabyte_without_a_full_stop_is_parsed_in_pieces) {
  std::string text;
  while (text.size() < 1'000'000) text += "townspeople-and-fishermen ";
  Document document;
  document.text = text;
  document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  Analysis analysis = analyse(document);
  ASSERT_LT(analysis.sentences.size(), 200U) << "very long sentences are cut";
  knowledge().parser().parse(document, analysis);
  const auto roots = std::ranges::count(analysis.tokens, kRoot, &Token::head);
  EXPECT_EQ(static_cast<std::size_t>(roots), analysis.sentences.size());
}

TEST(Parser, many_threads_share_one_model) {
  const Document document = report("Militiamen burned the market and abducted twelve traders, residents said.");
  const Analysis expected = knowledge().analyse(document);
  std::vector<Analysis> found(4);
  {
    std::vector<std::jthread> threads;
    for (Analysis& analysis : found)
      threads.emplace_back([&analysis, &document] {
        for (int i = 0; i < 5; ++i) analysis = knowledge().analyse(document);
      });
  }
  for (const Analysis& analysis : found)
    for (std::size_t i = 0; i < expected.tokens.size(); ++i) EXPECT_TRUE(same(analysis.tokens[i], expected.tokens[i]));
}

}  // namespace attest
