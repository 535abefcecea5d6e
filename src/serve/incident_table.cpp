#include "serve/incident_table.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/fold_word.hpp"
#include "serve/wanted.hpp"

namespace attest {

namespace {

std::int32_t day_number(const std::optional<Date>& day) {
  return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : kNoDay;
}

std::uint32_t bounded(const std::optional<std::int64_t>& value) {
  if (!value) return kNoFigure;
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(*value, 0, kNoFigure - 1));
}

RowFigure figure_of(const Incident& incident, ClaimKind harm) {
  const Figure* total = incident.total(harm);
  return total == nullptr ? RowFigure{} : RowFigure{bounded(total->low), bounded(total->best), bounded(total->high)};
}

template <class E>
std::uint32_t bit(E value) {
  return 1U << static_cast<unsigned>(value);
}

std::uint8_t review_bits(const ReviewNote& note) {
  const auto state = static_cast<unsigned>(note.state);
  return static_cast<std::uint8_t>(1U << state | (note.conflicts > 0 ? bit(ReviewBit::conflict) : 0U) |
                                   (note.sensitive ? bit(ReviewBit::sensitive) : 0U));
}

/// The bits of `value` at the even places.
std::uint64_t spread(std::uint32_t value) {
  std::uint64_t bits = value;
  bits = (bits | bits << 16U) & 0x0000FFFF0000FFFFU;
  bits = (bits | bits << 8U) & 0x00FF00FF00FF00FFU;
  bits = (bits | bits << 4U) & 0x0F0F0F0F0F0F0F0FU;
  bits = (bits | bits << 2U) & 0x3333333333333333U;
  return (bits | bits << 1U) & 0x5555555555555555U;
}

}  // namespace

MapPoint map_point(double longitude, double latitude) {
  constexpr double kEdge = 85.051128779806589;  // where the map is as high as it is wide
  const double sine = std::sin(std::clamp(latitude, -kEdge, kEdge) * std::numbers::pi / 180);
  return {longitude / 360 + 0.5, 0.5 - std::log((1 + sine) / (1 - sine)) / (4 * std::numbers::pi)};
}

std::uint64_t interleaved(std::uint32_t x, std::uint32_t y) { return spread(x) | spread(y) << 1U; }

std::uint64_t morton_of(double longitude, double latitude) {
  constexpr double kSteps = 4294967296.0;
  const auto step = [](double at) { return static_cast<std::uint32_t>(std::clamp(at * kSteps, 0.0, kSteps - 1)); };
  const MapPoint at = map_point(longitude, latitude);
  return interleaved(step(at.x), step(at.y));
}

IncidentTable::IncidentTable(const Evidence& evidence, std::vector<Seen> all)
    : seen(std::move(all)), links(evidence.testimonies.size()) {
  const auto count = static_cast<std::uint32_t>(seen.size());
  rows.reserve(count);
  by_id_.reserve(count);
  for (std::uint32_t number = 0; number < count; ++number) {
    rows.push_back(row_of(evidence, number));
    by_id_.emplace(seen[number].incident->id, number);
    const Row& row = rows.back();
    if (seen[number].review.state == ReviewState::rejected) ++rejected;
    if (row.placed) spatial.emplace_back(morton_of(row.longitude, row.latitude), number);
  }
  std::ranges::sort(spatial);
  for (Interned::Name name = 0; name < names.size(); ++name) folded.push_back(fold_word(names.text(name)));
}

Row IncidentTable::row_of(const Evidence& evidence, std::uint32_t number) {
  const Incident& incident = *seen[number].incident;
  Row row;
  if (incident.position) {
    row.longitude = incident.position->longitude;
    row.latitude = incident.position->latitude;
    row.placed = true;
  }
  row.from = day_number(incident.from);
  row.to = day_number(incident.to);
  row.killed = figure_of(incident, ClaimKind::killed);
  row.injured = figure_of(incident, ClaimKind::injured);
  row.place = names.of(incident.place);
  row.actors_begin = static_cast<std::uint32_t>(actors.size());
  for (const Blame& blame : incident.blame) actors.push_back(names.of(blame.actor));
  row.actors = static_cast<std::uint16_t>(actors.size() - row.actors_begin);
  for (const ClaimKind kind : incident.kinds) row.kinds |= bit(kind);
  row.origins = incident.origins;
  row.reports = incident.reports;
  row.country = country_number(incident.country);
  if (incident.means) row.means = static_cast<std::uint8_t>(*incident.means);
  row.grade = static_cast<std::uint8_t>(incident.grade);
  row.responsibility = static_cast<std::uint8_t>(incident.responsibility);
  row.precision = static_cast<std::uint8_t>(incident.place_precision.value_or(0));
  row.review = review_bits(seen[number].review);
  for (const LinkedClaim& link : incident.claims) {
    const std::uint32_t testimony = evidence.reports[link.claim.report].first + link.claim.claim;
    links[testimony] = {number, link.role, link.reason};
    if (link.role == ClaimRole::excluded) continue;
    const Testimony& told = evidence.testimonies[testimony];
    if (told.source != 0) row.source_kinds |= bit(told.source_kind);
    if (!told.has_victims) continue;
    row.groups |= bit(told.group);
    row.statuses |= bit(told.status);
  }
  return row;
}

std::optional<std::uint32_t> IncidentTable::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace attest
