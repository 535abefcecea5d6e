#include "reconcile/incident.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "reconcile/figures.hpp"
#include "reconcile/grading.hpp"

namespace attest {

namespace {

/// The value for which most origins speak; of equals the one that `before` puts first.
template <class Value, class Before>
std::optional<Value> most_told(const std::map<Value, std::set<std::uint64_t>>& values, Before before) {
  std::optional<Value> best;
  std::size_t most = 0;
  for (const auto& [value, origins] : values)
    if (!best || origins.size() > most || (origins.size() == most && before(value, *best))) {
      best = value;
      most = origins.size();
    }
  return best;
}

/// Where most origins put it, among the most exact places.
void locate(const Evidence& evidence, std::span<const std::uint32_t> told, Incident& incident) {
  using Spot = std::tuple<std::string, std::string, int, double, double>;
  std::map<Spot, std::set<std::uint64_t>> spots;
  std::map<Spot, const Testimony*> examples;
  int finest = 9;
  const auto precision = [](const Testimony& t) { return t.place_precision == 0 ? 8 : int{t.place_precision}; };
  for (const std::uint32_t i : told) {
    const Testimony& t = evidence.testimonies[i];
    if (t.place != 0) finest = std::min(finest, std::max(precision(t), 2));  // towns and what lies near them are equals
  }
  for (const std::uint32_t i : told) {
    const Testimony& t = evidence.testimonies[i];
    if (t.place == 0 || precision(t) > finest) continue;
    std::string country;
    if (t.country != 0) country = {static_cast<char>(t.country >> 8U), static_cast<char>(t.country & 0xFFU)};
    const LatLon at = t.position.value_or(LatLon{});
    Spot spot(evidence.names.text(t.place), country, precision(t), at.latitude, at.longitude);
    spots[spot].insert(t.origin);
    examples[spot] = &t;
  }
  const auto best = most_told(spots, [](const Spot& a, const Spot& b) { return std::get<2>(a) < std::get<2>(b); });
  if (!best) return;
  const Testimony& chosen = *examples.at(*best);
  std::tie(incident.place, incident.country, std::ignore, std::ignore, std::ignore) = *best;
  incident.position = chosen.position;
  if (chosen.place_precision != 0) incident.place_precision = chosen.place_precision;
}

/// When most origins say that it happened, among the shortest spans of time.
void date(const Evidence& evidence, std::span<const std::uint32_t> told, Incident& incident) {
  using Days = std::pair<Date, Date>;
  std::map<Days, std::set<std::uint64_t>> spans;
  std::map<Days, int> precisions;
  std::optional<std::int64_t> shortest;
  const auto length = [](const Testimony& t) { return static_cast<std::int64_t>((*t.to - *t.from).count()); };
  for (const std::uint32_t i : told) {
    const Testimony& t = evidence.testimonies[i];
    if (t.from) shortest = std::min(shortest.value_or(length(t)), length(t));
  }
  for (const std::uint32_t i : told) {
    const Testimony& t = evidence.testimonies[i];
    if (!t.from || length(t) > *shortest) continue;
    spans[{*t.from, *t.to}].insert(t.origin);
    precisions[{*t.from, *t.to}] = t.time_precision;
  }
  const auto best = most_told(spans, [](const Days& a, const Days& b) { return a < b; });
  if (!best) return;
  incident.from = best->first;
  incident.to = best->second;
  if (precisions.at(*best) != 0) incident.time_precision = precisions.at(*best);
}

}  // namespace

std::string incident_id(std::uint64_t identity) {
  constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's base 32
  std::string id(8, '0');
  for (char& c : id) {
    c = kLetters[identity % kLetters.size()];
    identity /= kLetters.size();
  }
  return id;
}

void sort_by_publication(const Evidence& evidence, std::vector<std::uint32_t>& told) {
  std::ranges::sort(told, {}, [&](std::uint32_t i) {
    const Testimony& t = evidence.testimonies[i];
    const auto& published = evidence.published(t);
    return std::tuple(!published, published, std::string_view(evidence.reports[t.report].id), t.claim);
  });
}

bool says_it_occurred(const Evidence& evidence, const Testimony& told) {
  const bool occurred = told.certainty == Certainty::asserted || told.certainty == Certainty::hedged;
  return occurred && !told.set_aside && !evidence.reports[told.report].withdrawn;
}

bool is_sooner(const Incident& a, const Incident& b) {
  return std::tuple(a.from.has_value(), a.from, std::string_view(a.id)) <
         std::tuple(b.from.has_value(), b.from, std::string_view(b.id));
}

std::optional<Incident> make_incident(const Evidence& evidence, std::span<const std::uint32_t> accounts) {
  std::vector<std::uint32_t> told;
  for (const std::uint32_t account : accounts) {
    const auto members = evidence.of(evidence.accounts[account]);
    told.insert(told.end(), members.begin(), members.end());
  }
  sort_by_publication(evidence, told);
  return make_incident_of(evidence, told);
}

std::optional<Incident> make_incident_of(const Evidence& evidence, std::span<const std::uint32_t> told) {
  Incident incident;
  Reckoning reckoning = reckon(evidence, told);
  incident.figures = std::move(reckoning.figures);

  std::set<std::uint32_t> reports;
  std::set<std::uint64_t> origins;
  std::set<ClaimKind> kinds;
  std::map<Means, std::set<std::uint64_t>> means;
  std::vector<std::uint32_t> occurred;  // testimonies that say that it did
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Testimony& t = evidence.testimonies[told[i]];
    incident.claims.push_back({{t.report, t.claim}, reckoning.parts[i].role, reckoning.parts[i].reason});
    const auto& published = evidence.published(t);
    if (published && !incident.first_published) incident.first_published = published;
    if (published) incident.last_published = published;
    if (reckoning.parts[i].role == ClaimRole::excluded) continue;
    occurred.push_back(told[i]);
    reports.insert(t.report);
    origins.insert(t.origin);
    kinds.insert(t.kind);
    if (t.means) means[*t.means].insert(t.origin);
  }
  if (occurred.empty()) return std::nullopt;
  incident.id = incident_id(evidence.testimonies[occurred.front()].identity);
  incident.reports = static_cast<std::uint32_t>(reports.size());
  incident.origins = static_cast<std::uint32_t>(origins.size());
  incident.kinds.assign(kinds.begin(), kinds.end());
  incident.means = most_told(means, [](Means, Means) { return false; });
  locate(evidence, occurred, incident);
  date(evidence, occurred, incident);
  grade(evidence, told, incident);
  return incident;
}

}  // namespace attest
