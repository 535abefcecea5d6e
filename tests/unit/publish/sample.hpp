// One report in our own words and one claim on it, for tests of the layouts.
#pragma once

#include "attest/claim.hpp"
#include "attest/document.hpp"

namespace attest {

inline Span words(const std::string& text, std::string_view quoted) {
  const auto begin = static_cast<std::uint32_t>(text.find(quoted));
  return {begin, begin + static_cast<std::uint32_t>(quoted.size())};
}

inline Document sample_document() {
  Document document;
  document.name = "market.txt";
  document.text =
      "TOWN M\n\nShells fell on the market of Harim\u00E9 on Monday and killed at least 26 people, among them traders "
      "from the villages around, a hospital official said.\n";
  return document;
}

inline Claim sample_claim(const std::string& text) {
  Claim claim;
  claim.id = "c1";
  claim.kind = ClaimKind::killed;
  claim.sentence = {words(text, "Shells").begin, words(text, "said.").end};
  claim.trigger = words(text, "killed");
  claim.count = Count{words(text, "at least 26"), 26, {}, Unit::persons};
  claim.victims = Victims{words(text, "people"), VictimStatus::civilian, VictimGroup::any};
  claim.means = Means::artillery;
  claim.object = ObjectKind::market;
  claim.place = Place{words(text, "Harim\u00E9"), "Harim\u00E9", "SY"};
  claim.time = Time{words(text, "Monday"), *parse_iso_date("2024-03-04"), *parse_iso_date("2024-03-04")};
  claim.source = Source{words(text, "a hospital official"), "a hospital official", SourceKind::medical};
  claim.actor = Party{words(text, "TOWN M"), "Town M militia"};
  claim.derived = {{"actor", "topic"}};
  claim.incident = "A";
  claim.rule = "kill.verb";
  return claim;
}

}  // namespace attest
