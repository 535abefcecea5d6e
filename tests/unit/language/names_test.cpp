#include "language/names.hpp"

#include <gtest/gtest.h>

#include "annotate/name_hints.hpp"
#include "support/report.hpp"

namespace attest {

namespace {

using test::knowledge;
using test::report;

/// "organisation: the Red Crescent | location: Adwan": the names of an analysis.
std::string names(const Document& document, const Analysis& analysis) {
  static constexpr std::array<std::string_view, 5> kTypes = {"", "person", "organisation", "location", "nationality"};
  std::string out;
  for (const Token& token : analysis.tokens) {
    if (token.entity == EntityType::none) continue;
    if (token.entity_begin)
      out += (out.empty() ? "" : " | ") + std::string(kTypes.at(static_cast<std::size_t>(token.entity))) + ":";
    out += " " + std::string(slice(document.text, token.span));
  }
  return out;
}

std::string names(const std::string& text) {
  const Document document = report(text);
  return names(document, knowledge().analyse(document));
}

/// A table of this size; what it holds does not matter.
std::string tables(std::size_t slots, std::size_t rows, std::uint32_t key) {
  SectionWriter writer(kModelFormat);
  const std::vector<std::uint32_t> keys(slots, key);
  const std::vector<std::int16_t> weights(rows * kNameLabels), states;
  const std::vector<std::int32_t> moves((kNameLabels + 1) * kNameLabels);
  writer.add("names.keys", std::span<const std::uint32_t>(keys));
  writer.add("names.rows", std::span<const std::int16_t>(weights));
  writer.add("names.states", std::span<const std::int16_t>(states));
  writer.add("names.moves", std::span<const std::int32_t>(moves));
  return writer.bytes();
}

bool opens(const std::string& bytes) {
  const auto file = SectionFile::from_bytes(bytes, "test", kModelFormat);
  return file && NameFinder::from(*file).has_value();
}

}  // namespace

TEST(NameLabels, a_name_goes_on_only_after_its_first_word) {
  EXPECT_EQ(type_of_label(first_label(EntityType::location)), EntityType::location);
  EXPECT_TRUE(may_follow(first_label(EntityType::person), first_label(EntityType::person) + 1));
  EXPECT_FALSE(may_follow(first_label(EntityType::person), first_label(EntityType::location) + 1));
  EXPECT_FALSE(may_follow(0, first_label(EntityType::person) + 1));
}

TEST(NameLabels, the_best_row_is_a_possible_one) {
  const std::vector<std::int32_t> moves((kNameLabels + 1) * kNameLabels);
  std::vector<std::int64_t> scores(3 * kNameLabels);
  const std::uint32_t person = first_label(EntityType::person);
  scores[person + 1] = 9;  // cannot stand first
  scores[person] = 5;
  scores[kNameLabels + person + 1] = 7;
  scores[2 * kNameLabels + first_label(EntityType::location) + 1] = 3;  // cannot follow a person
  EXPECT_EQ(best_labels(scores, moves), (std::vector<std::uint32_t>{person, person + 1, 0}));
  EXPECT_TRUE(best_labels({}, moves).empty());
}

TEST(Names, tables_of_impossible_sizes_are_errors) {
  EXPECT_TRUE(opens(tables(8, 8, 0)));
  EXPECT_FALSE(opens(tables(6, 6, 0))) << "no power of two";
  EXPECT_FALSE(opens(tables(8, 7, 0))) << "rows are missing";
  EXPECT_FALSE(opens(tables(8, 8, 5))) << "a search would never end";
  SectionWriter other(kModelFormat);
  other.add("other", std::string("something"));
  const auto none = SectionFile::from_bytes(other.bytes(), "test", kModelFormat);
  ASSERT_TRUE(none.has_value());
  const auto finder = NameFinder::from(*none);
  ASSERT_TRUE(finder.has_value());
  EXPECT_FALSE(finder->has_value()) << "a model without names is no error";
}

TEST(Names, lists_give_hints) {
  const Document document = report("A market in Syria was hit.");
  const Analysis analysis = analyse(document);
  const auto hints = name_hints(document, analysis, knowledge().resources().lexicon);
  ASSERT_EQ(hints.size(), analysis.tokens.size());
  EXPECT_EQ(hints[3] & 1U, 1U) << "Syria begins a country";
  EXPECT_EQ(hints[2], 0U);
}

TEST(Names, kinds_of_names_are_told_apart) {
  const std::string found = names("President Karim Dawud met officials of the United Nations in Turkey.");
  EXPECT_NE(found.find("person:"), std::string::npos) << found;
  EXPECT_NE(found.find("organisation:"), std::string::npos) << found;
  EXPECT_NE(found.find("location: Turkey"), std::string::npos) << found;
}

TEST(Names, same_text_gives_same_names) {
  const std::string text = "Iraqi forces entered the town of Adwan on Monday, the defence ministry said.";
  EXPECT_EQ(names(text), names(text));
}

TEST(Names, any_text_is_read) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "Syria, ";
  for (const std::string& text :
       {std::string("…"), std::string("\xF0\x9F\x98\x80 \xD8\xB3\xD9\x88\xD8\xB1\xD9\x8A\xD8\xA7"),
        std::string("- - \" ' ) ("), many}) {
    const Document document = report(text);
    const Analysis analysis = knowledge().analyse(document);
    for (const Sentence& sentence : analysis.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Token& token = analysis.tokens[i];
        if (token.entity == EntityType::none || token.entity_begin) continue;
        ASSERT_GT(i, sentence.first) << "a name goes on that never began";
        ASSERT_EQ(analysis.tokens[i - 1].entity, token.entity);
      }
  }
}

}  // namespace attest
