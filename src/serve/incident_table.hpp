// The incidents that one kind of user may see, with a small row each: all that filters, sums, maps and orders need to know,
// side by side in memory, so that two hundred thousand are gone through in a few milliseconds.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attest/incident.hpp"
#include "attest/review_note.hpp"
#include "reconcile/evidence.hpp"
#include "reconcile/interned.hpp"

namespace attest {

inline constexpr std::uint32_t kNoRow = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t kNoFigure = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint8_t kNoMeans = 0xFF;
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

/// Low, best and high of everyone; kNoFigure is an open side.
struct RowFigure {
  std::uint32_t low = kNoFigure, best = kNoFigure, high = kNoFigure;
};

struct Row {
  double longitude = 0, latitude = 0;
  std::int32_t from = kNoDay, to = kNoDay;  // days since 1970
  RowFigure killed, injured;
  Interned::Name place = 0;                                             // of IncidentTable::names, as the actors
  std::uint32_t actors_begin = 0;                                       // in IncidentTable::actors
  std::uint32_t kinds = 0, groups = 0, statuses = 0, source_kinds = 0;  // a bit a value
  std::uint32_t origins = 0, reports = 0;
  std::uint16_t country = 0, actors = 0;                                        // two letters, 0: not known
  std::uint8_t means = kNoMeans, grade = 0, responsibility = 0, precision = 0;  // precision 0: not known
  std::uint8_t review = 0;                                                      // bits of ReviewBit
  bool placed = false;
};

/// What the filter "review" asks for; in the order of its values.
enum class ReviewBit { open, accepted, rejected, conflict, sensitive };
template <>
struct Names<ReviewBit> {
  static constexpr auto values =
      std::to_array<std::string_view>({"open", "accepted", "rejected", "conflict", "sensitive"});
};

/// What an incident says of a claim, by the number of its testimony.
struct ClaimLink {
  std::uint32_t row = kNoRow;
  ClaimRole role = ClaimRole::excluded;
  RoleReason reason = RoleReason::no_figure;
};

struct Seen {
  const Incident* incident = nullptr;
  ReviewNote review;
};

/// Immutable once made.
class IncidentTable {
 public:
  /// @param seen  in the order of Reconciler::incidents; the incidents and the evidence outlive the table
  IncidentTable(const Evidence& evidence, std::vector<Seen> seen);

  [[nodiscard]] std::size_t size() const { return rows.size(); }
  /// The row of this id, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  [[nodiscard]] std::span<const Interned::Name> actors_of(const Row& row) const {
    return std::span(actors).subspan(row.actors_begin, row.actors);
  }

  std::vector<Seen> seen;  // by row, as all that follow
  std::vector<Row> rows;
  std::vector<Interned::Name> actors;
  Interned names;
  std::vector<std::string> folded;  // of each name
  std::vector<ClaimLink> links;
  std::uint32_t rejected = 0;  // rows that reviewers rejected
  /// Rows with a position by the Morton number of their place on the world's map (Web Mercator), ascending.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> spatial;

 private:
  [[nodiscard]] Row row_of(const Evidence& evidence, std::uint32_t number);

  std::unordered_map<std::string_view, std::uint32_t> by_id_;
};

/// A place on the world's map in Web Mercator: 0 to 1 from the west, 0 to 1 from the north.
struct MapPoint {
  double x = 0, y = 0;
};
[[nodiscard]] MapPoint map_point(double longitude, double latitude);
/// The bits of both numbers in turn, those of x at the even places.
[[nodiscard]] std::uint64_t interleaved(std::uint32_t x, std::uint32_t y);
/// A place on the map in 2^32 steps, interleaved: the first 2 z bits are those of the tile at zoom z.
[[nodiscard]] std::uint64_t morton_of(double longitude, double latitude);

}  // namespace attest
