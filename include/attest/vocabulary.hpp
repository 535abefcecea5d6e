// The closed value lists of a claim, as docs/output.md defines them, each with its written name.
// One table a list: name_of() prints a value, from_name() reads it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace attest {

/// A cell is one of a table: kept and shown, but not read as a sentence.
enum class BlockKind { headline, byline, dateline, paragraph, caption, list_item, quote, teaser, cell, boilerplate };
enum class ClaimKind {
  killed,
  injured,
  detained,
  human_shield,
  recruited,
  missing,
  trapped,
  displaced,
  sheltered,
  returned,
  abused,
  deprived,
  attack,
  damaged,
  clash,
  control
};
enum class Unit { persons, families, objects };
enum class VictimStatus { civilian, combatant, mixed, unknown };
enum class VictimGroup {
  children,
  women,
  women_and_children,
  men,
  elderly,
  medical,
  aid_workers,
  journalists,
  detainees,
  officials,
  any
};
enum class Means {
  airstrike,
  drone,
  missile,
  artillery,
  naval,
  suicide_bombing,
  car_bomb,
  ied_or_mine,
  gunfire,
  execution,
  chemical,
  siege,
  ground_assault,
  arson,
  looting,
  abuse,
  other
};
enum class ObjectKind {
  hospital,
  clinic,
  school,
  place_of_worship,
  water_system,
  energy,
  industry,
  government_building,
  detention_site,
  farm,
  vehicle,
  home,
  market,
  aid,
  cultural_property,
  bridge_or_road,
  camp,
  media,
  other
};
enum class SourceKind {
  un,
  ngo,
  monitor,
  government,
  military,
  armed_group,
  witness,
  medical,
  media,
  official_unnamed,
  other
};
enum class Certainty { asserted, hedged, denied, possible, future };
enum class Scope { incident, cumulative, state };

/// The written names of E's values, in the order of the enumeration.
template <class E>
struct Names;

template <>
struct Names<BlockKind> {
  static constexpr auto values =
      std::to_array<std::string_view>({"headline", "byline", "dateline", "paragraph", "caption", "list_item", "quote",
                                       "teaser", "cell", "boilerplate"});
};
template <>
struct Names<ClaimKind> {
  static constexpr auto values = std::to_array<std::string_view>(
      {"killed", "injured", "detained", "human_shield", "recruited", "missing", "trapped", "displaced", "sheltered",
       "returned", "abused", "deprived", "attack", "damaged", "clash", "control"});
};
template <>
struct Names<Unit> {
  static constexpr auto values = std::to_array<std::string_view>({"persons", "families", "objects"});
};
template <>
struct Names<VictimStatus> {
  static constexpr auto values = std::to_array<std::string_view>({"civilian", "combatant", "mixed", "unknown"});
};
template <>
struct Names<VictimGroup> {
  static constexpr auto values =
      std::to_array<std::string_view>({"children", "women", "women_and_children", "men", "elderly", "medical",
                                       "aid_workers", "journalists", "detainees", "officials", "any"});
};
template <>
struct Names<Means> {
  static constexpr auto values = std::to_array<std::string_view>(
      {"airstrike", "drone", "missile", "artillery", "naval", "suicide_bombing", "car_bomb", "ied_or_mine", "gunfire",
       "execution", "chemical", "siege", "ground_assault", "arson", "looting", "abuse", "other"});
};
template <>
struct Names<ObjectKind> {
  static constexpr auto values = std::to_array<std::string_view>(
      {"hospital", "clinic", "school", "place_of_worship", "water_system", "energy", "industry", "government_building",
       "detention_site", "farm", "vehicle", "home", "market", "aid", "cultural_property", "bridge_or_road", "camp",
       "media", "other"});
};
template <>
struct Names<SourceKind> {
  static constexpr auto values =
      std::to_array<std::string_view>({"un", "ngo", "monitor", "government", "military", "armed_group", "witness",
                                       "medical", "media", "official_unnamed", "other"});
};
template <>
struct Names<Certainty> {
  static constexpr auto values =
      std::to_array<std::string_view>({"asserted", "hedged", "denied", "possible", "future"});
};
template <>
struct Names<Scope> {
  static constexpr auto values = std::to_array<std::string_view>({"incident", "cumulative", "state"});
};

/// The written name of a value.
template <class E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
  return Names<E>::values[static_cast<std::size_t>(value)];
}

/// The value with this written name, or nothing.
template <class E>
[[nodiscard]] constexpr std::optional<E> from_name(std::string_view name) {
  for (std::size_t i = 0; i < Names<E>::values.size(); ++i)
    if (Names<E>::values[i] == name) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace attest
