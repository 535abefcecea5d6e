#include "reconcile/series.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace attest {

namespace {

std::string country_of(const Testimony& told) {
  if (told.country == 0) return {};
  return {static_cast<char>(told.country >> 8U), static_cast<char>(told.country & 0xFFU)};
}

std::int64_t value(const SeriesPoint& point) { return point.min ? *point.min : *point.max; }

/// Does the total of a country contain the incident, by its days?
bool contains(const Series& series, const SeriesPoint& total, const Incident& incident) {
  if (!incident.from || !total.since || !total.as_of || *incident.from < *total.since || *incident.to > *total.as_of)
    return false;
  return !series.country.empty() && incident.country == series.country;
}

void raise_alarms(Series& series, const std::vector<Incident>& incidents, bool whole_country) {
  constexpr std::chrono::days kSoon{30};
  constexpr std::int64_t kLeap = 3;
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    SeriesPoint& point = series.points[i];
    if (i > 0) {
      const SeriesPoint& before = series.points[i - 1];
      const bool comparable = before.since == point.since;
      if (series.scope == Scope::cumulative && comparable && point.max && before.min && *point.max < *before.min)
        point.alarms.push_back(Alarm::fell);
      if (comparable && before.as_of && point.as_of && *point.as_of - *before.as_of <= kSoon && value(before) > 0 &&
          value(point) / kLeap >= value(before))
        point.alarms.push_back(Alarm::jumped);
    }
    if (series.scope != Scope::cumulative || !whole_country || !point.max || !series.actor.empty()) continue;
    std::int64_t sum = 0;
    for (const Incident& incident : incidents)
      if (contains(series, point, incident))
        for (const Figure& figure : incident.figures)
          if (figure.harm == series.kind && figure.unit == series.unit && figure.status == series.status &&
              figure.group == series.group && figure.low)
            sum += *figure.low;
    if (sum > *point.max) point.alarms.push_back(Alarm::less_than_sum);
  }
}

}  // namespace

std::vector<Series> series_of(const Evidence& evidence, const std::vector<Incident>& incidents) {
  using Key = std::tuple<std::string, std::string, ClaimKind, Unit, Scope, std::optional<VictimStatus>, VictimGroup,
                         std::string, std::string>;
  std::map<Key, Series> all;
  std::map<Key, bool> whole_country;
  for (const Testimony& told : evidence.testimonies) {
    if (told.scope == Scope::incident || !told.counted() || told.certainty == Certainty::denied ||
        told.certainty == Certainty::future || evidence.reports[told.report].withdrawn)
      continue;
    const ReportRow& report = evidence.reports[told.report];
    Series series;
    series.source = std::string(evidence.names.text(told.source != 0 ? told.source : report.outlet));
    series.kind = told.kind;
    series.unit = told.unit;
    if (told.status == VictimStatus::civilian || told.status == VictimStatus::combatant) series.status = told.status;
    series.group = told.group;
    series.place = std::string(evidence.names.text(told.place));
    series.country = country_of(told);
    series.actor = std::string(evidence.names.text(told.actor));
    series.scope = told.scope;
    Key key(series.country, series.place, series.kind, series.unit, series.scope, series.status, series.group,
            series.actor, series.source);
    SeriesPoint point;
    point.claim = {told.report, told.claim};
    if (told.scope == Scope::cumulative) point.since = told.from;
    point.as_of = told.to ? told.to : report.published;
    point.published = report.published;
    point.min = told.min;
    point.max = told.max;
    whole_country[key] = told.place_precision >= 6;
    all.emplace(std::move(key), std::move(series)).first->second.points.push_back(std::move(point));
  }
  std::vector<Series> result;
  for (auto& [key, series] : all) {
    std::ranges::sort(series.points, {}, [&](const SeriesPoint& point) {
      return std::tuple(point.as_of, point.published, std::string_view(evidence.reports[point.claim.report].id),
                        point.claim.claim);
    });
    raise_alarms(series, incidents, whole_country[key]);
    result.push_back(std::move(series));
  }
  return result;
}

}  // namespace attest
