// GET /api/tiles/incidents/{z}/{x}/{y}.mvt: the incidents of a square of the map, those that lie close together as one.
#pragma once

#include <cstdint>
#include <string>

#include "serve/incident_table.hpp"
#include "serve/selection.hpp"
#include "serve/service.hpp"

namespace attest {

struct TileAddress {
  std::uint32_t z = 0, x = 0, y = 0;
};
inline constexpr std::uint32_t kMostZoom = 22;

/// Cells in a row of a tile; what lies in one cell is one feature. A tile is shown 512 pixels wide: a cell has 64.
inline constexpr std::uint32_t kTileCells = 8;

/// The tile's bytes; empty if nothing lies there.
[[nodiscard]] std::string incident_tile(const IncidentTable& table, const Selection& selection, TileAddress at);

[[nodiscard]] Result<Response> get_tile(const Service& service, const Request& request);

}  // namespace attest
