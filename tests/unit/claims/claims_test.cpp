// The constructions of the main job, each with a near miss, in our own words.
#include "support/report.hpp"

namespace attest {
namespace {

std::vector<Claim> claims_in(const std::string& sentence, std::string* text = nullptr) {
  const Document document = test::report("A headline without news\n\n" + sentence);
  if (text != nullptr) *text = document.text;
  return test::claims_of(document);
}

const Claim* of_kind(const std::vector<Claim>& claims, ClaimKind kind) {
  for (const Claim& claim : claims)
    if (claim.kind == kind) return &claim;
  return nullptr;
}

TEST(Claims, ActiveSentenceFillsItsFields) {
  std::string text;
  const auto claims =
      claims_in("Taliban fighters killed at least 12 civilians in Kunduz on Wednesday, officials said.", &text);
  const Claim* killed = of_kind(claims, ClaimKind::killed);
  ASSERT_NE(killed, nullptr);
  ASSERT_TRUE(killed->count && killed->actor && killed->place && killed->time && killed->source && killed->victims);
  EXPECT_EQ(killed->count->min, 12);
  EXPECT_FALSE(killed->count->max.has_value());
  EXPECT_EQ(killed->victims->status, VictimStatus::civilian);
  EXPECT_EQ(killed->actor->name, "Taliban");
  EXPECT_EQ(killed->place->name, "Kunduz");
  EXPECT_EQ(killed->place->country, "AF");
  EXPECT_EQ(to_iso(*killed->time->from), "2017-03-08");
  EXPECT_EQ(killed->source->kind, SourceKind::official_unnamed);
  EXPECT_EQ(slice(text, killed->trigger), "killed");
}

TEST(Claims, PassiveTakesTheAgentFromBy) {
  const auto claims = claims_in("Nine villagers were killed by Boko Haram in Borno.");
  const Claim* killed = of_kind(claims, ClaimKind::killed);
  ASSERT_TRUE(killed != nullptr && killed->actor && killed->count);
  EXPECT_EQ(killed->actor->name, "Boko Haram");
  EXPECT_EQ(killed->count->max, 9);
}

TEST(Claims, TwoCountsOfTwoKinds) {
  const auto claims = claims_in("The blast in Aden left 14 people dead and wounded 30 others.");
  const Claim* killed = of_kind(claims, ClaimKind::killed);
  const Claim* injured = of_kind(claims, ClaimKind::injured);
  ASSERT_TRUE(killed != nullptr && injured != nullptr && killed->count && injured->count);
  EXPECT_EQ(killed->count->max, 14);
  EXPECT_EQ(injured->count->max, 30);
}

TEST(Claims, TwoPopulationsAreTwoClaims) {
  const auto claims = claims_in("Among the dead were at least eight children and six women.");
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].victims->group, VictimGroup::children);
  EXPECT_EQ(claims[1].victims->group, VictimGroup::women);
}

TEST(Claims, ControlNamesBothSides) {
  const auto claims = claims_in("Iraqi forces recaptured the town of Hit from Islamic State.");
  const Claim* control = of_kind(claims, ClaimKind::control);
  ASSERT_TRUE(control != nullptr && control->actor && control->opponent && control->place);
  EXPECT_EQ(control->actor->name, "Iraqi forces");
  EXPECT_EQ(control->opponent->name, "ISIS");
  EXPECT_EQ(control->place->name, "Hit");
}

TEST(Claims, CertaintyFollowsTheWords) {
  const std::vector<std::pair<const char*, Certainty>> cases = {
      {"Five people were killed in Homs.", Certainty::asserted},
      {"Five people were reportedly killed in Homs.", Certainty::hedged},
      {"No civilians were killed in Homs.", Certainty::denied},
      {"The army may have killed five people in Homs.", Certainty::possible},
      {"The army will recapture the town of Homs.", Certainty::future},
  };
  for (const auto& [sentence, certainty] : cases) {
    const auto claims = claims_in(sentence);
    ASSERT_FALSE(claims.empty()) << sentence;
    EXPECT_EQ(claims.front().certainty, certainty) << sentence;
  }
}

TEST(Claims, VoiceGoesOnUntilAnotherSpeaks) {
  const auto claims = claims_in("\"Four children were killed in Taiz. Two more were wounded,\" UNICEF said.");
  ASSERT_FALSE(claims.empty());
  ASSERT_TRUE(claims.back().source.has_value());
  EXPECT_EQ(claims.back().source->name, "UNICEF");
}

TEST(Claims, NothingToClaim) {
  for (const char* sentence :
       {"A week-long strike by teachers closed the schools.", "He suffered a heart attack at work.",
        "The bill was killed in committee.", "The minister came under fire from critics.",
        "Prices hit a record in May.", "The team captured the title in Madrid.", "The town is IS-held."}) {
    const auto claims = claims_in(sentence);
    EXPECT_TRUE(claims.empty()) << sentence << " " << (claims.empty() ? "" : claims.front().rule);
  }
}

}  // namespace
}  // namespace attest
