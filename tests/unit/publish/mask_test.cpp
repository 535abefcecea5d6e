#include "publish/mask.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.hpp"

namespace attest {
namespace {

PrivateNames names_in(const std::string& text, const std::vector<std::string>& names) {
  PrivateNames out;
  for (const std::string& name : names) {
    const auto begin = static_cast<std::uint32_t>(text.find(name));
    out.text.push_back({{begin, begin + static_cast<std::uint32_t>(name.size())}, name});
  }
  return out;
}

TEST(Mask, letters_keep_their_bytes) {
  std::string text = "Ö, al-Hadi's 𐐀 日本";
  const std::size_t bytes = text.size(), points = code_point_borders(text).size();
  mask_letters(text, {0, static_cast<std::uint32_t>(text.size())});
  EXPECT_EQ(text, "·, **-****'* 🞶 ∗∗");
  EXPECT_EQ(text.size(), bytes);
  EXPECT_EQ(code_point_borders(text).size(), points);
}

TEST(Mask, hides_names_in_text_title_name_address_and_claims) {
  Record record;
  record.document.text = "\"He ran,\" said José Ballout, 34. Ballout fled.";
  record.document.title = Sourced<std::string>{"Ballout: \"He ran\"", "json", {}};
  record.document.url = Sourced<std::string>{"https://example.org/2020/jose-ballout-ran", "json", {}};
  record.document.author = Sourced<std::string>{"Jo Writer", "json", {}};
  record.document.name = "ballout.txt";
  record.document.original = record.document.text;
  record.entry.names = names_in(record.document.text, {"José Ballout"});
  record.entry.names.text.push_back({{34, 41}, "Ballout"});
  record.entry.other_names = {"copy-of-ballout.txt"};
  Claim claim;
  claim.source = Source{{16, 29}, "José Ballout", SourceKind::witness, false};
  claim.via = {Source{{0, 1}, "Example Times", SourceKind::media, false}};
  claim.actor = Party{{0, 1}, "Ballout clan"};
  record.claims = {claim};
  const std::size_t bytes = record.document.text.size();
  mask_names(record);
  EXPECT_EQ(record.document.text, "\"He ran,\" said ***· *******, 34. ******* fled.");
  EXPECT_EQ(record.document.text.size(), bytes);
  EXPECT_EQ(record.document.title->value, "*******: \"He ran\"");
  EXPECT_EQ(record.document.url->value, "https://example.org/2020/****-*******-ran");
  EXPECT_EQ(record.document.author->value, "Jo Writer");
  EXPECT_EQ(record.document.name, "*******.txt");
  EXPECT_EQ(record.entry.about.title->value, record.document.title->value);
  EXPECT_EQ(record.entry.other_names.front(), "copy-of-*******.txt");
  EXPECT_TRUE(record.document.original.empty());
  EXPECT_TRUE(record.entry.names.empty());
  EXPECT_EQ(record.claims[0].source->name, "***· *******");
  EXPECT_EQ(record.claims[0].via[0].name, "Example Times");
  EXPECT_EQ(record.claims[0].actor->name, "******* clan");
}

TEST(Mask, hides_who_says_what_of_an_incident) {
  Incident incident;
  incident.blame = {{"Town militia", {"José Ballout", "a hospital"}, {"Town militia"}, false}};
  mask_names(incident, {{"José Ballout", "***· *******"}});
  EXPECT_EQ(incident.blame[0].said_by, (std::vector<std::string>{"***· *******", "a hospital"}));
  EXPECT_EQ(incident.blame[0].actor, "Town militia");
}

TEST(Mask, words_that_are_no_name_stay) {
  const NameMask mask(names_in("Ali Rahal", {"Ali Rahal"}));
  EXPECT_EQ(mask.masked("an Italian official, alien to Ali"), "an Italian official, alien to ***");
  EXPECT_EQ(mask.masked("italian-rahal", true), "italian-*****");
}

}  // namespace
}  // namespace attest
