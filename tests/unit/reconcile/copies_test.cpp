#include "reconcile/copies.hpp"

#include <gtest/gtest.h>

#include <string>

#include "read/read.hpp"

namespace attest {
namespace {

Fingerprint print_of(const std::string& text) {
  const auto document = read_text("test", text, {});
  EXPECT_TRUE(document.has_value());
  return fingerprint(document->text, document->blocks);
}

const std::string kLead =
    "Shells hit the ferry landing at Tolmar on Friday morning, killing 14 people who were waiting to cross the river, the "
    "hospital of the town said.";
const std::string kSecond =
    "Nine of the dead were traders on their way to the weekly market on the other bank, and a nurse said that 31 wounded had "
    "been brought in by noon and that the wards were full.";
const std::string kThird =
    "The army accused the rebels of the Northern Front, who hold the hills west of the town, but the Front said that it had "
    "not fired that day and asked for an inquiry.";
const std::string kOther =
    "Warplanes bombed the only health post of the Kiro valley before midnight, leaving three members of its staff dead and "
    "the pharmacy in ashes, local elders reported.";
const std::string kFurther =
    "They said that jets had circled over the villages and come back twice, and that a patient who had given birth was "
    "carried out alive with her child.";

std::string report(std::initializer_list<std::string> paragraphs, const std::string& headline = "A headline") {
  std::string text = headline + "\n";
  for (const std::string& paragraph : paragraphs) text += "\n" + paragraph + "\n";
  return text;
}

std::string exchanged(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

Relation relation(const std::string& mine, const std::string& theirs) {
  const Fingerprint a = print_of(mine), b = print_of(theirs);
  return relation_of(a, b, compare(a, b));
}

const std::string kWhole = report({kLead, kSecond, kThird});

TEST(Words, SpellingsAreOne) {
  const auto keys = [](const std::string& text) {
    std::vector<PrintWord> words;
    append_words(text, 0, words);
    std::vector<std::uint32_t> out;
    for (const PrintWord& word : words) out.push_back(word.key);
    return out;
  };
  EXPECT_EQ(keys("The centre organised defence, Syria's neighbours travelled"),
            keys("the center organized defense Syria’s neighbors traveled"));
  EXPECT_EQ(keys("Khan Sheikhoun, Hodeida"), keys("Khan Shaykhun, Hudayda"));
  EXPECT_EQ(keys("São Tomé"), keys("Sao Tome"));
  EXPECT_NE(keys("killed"), keys("called"));
  EXPECT_NE(keys("in"), keys("on"));
}

TEST(Words, FiguresAreTheirValue) {
  const auto figures = [](const std::string& text) {
    std::vector<PrintWord> words;
    append_words(text, 0, words);
    std::vector<std::uint32_t> values;
    for (const PrintWord& word : words)
      if (word.figure != 0) values.push_back(word.figure);
    return values;
  };
  const auto one = [&](const std::string& text) {
    const auto values = figures(text);
    EXPECT_EQ(values.size(), 1U) << text;
    return values.empty() ? 0 : values.front();
  };
  EXPECT_EQ(one("nineteen"), one("19"));
  EXPECT_EQ(one("twenty-one people"), one("21"));
  EXPECT_EQ(one("1.5 million"), one("1,500,000"));
  EXPECT_EQ(one("three hundred"), one("300."));
  EXPECT_NE(one("dozens of"), one("hundreds of"));
  EXPECT_NE(one("12"), one("13"));
  EXPECT_EQ(figures("two 14").size(), 2U);
  EXPECT_EQ(figures("twenty people, two cars").size(), 2U);
  EXPECT_TRUE(figures("the 14th, 6pm, someone").empty());
}

TEST(Relations, OfOneReportToAnother) {
  EXPECT_EQ(relation(kWhole, kWhole), Relation::identical);
  EXPECT_EQ(relation(report({kLead, kSecond, kThird}, "Another headline"), kWhole), Relation::identical);
  EXPECT_EQ(relation(exchanged(kWhole, "the wards were full", "all wards were overflowing"), kWhole), Relation::copy);
  EXPECT_EQ(relation(report({kLead, kSecond}), kWhole), Relation::cut);
  EXPECT_EQ(relation(report({kSecond + " " + kThird, kLead}), kWhole), Relation::copy);
  EXPECT_EQ(relation(report({kLead, kSecond, kOther, kFurther}), kWhole), Relation::merged);
  EXPECT_EQ(relation(report({kOther, kFurther}), kWhole), Relation::independent);
}

TEST(Relations, AnUpdateIsNoCopy) {
  EXPECT_EQ(relation(exchanged(kWhole, "14 people", "17 people"), kWhole), Relation::update);
  EXPECT_EQ(relation(exchanged(kWhole, "14 people", "seventeen people"), kWhole), Relation::update);
  EXPECT_EQ(relation(exchanged(kWhole, "14 people", "fourteen people"), kWhole), Relation::identical);
  EXPECT_EQ(relation(exchanged(report({kLead, kSecond}), "31 wounded", "more than 40 wounded"), kWhole),
            Relation::update);
}

TEST(Relations, OneStockPassageRelatesNobody) {
  EXPECT_EQ(relation(report({kOther, kFurther, kThird, kFurther + " Snow cut the valley off in the evening."}), kWhole),
            Relation::independent);
}

TEST(Relations, OddReports) {
  const std::string one_word = "Silence.\n";
  EXPECT_EQ(relation(one_word, kWhole), Relation::independent);
  EXPECT_EQ(relation(kWhole, one_word), Relation::independent);
  std::string repeated = "A headline\n\n";
  for (int i = 0; i < 2000; ++i) repeated += "Nobody was hurt in the village when the shells fell.\n\n";
  EXPECT_EQ(relation(repeated, repeated), Relation::identical);
  EXPECT_EQ(relation(repeated, kWhole), Relation::independent);
  EXPECT_LE(hashes_to_keep(print_of(repeated)).size(), 32U);
}

TEST(Standing, PassageByPassage) {
  const Fingerprint whole = print_of(kWhole);
  const Fingerprint mine = print_of(report({kOther, exchanged(kLead, "14 people", "17 people"), kSecond}));
  const Overlap overlap = compare(mine, whole);
  std::vector<Standing> standings;
  for (const Passage& p : mine.passages) standings.push_back(standing_of(overlap, p.first, p.last));
  EXPECT_EQ(standings, (std::vector{Standing::own, Standing::changed, Standing::repeated}));
  EXPECT_EQ(passage_of(overlap, whole, mine.passages[2].first, mine.passages[2].last), 1U);
  ASSERT_EQ(overlap.changed.size(), 1U);
}

}  // namespace
}  // namespace attest
