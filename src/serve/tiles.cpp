#include "serve/tiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

#include "publish/incidents.hpp"
#include "serve/incident_test.hpp"
#include "serve/vector_tile.hpp"

namespace attest {

namespace {

/// How far from its point something can lie, by UCDP's where_prec: districts, provinces, stretches, countries.
constexpr std::array<std::int64_t, 8> kRadius = {0, 0, 0, 20, 60, 100, 300, 500};

struct Cluster {
  std::uint32_t count = 0, first = 0;
  std::uint64_t killed = 0;
  double longitude = 0, latitude = 0;  // sums
  std::int64_t radius = 0;             // of the coarsest
  bool same = true;                    // all at one point

  void add(const IncidentTable& table, std::uint32_t number) {
    const Row& row = table.rows[number];
    if (count == 0) first = number;
    const Row& other = table.rows[first];
    same = same && row.longitude == other.longitude && row.latitude == other.latitude;
    ++count;
    if (row.killed.best != kNoFigure) killed += row.killed.best;
    longitude += row.longitude;
    latitude += row.latitude;
    radius = std::max(radius, kRadius.at(row.precision));
  }
};

double rounded(double degrees) { return std::round(degrees * 1e5) / 1e5; }

void append(PointLayer& layer, const IncidentTable& table, const Cluster& cluster, TileAddress at) {
  constexpr double kFull = 1000;  // incidents that make the heaviest dot
  // The sum of equal numbers, divided, need not be that number.
  const Row& row = table.rows[cluster.first];
  const double longitude = cluster.same ? row.longitude : cluster.longitude / cluster.count;
  const double latitude = cluster.same ? row.latitude : cluster.latitude / cluster.count;
  const double steps = std::ldexp(kTileExtent, static_cast<int>(at.z));
  const auto place = [&](double world, std::uint32_t tile) {
    return static_cast<std::int32_t>(std::clamp(std::floor(world * steps - static_cast<double>(tile) * kTileExtent),
                                                0.0, static_cast<double>(kTileExtent - 1)));
  };
  const MapPoint point = map_point(longitude, latitude);
  layer.add_point(place(point.x, at.x), place(point.y, at.y));
  layer.add_value("n", std::int64_t{cluster.count});
  layer.add_value("killed", static_cast<std::int64_t>(cluster.killed));
  layer.add_value("w", std::min(1.0, std::round(std::log1p(cluster.count) / std::log1p(kFull) * 1000) / 1000));
  layer.add_value("lon", rounded(longitude));
  layer.add_value("lat", rounded(latitude));
  layer.add_value("same", cluster.same);
  if (cluster.same) layer.add_value("radius_km", cluster.radius);
  if (cluster.count > 1) return;
  const Incident& incident = *table.seen[cluster.first].incident;
  layer.add_value("id", incident.id);
  layer.add_value("grade", std::string(name_of(incident.grade)));
  if (!incident.kinds.empty()) layer.add_value("kind", std::string(name_of(incident.kinds.front())));
  if (row.precision != 0) layer.add_value("precision", std::int64_t{row.precision});
  layer.add_value("title", headline(incident));
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string incident_tile(const IncidentTable& table, const Selection& selection, TileAddress at) {
  constexpr unsigned kBits = 64, kCellZoom = std::countr_zero(kTileCells);
  // What lies in a tile has the first 2 z bits of its Morton number, so it stands together; so do the cells in it.
  const std::uint64_t first = at.z == 0 ? 0 : interleaved(at.x, at.y) << (kBits - 2 * at.z);
  const std::uint64_t last = at.z == 0 ? ~std::uint64_t{0} : first | ~std::uint64_t{0} >> 2 * at.z;
  const unsigned shift = kBits - 2 * (at.z + kCellZoom);
  auto begin = std::ranges::lower_bound(table.spatial, first, {}, &std::pair<std::uint64_t, std::uint32_t>::first);
  const auto end = table.spatial.end();
  PointLayer layer("incidents");
  Cluster cluster;
  std::uint64_t cell = 0;
  for (; begin != end && begin->first <= last; ++begin) {
    if (!selection.takes(begin->second)) continue;
    const std::uint64_t own = begin->first >> shift;
    if (cluster.count > 0 && own != cell) {
      append(layer, table, cluster, at);
      cluster = {};
    }
    cell = own;
    cluster.add(table, begin->second);
  }
  if (cluster.count > 0) append(layer, table, cluster, at);
  return layer.tile();
}

Result<Response> get_tile(const Service& service, const Request& request) {
  const auto z = number(request.part("z")), x = number(request.part("x")), y = number(request.part("y"));
  if (!z || !x || !y || *z > kMostZoom || *x >> *z != 0 || *y >> *z != 0)
    return fail(ErrorCode::not_found,
                fmt::format("no such tile: zooms go from 0 to {}, x and y from 0 to 2^zoom - 1", kMostZoom));
  ATTEST_TRY(const Question question, read_question(*find_collection("incidents"), request));
  const auto snapshot = service.snapshot();
  ATTEST_TRY(const auto selection, select_incidents(service, *snapshot, request, question));
  return Response{.type = "application/vnd.mapbox-vector-tile",
                  .body = incident_tile(snapshot->seen_by(request.role), *selection, {*z, *x, *y})};
}

}  // namespace attest
