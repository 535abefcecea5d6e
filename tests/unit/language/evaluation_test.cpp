#include "language/evaluation.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

constexpr std::string_view kGold =
    "# newdoc id = a\n# text = They don't wait.\n"
    "1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\twait\twait\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
    "# newpar\n# text = Rain\n1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_\n";

GoldDocument gold() {
  const auto sentences = parse_conllu(kGold, "a.conllu");
  return gold_document(*sentences, "a.conllu").value();
}

TEST(Evaluation, GivesBackTheText) {
  const GoldDocument document = gold();
  EXPECT_EQ(document.document.text, "They don't wait.\n\nRain");
  ASSERT_EQ(document.document.blocks.size(), 2U);
  EXPECT_EQ(document.document.blocks[1].span, (Span{18, 22}));
  EXPECT_EQ(slice(document.document.text, document.analysis.tokens[2].span), "n't");
}

TEST(Evaluation, FindsNoFaultInTheTreebankItself) {
  const GoldDocument document = gold();
  const Evaluation result = evaluate(document, document.analysis, document.lemmas);
  EXPECT_EQ(result.words, (Score{6, 6, 6}));
  EXPECT_EQ(result.sentences, (Score{2, 2, 2}));
  EXPECT_EQ(result.las, (Score{6, 6, 6}));
  EXPECT_EQ(result.lemmas, (Score{6, 6, 6}));
  EXPECT_TRUE(differences(document, document.analysis).empty());
}

TEST(Evaluation, CountsWhatIsCutTaggedAndHungOtherwise) {
  const GoldDocument document = gold();
  Analysis system = document.analysis;
  system.tokens[1].span.end = system.tokens[2].span.end;  // "don't" in one piece
  system.tokens.erase(system.tokens.begin() + 2);
  for (Token& token : system.tokens)
    if (token.head != kRoot) token.head = 2;
  system.tokens[0].deprel = Deprel::obj;
  system.tokens[3].upos = Upos::x;
  system.sentences = {{{0, 22}, 0, 5, 0}};
  const Evaluation result = evaluate(document, system);
  EXPECT_EQ(result.words, (Score{6, 5, 4}));
  EXPECT_EQ(result.sentences, (Score{2, 1, 0}));
  EXPECT_EQ(result.upos.correct, 3U);
  EXPECT_EQ(result.uas.correct, 4U);
  EXPECT_EQ(result.las.correct, 3U);
  EXPECT_EQ(result.relations.at(static_cast<std::size_t>(Deprel::nsubj)), (Score{1, 0, 0}));
  EXPECT_EQ(differences(document, system).size(), 2U);
}

TEST(Evaluation, RefusesTextThatIsNotThatOfTheWords) {
  const auto sentences = parse_conllu("# text = Snow\n1\tRain\t_\t_\t_\t_\t_\t_\t_\t_\n", "a.conllu");
  const auto result = gold_document(*sentences, "a.conllu");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().to_string(), "a.conllu:2: \"Rain\" does not stand in \"# text\" there");
}

}  // namespace
}  // namespace attest
