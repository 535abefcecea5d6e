// According to whom: one table of sentences and speakers, and voices that run over sentences.
#include "support/report.hpp"

namespace attest {
namespace {

struct Case {
  const char* text;
  const char* name;  // "" is the reporter
  SourceKind kind;
};

/// The source of the claim whose trigger is the first of its kind in the text.
std::vector<Claim> claims_in(const std::string& text) { return test::claims_of(test::report("A headline\n\n" + text)); }

std::string name_of_source(const Claim& claim) { return claim.source ? claim.source->name : ""; }

TEST(Attribution, NamesTheSpeakerOfASentence) {
  const std::vector<Case> cases = {
      {"Shelling killed nine people in Homs, the Syrian Observatory for Human Rights said.",
       "Syrian Observatory for Human Rights", SourceKind::monitor},
      {"Shelling killed nine people in Homs, said a doctor at the city hospital.", "doctor at the city hospital",
       SourceKind::medical},
      {"According to local officials, shelling killed nine people in Homs.", "local officials",
       SourceKind::official_unnamed},
      {"Shelling killed nine people in Homs, according to witnesses.", "witnesses", SourceKind::witness},
      {"Residents told AFP that shelling killed nine people in Homs.", "Residents", SourceKind::witness},
      {"Shelling killed nine people in Homs, a UNICEF spokeswoman in Geneva said.", "UNICEF", SourceKind::un},
      {"\"Shelling killed nine people in Homs,\" said Karla Mortensen, a spokeswoman for Oxfam.", "Oxfam",
       SourceKind::ngo},
      {"Karla Mortensen, UNICEF Representative in Syria, said shelling killed nine people in Homs.", "UNICEF",
       SourceKind::un},
      {"The Mayor of Homs, Karim Daruzi, said shelling killed nine people in Homs.", "Karim Daruzi",
       SourceKind::government},
      {"Shelling killed nine people in Homs, activists said.", "activists", SourceKind::ngo},
      {"Shelling killed nine people in Homs, the Riverbank Relief Network said.", "Riverbank Relief Network",
       SourceKind::ngo},
      {"Local media reported that shelling killed nine people in Homs.", "Local media", SourceKind::media},
      {"Nine deaths in Homs were confirmed by the World Health Organization.", "World Health Organization",
       SourceKind::un},
      {"In a statement on Friday, the army said shelling killed nine people in Homs.", "army", SourceKind::military},
      {"Human Rights Watch: shelling killed nine people in Homs", "Human Rights Watch", SourceKind::ngo},
      {"Shelling killed nine people in Homs.", "", SourceKind::other},
  };
  for (const Case& c : cases) {
    const auto claims = claims_in(c.text);
    ASSERT_FALSE(claims.empty()) << c.text;
    EXPECT_EQ(name_of_source(claims[0]), c.name) << c.text;
    if (claims[0].source) {
      EXPECT_EQ(name_of(claims[0].source->kind), name_of(c.kind)) << c.text;
    }
  }
}

TEST(Attribution, AQuotationBelongsToTheSpeakerBesideIt) {
  const auto claims = claims_in(
      "“Nine people were killed in Homs. Twelve were wounded there,” said Karla Mortensen of Oxfam. Five people were "
      "killed in Hama.");
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(name_of_source(claims[0]), "Oxfam");
  EXPECT_EQ(name_of_source(claims[1]), "Oxfam");
  EXPECT_EQ(name_of_source(claims[2]), "");
}

TEST(Attribution, AQuotationGoesOnInTheNextParagraph) {
  const auto claims = claims_in(
      "The governor said: “Nine people were killed in Homs.\n\n“Twelve people were wounded in Hama.”\n\nFive people "
      "were killed in Idlib.");
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(name_of_source(claims[0]), "governor");
  EXPECT_EQ(name_of_source(claims[1]), "governor");
  EXPECT_EQ(name_of_source(claims[2]), "");
}

TEST(Attribution, PronounsAndSurnamesMeanWhoSpokeBefore) {
  const auto claims = claims_in(
      "The Mayor of Homs, Karim Daruzi, said nine people were killed in Homs. He said twelve people were wounded. "
      "Daruzi said that five people were killed in Hama.");
  ASSERT_EQ(claims.size(), 3U);
  for (const Claim& claim : claims) EXPECT_EQ(name_of_source(claim), "Karim Daruzi");
}

TEST(Attribution, TheInnermostSpeakerComesFirst) {
  const auto claims = claims_in("“The United Nations says that nine people were killed in Homs,” the governor said.");
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(name_of_source(claims[0]), "United Nations");
  ASSERT_EQ(claims[0].via.size(), 1U);
  EXPECT_EQ(claims[0].via[0].name, "governor");
}

TEST(Attribution, OnlyWhatIsSaidHasTheVoice) {
  const auto claims = claims_in("Hours after shelling killed nine people in Homs, Oxfam said that aid was blocked.");
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(name_of_source(claims[0]), "");
}

TEST(Attribution, ClaimedResponsibilityIsTheReportersWord) {
  const auto claims =
      claims_in("Boko Haram claimed responsibility for a bombing that killed nine people in Maiduguri.");
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(name_of_source(claims[0]), "");
}

TEST(Attribution, WhatCouldNotBeVerifiedIsMarked) {
  const auto claims =
      claims_in("Shelling killed nine people in Homs, activists said. The report could not be independently verified.");
  ASSERT_FALSE(claims.empty());
  EXPECT_TRUE(claims[0].unverified);
}

}  // namespace
}  // namespace attest
