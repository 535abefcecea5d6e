#include "gazetteer/place.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attest {

double distance_km(LatLon from, LatLon to) {
  constexpr double kRadius = 6371.0088;
  constexpr double kDegree = std::numbers::pi / 180;
  const double north = std::sin((to.latitude - from.latitude) * kDegree / 2);
  const double east = std::sin((to.longitude - from.longitude) * kDegree / 2);
  const double square =
      north * north + std::cos(from.latitude * kDegree) * std::cos(to.latitude * kDegree) * east * east;
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(square)));
}

bool is_region_code(std::string_view region) {
  return std::ranges::all_of(region,
                             [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_'; });
}

std::optional<PlaceKind> kind_of_feature(std::string_view feature_class, std::string_view code,
                                         std::int64_t population) {
  if (feature_class.size() != 1) return std::nullopt;
  switch (feature_class[0]) {
    case 'A':
      if (code.starts_with("PCL") || code == "TERR") return PlaceKind::region;
      return code.starts_with("ADM1") ? PlaceKind::adm1 : PlaceKind::adm2;
    case 'P':
      if (code == "PPLX") return PlaceKind::quarter;
      if (population >= 100000 || code == "PPLC" || code == "PPLA") return PlaceKind::city;
      return population >= 5000 || code == "PPLA2" || code == "PPLA3" ? PlaceKind::town : PlaceKind::village;
    case 'S':
      return code == "CMPRF" || code == "CMP" ? PlaceKind::camp : PlaceKind::facility;
    case 'R':
      return PlaceKind::facility;
    case 'L':
      if (code == "CMPRF") return PlaceKind::camp;
      if (code == "LCTY" || code == "AREA") return PlaceKind::village;
      if (code.starts_with("RGN")) return PlaceKind::region;
      return code == "MILB" || code.starts_with("OIL") || code.starts_with("GAS") ? PlaceKind::facility
                                                                                  : PlaceKind::feature;
    case 'H':
      return PlaceKind::water;
    case 'T':
    case 'V':
      return PlaceKind::feature;
    default:  // U: under the sea
      return std::nullopt;
  }
}

}  // namespace attest
