#include "serve/extents.hpp"

#include <algorithm>

namespace attest {

namespace {

void take_in(Extent& extent, const std::optional<Date>& first, const std::optional<Date>& last) {
  if (!first || !last) return;
  if (!extent.days) extent.days = Days{first, last};
  extent.days->from = std::min(extent.days->from, first);
  extent.days->to = std::max(extent.days->to, last);
}

void take_in(Extent& extent, LatLon point) {
  if (!extent.box) extent.box = Box{point.longitude, point.latitude, point.longitude, point.latitude};
  extent.box->west = std::min(extent.box->west, point.longitude);
  extent.box->east = std::max(extent.box->east, point.longitude);
  extent.box->south = std::min(extent.box->south, point.latitude);
  extent.box->north = std::max(extent.box->north, point.latitude);
}

Extent of_incidents(const IncidentTable& table) {
  Extent extent;
  for (const Seen& seen : table.seen) {
    take_in(extent, seen.incident->from, seen.incident->to);
    if (seen.incident->position) take_in(extent, *seen.incident->position);
  }
  return extent;
}

}  // namespace

std::vector<Extent> extents_of(const Snapshot& snapshot, Role role) {
  std::vector<Extent> extents;
  for (const Collection& collection : collections()) {
    Extent extent;
    if (collection.id == "incidents") extent = of_incidents(snapshot.seen_by(role));
    if (collection.id == "reports")
      for (const Listed& report : snapshot.corpus().directory.documents)
        take_in(extent, report.published, report.published);
    if (collection.id == "aggregates")
      for (const Series& series : snapshot.corpus().series)
        for (const SeriesPoint& point : series.points)
          take_in(extent, point.since ? point.since : point.as_of, point.as_of);
    extents.push_back(extent);
  }
  return extents;
}

}  // namespace attest
