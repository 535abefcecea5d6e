// Vector tiles of points, as the Mapbox Vector Tile specification 2.1 has them: one layer, features with named values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace attest {

inline constexpr std::uint32_t kTileExtent = 4096;

/// One thread at a time.
class PointLayer {
 public:
  using Value = std::variant<bool, std::int64_t, double, std::string>;

  explicit PointLayer(std::string name) : name_(std::move(name)) {}

  /// Begins a feature at this place of the tile, 0 to kTileExtent from the north-west.
  void add_point(std::int32_t x, std::int32_t y);
  /// Adds a value to the feature that was begun last.
  void add_value(std::string_view key, Value value);

  /// The tile's bytes; empty without features.
  [[nodiscard]] std::string tile() const;

 private:
  struct Feature {
    std::int32_t x = 0, y = 0;
    std::vector<std::uint32_t> tags;
  };

  std::string name_;
  std::vector<Feature> features_;
  std::map<std::string, std::uint32_t, std::less<>> keys_;
  std::map<Value, std::uint32_t> values_;
};

}  // namespace attest
