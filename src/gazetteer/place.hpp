// A place as a gazetteer knows it: names, what it is, where it lies, and who says so.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/lat_lon.hpp"

namespace attest {

enum class PlaceKind : std::uint8_t {
  region,
  adm1,
  adm2,
  city,
  town,
  village,
  quarter,
  camp,
  facility,
  water,
  feature
};

/// Names of the kinds in the order of the enumeration, as resource files write them.
inline constexpr auto kPlaceKinds = std::to_array<std::string_view>(
    {"region", "adm1", "adm2", "city", "town", "village", "quarter", "camp", "facility", "water", "feature"});
[[nodiscard]] constexpr std::string_view name_of(PlaceKind kind) {
  return kPlaceKinds.at(static_cast<std::size_t>(kind));
}

/// Along the great circle.
[[nodiscard]] double distance_km(LatLon from, LatLon to);

/// What goes into a gazetteer. Unknown text is empty.
struct GazetteerPlace {
  std::vector<std::string> names;  // the principal one first
  PlaceKind kind = PlaceKind::town;
  std::string feature;     // GeoNames feature code, "PPLA2"
  std::string country;     // ISO 3166-1 alpha-2
  std::string adm1, adm2;  // names, or the source's codes where it names nothing
  std::string parent;      // the town of a quarter or facility
  std::optional<LatLon> point;
  std::int64_t population = 0;  // 0 = not recorded
  std::string source, id;       // "GeoNames", "98182"
  bool operator==(const GazetteerPlace&) const = default;
};

/// Whether a region is known by a source's code alone ("04", "ENG"), which says nothing to a reader.
[[nodiscard]] bool is_region_code(std::string_view region);

/// What a GeoNames feature code means, with a town's size; nothing for codes that are no place for reports
/// ("abandoned police post" is one, "undersea ridge" is not).
[[nodiscard]] std::optional<PlaceKind> kind_of_feature(std::string_view feature_class, std::string_view code,
                                                       std::int64_t population);

}  // namespace attest
