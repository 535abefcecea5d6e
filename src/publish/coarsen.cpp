#include "publish/coarsen.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace attest {

namespace {

constexpr int kRegion = 5;     // UCDP's where_prec of what is not nearer than a part of a country
constexpr int kManyWeeks = 4;  // UCDP's date_prec of a month

double middle_of_cell(double degrees, double limit) { return std::min(std::floor(degrees), limit - 1) + 0.5; }

std::chrono::year_month month_of(Date day) {
  const std::chrono::year_month_day date{day};
  return date.year() / date.month();
}

}  // namespace

Incident coarsened(const Incident& incident) {
  Incident coarse = incident;
  coarse.place.clear();
  coarse.claims.clear();
  for (Blame& blame : coarse.blame) {
    blame.said_by.clear();
    blame.denied_by.clear();
  }
  if (coarse.position) {
    coarse.position =
        LatLon{middle_of_cell(incident.position->latitude, 90), middle_of_cell(incident.position->longitude, 180)};
    coarse.place_precision = std::max(incident.place_precision.value_or(kRegion), kRegion);
  }
  if (coarse.from && coarse.to) {
    coarse.from = Date{month_of(*incident.from) / 1};
    coarse.to = Date{month_of(*incident.to) / std::chrono::last};
    coarse.time_precision = std::max(incident.time_precision.value_or(kManyWeeks), kManyWeeks);
  }
  if (coarse.first_published) coarse.first_published = Date{month_of(*incident.first_published) / 1};
  if (coarse.last_published) coarse.last_published = Date{month_of(*incident.last_published) / std::chrono::last};
  return coarse;
}

}  // namespace attest
