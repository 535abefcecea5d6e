// Totals and stocks: figures of many events or of a moment, which are never added to incidents. One series per source
// and subject, with alarms where it falls, jumps, or is less than the incidents that it must contain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attest/incident.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

enum class Alarm {
  fell,           // a total since the same day is less than it was
  jumped,         // three times the figure before it, within thirty days
  less_than_sum,  // less than the lows of the incidents of its place and time
};
template <>
struct Names<Alarm> {
  static constexpr auto values = std::to_array<std::string_view>({"fell", "jumped", "less-than-sum"});
};

struct SeriesPoint {
  ClaimRef claim;
  std::optional<Date> since, as_of, published;  // since: only of totals
  std::optional<std::int64_t> min, max;
  std::vector<Alarm> alarms;
  bool operator==(const SeriesPoint&) const = default;
};

struct Series {
  std::string source;  // who says so: a named source, else the outlet; may be empty
  ClaimKind kind = ClaimKind::killed;
  Unit unit = Unit::persons;
  std::optional<VictimStatus> status;
  VictimGroup group = VictimGroup::any;
  std::string place, country, actor;
  Scope scope = Scope::cumulative;
  std::vector<SeriesPoint> points;  // in the order of as_of
  bool operator==(const Series&) const = default;
};

/// All figures that are no incident's, in the order of place, kind and source; claims without a figure are left out.
/// @param incidents  what the totals are held against
[[nodiscard]] std::vector<Series> series_of(const Evidence& evidence, const std::vector<Incident>& incidents);

}  // namespace attest
