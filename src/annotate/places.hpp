// Which names of a report are places, and which place of that name each means. Rule: docs/places.md, "Reading".
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "annotate/lexicon.hpp"
#include "annotate/mentions.hpp"

namespace attest {

/// What is known of a report's names before its places are read.
struct NameSurvey {
  std::map<std::string, int> countries;  // how often the report speaks of each, by code
  std::vector<TokenRange> names;         // of sides and organisations: a place's name inside one is no place
  /// How often the report speaks of a country; 0 for none.
  [[nodiscard]] int spoken_of(const std::string& country) const;
  /// "Iraq" in "Islamic State of Iraq and the Levant".
  [[nodiscard]] bool inside_longer_name(TokenRange tokens) const;
};

/// Countries and their people, and towns whose name only one country has.
[[nodiscard]] NameSurvey survey_names(const Resources& resources, const std::vector<Match>& matches);

struct FoundPlaces {
  std::vector<PlaceMention> places;  // in token order
  std::vector<PlaceMention> lands;   // countries in passing, in token order
  std::vector<PlaceNamesakes> namesakes;
  /// Capitals that decide and speak ("Moscow denies"): the words and whose government is meant, in token order.
  std::vector<std::pair<TokenRange, std::string>> governments;
};

/// The places of a report. `matches` as the lexicon found them, in token order.
[[nodiscard]] FoundPlaces find_places(const Document& document, const Analysis& analysis, const Resources& resources,
                                      const std::vector<Match>& matches, const NameSurvey& survey);

}  // namespace attest
