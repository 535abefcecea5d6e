#include "train/names.hpp"

#include <gtest/gtest.h>

#include "support/report.hpp"

namespace attest::train {

namespace {

struct Marked {
  Document document;
  Analysis analysis;
  WordStates states;
  std::vector<NameSentence> sentences;
  std::size_t lost = 0;
};

Marked marked(const std::string& text, const std::vector<std::pair<std::string, EntityType>>& names) {
  Marked out;
  out.document = test::report(text);
  out.analysis = analyse(out.document);
  test::knowledge().parser().parse(out.document, out.analysis, {}, &out.states);
  std::vector<NameSpan> spans;
  for (const auto& [words, type] : names) {
    const auto at = static_cast<std::uint32_t>(out.document.text.find(words));
    spans.push_back({{at, at + static_cast<std::uint32_t>(words.size())}, type});
  }
  out.sentences = name_sentences(out.document, out.analysis, out.states, {}, nullptr, spans, out.lost);
  return out;
}

std::string learnt(const Marked& from) {
  NameOptions options;
  options.least = 1;
  NameTrainer trainer(2 * from.states.width, options);
  std::vector<const NameSentence*> sentences;
  for (const NameSentence& sentence : from.sentences) sentences.push_back(&sentence);
  trainer.learn(sentences);
  SectionWriter writer(kModelFormat);
  trainer.write(writer);
  return writer.bytes();
}

}  // namespace

TEST(NameTraining, what_was_learnt_is_found_again) {
  Marked text = marked("The Adwan Relief Board sent trucks to Qasriya. Later Mr Dawud left the town.",
                       {{"The Adwan Relief Board", EntityType::organisation},
                        {"Qasriya", EntityType::location},
                        {"Mr Dawud", EntityType::person}});
  EXPECT_EQ(text.lost, 0U);
  const std::string bytes = learnt(text);
  EXPECT_EQ(bytes, learnt(text)) << "same sentences, same weights";
  const auto file = SectionFile::from_bytes(bytes, "test", kModelFormat);
  ASSERT_TRUE(file.has_value());
  const auto finder = NameFinder::from(*file);
  ASSERT_TRUE(finder.has_value() && finder->has_value());
  (*finder)->find(text.document, text.analysis, text.states, {});
  std::string found;
  for (const Token& token : text.analysis.tokens)
    if (token.entity_begin) found += std::string(slice(text.document.text, token.span)) + " ";
  EXPECT_EQ(found, "The Qasriya Mr ");
}

TEST(NameTraining, a_name_that_cuts_a_token_is_counted_as_lost) {
  EXPECT_EQ(marked("They reached Qasriya.", {{"Qasr", EntityType::location}}).lost, 1U);
}

}  // namespace attest::train
