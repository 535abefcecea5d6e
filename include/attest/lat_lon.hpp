// A point on the earth in WGS 84. Unknown is std::optional, never 0, 0, which lies in the sea.
#pragma once

#include <optional>

namespace attest {

struct LatLon {
  double latitude = 0, longitude = 0;  // decimal degrees, north and east positive

  /// Nothing unless both are on the globe: latitude -90 to 90, longitude -180 to 180.
  [[nodiscard]] static constexpr std::optional<LatLon> from_degrees(double latitude, double longitude) {
    if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) return std::nullopt;
    return LatLon{latitude, longitude};
  }
  bool operator==(const LatLon&) const = default;
};

}  // namespace attest
