// Which of a name's places is meant: what the words say (a town or a district, in which province), where the report is,
// and of what is left, the greater. Every point given is told. docs/places.md, "Which one is meant".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteers.hpp"

namespace attest {

/// What lies around a place: "X (Idlib)", "X, Anbar", "X in Azaz district".
struct Surrounding {
  std::string name;
  std::optional<PlaceKind> kind = {};  // "district", "province"
};

/// What was asked for, in words.
struct PlaceQuestion {
  std::string name;
  std::vector<std::string> also;     // further names: "Tadmur/Palmyra", "Tiyas air base" for "Tiyas Military Airbase"
  std::vector<std::string> instead;  // asked for when those find nothing: "Al-Rai (Choban Bey)"
  std::string beside;                // a town that a site is called after: "Hama" of "Hama airport"
  std::string country;               // only there; empty = everywhere
  std::optional<PlaceKind> kind;     // "the village of", "X district"
  std::vector<Surrounding> within;
  std::optional<LatLon> near;
  Depth depth = Depth::near;  // how far the name's spelling may go
};

/// "Al Dana town (Idlib)", "village of Kafr Nabl, Idlib province", "Deir ez-Zor airport": the name, and what the words
/// beside it say of it.
[[nodiscard]] PlaceQuestion read_question(std::string_view words);

struct RankedPlace {
  PlaceCandidate place;
  double score = 0;                  // compares the candidates of one question
  std::vector<std::string> reasons;  // "name +1.00", "population 250000 +0.40", in the order of their weight
};

/// The candidates, best first; the same place out of two sources once. Empty when nothing agrees well enough.
[[nodiscard]] std::vector<RankedPlace> resolve(const Gazetteers& gazetteers, const PlaceQuestion& question);

/// The best candidate that lies somewhere, unless another as good lies elsewhere: nothing said is better than a guess.
[[nodiscard]] const RankedPlace* clear_winner(const std::vector<RankedPlace>& ranked);

}  // namespace attest
