#include "train/word_kinds.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "support/report.hpp"
#include "train/mention_corpus.hpp"

namespace attest::train {

namespace {

std::string file_with(const std::string& name, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / name;
  std::ofstream(path) << text;
  return path.string();
}

/// A token's kind by its word, for a text of these words.
std::uint32_t kind_of(std::string_view word) {
  if (word == "nurse" || word == "farmer") return 1;
  if (word == "village" || word == "harbour") return 2;
  if (word == "Qasriya") return kThingKinds + 3;
  return 0;
}

}  // namespace

TEST(WordKinds, what_was_learnt_is_guessed) {
  const std::string line = "The nurse and the farmer left the village by the harbour.";
  const Document document = test::report(line + "\n\n" + line + "\n\n" + line + "\n\n" + line);
  Analysis analysis = analyse(document);
  WordStates states;
  test::knowledge().parser().parse(document, analysis, {}, &states);
  std::vector<std::uint32_t> kinds;
  for (const Token& token : analysis.tokens) kinds.push_back(kind_of(slice(document.text, token.span)));
  const std::vector<KindExample> examples = kind_examples(document, analysis, states, {}, kinds);
  ASSERT_FALSE(examples.empty());
  const auto learnt = [&] {
    KindTrainer trainer(2 * states.width);
    trainer.learn(examples);
    SectionWriter writer(kModelFormat);
    trainer.write(writer);
    return writer.bytes();
  };
  const std::string bytes = learnt();
  EXPECT_EQ(bytes, learnt()) << "same examples, same weights";
  const auto file = SectionFile::from_bytes(bytes, "test", kModelFormat);
  ASSERT_TRUE(file.has_value());
  const auto guesser = KindGuesser::from(*file);
  ASSERT_TRUE(guesser.has_value() && guesser->has_value());
  const NameFeatures features(document, analysis, {});
  const std::vector<WordKinds> found = (*guesser)->guess(features, analysis, states);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] != 0) {
      EXPECT_EQ(found[i].thing, kinds[i]) << slice(document.text, analysis.tokens[i].span);
    }
    EXPECT_EQ(found[i].likeness.at(found[i].thing), kActivationScale);
    for (const std::int8_t likeness : found[i].likeness) EXPECT_GE(likeness, 0);
  }
}

TEST(WordKinds, tables_of_impossible_sizes_are_errors) {
  const auto opens = [](std::size_t slots, std::size_t rows, std::int32_t step) {
    SectionWriter writer(kModelFormat);
    const std::vector<std::uint32_t> keys(slots);
    const std::vector<std::int16_t> weights(rows * kWordKinds), states;
    const std::vector<std::int32_t> steps(2, step);
    writer.add("names.kinds.keys", std::span<const std::uint32_t>(keys));
    writer.add("names.kinds.rows", std::span<const std::int16_t>(weights));
    writer.add("names.kinds.states", std::span<const std::int16_t>(states));
    writer.add("names.kinds.steps", std::span<const std::int32_t>(steps));
    const auto file = SectionFile::from_bytes(writer.bytes(), "test", kModelFormat);
    return file && KindGuesser::from(*file).has_value();
  };
  EXPECT_TRUE(opens(8, 8, 1));
  EXPECT_FALSE(opens(6, 6, 1)) << "no power of two";
  EXPECT_FALSE(opens(8, 7, 1)) << "rows are missing";
  EXPECT_FALSE(opens(8, 8, 0)) << "a division by nothing";
}

TEST(WordKinds, marked_phrases_of_a_treebank_are_read) {
  const std::string rows =
      "# newdoc id = own\n# text = The nurse of Qasriya slept.\n"
      "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new\n"
      "2\tnurse\tnurse\tNOUN\tNN\t_\t5\tnsubj\t_\t_\n"
      "3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_\n"
      "4\tQasriya\tQasriya\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(2-place-new)1)\n"
      "5\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
      "6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n\n";
  const auto things = read_things(file_with("things.conllu", rows));
  ASSERT_TRUE(things.has_value()) << things.error().to_string();
  ASSERT_EQ(things->size(), 1U);
  std::string found;
  for (const MarkedThings::Head& head : things->front().heads)
    found += things->front().document.text.substr(head.begin, 4) + std::to_string(head.kind) + " ";
  EXPECT_EQ(found, "nurs1 Qasr2 ");
}

TEST(WordKinds, a_treebank_without_marked_phrases_is_an_error) {
  const auto none = read_things(ATTEST_SOURCE_DIR "/tests/treebank/sentences.conllu");
  ASSERT_FALSE(none.has_value());
  EXPECT_NE(none.error().where.find("sentences.conllu"), std::string::npos);
}

}  // namespace attest::train
