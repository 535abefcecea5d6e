#include "serve/incident_items.hpp"

#include "publish/incidents.hpp"
#include "serve/incident_test.hpp"
#include "serve/order.hpp"

namespace attest {

namespace {

SortKey key_of(const Incident& incident, std::string_view property) {
  const auto best = [&](ClaimKind harm) {
    const Figure* figure = incident.total(harm);
    return sort_key(figure == nullptr ? std::nullopt : figure->best);
  };
  const auto precision = [](const std::optional<int>& value) {
    return sort_key(value ? std::optional<std::int64_t>(*value) : std::nullopt);
  };
  const auto count = [](std::uint32_t value) { return sort_key(std::optional<std::int64_t>(value)); };
  if (property == "from") return sort_key(incident.from);
  if (property == "to") return sort_key(incident.to);
  if (property == "first_published") return sort_key(incident.first_published);
  if (property == "last_published") return sort_key(incident.last_published);
  if (property == "killed") return best(ClaimKind::killed);
  if (property == "injured") return best(ClaimKind::injured);
  if (property == "reports") return count(incident.reports);
  if (property == "origins") return count(incident.origins);
  if (property == "place_precision") return precision(incident.place_precision);
  if (property == "time_precision") return precision(incident.time_precision);
  if (property == "grade") return count(static_cast<std::uint32_t>(incident.grade));  // the best first
  if (property == "responsibility") return sort_key(name_of(incident.responsibility));
  if (property == "means") return sort_key(incident.means ? name_of(*incident.means) : std::string_view());
  if (property == "strike") return sort_key(incident.strike ? name_of(*incident.strike) : std::string_view());
  if (property == "place") return sort_key(incident.place);
  if (property == "country") return sort_key(incident.country);
  if (property == "title") return sort_key(headline(incident));
  if (property == "id") return sort_key(incident.id);
  return {};  // versions, which are the same for all
}

}  // namespace

Result<Features> incident_features(const Service& service, const Request& request, const Question& question) {
  const auto snapshot = service.snapshot();
  const IncidentTable& table = snapshot->seen_by(request.role);
  ATTEST_TRY(const auto selection, select_incidents(service, *snapshot, request, question));
  Features page{.matched = selection->rows.size()};
  for (const std::uint32_t row : page_rows(
           selection->rows, question,
           [&](std::uint32_t one, std::string_view property) { return key_of(*table.seen[one].incident, property); })) {
    if (page.returned++ > 0) page.json += ",\n";
    append_incident_feature(page.json, *table.seen[row].incident, snapshot->corpus().reconciled.names,
                            &table.seen[row].review);
  }
  return page;
}

Result<std::string> incident_feature(const Service& service, const Request& request, std::string_view id) {
  const auto snapshot = service.snapshot();
  const IncidentTable& table = snapshot->seen_by(request.role);
  ATTEST_TRY(const std::uint32_t row, snapshot->find(request.role, id));
  std::string json;
  append_incident_feature(json, *table.seen[row].incident, snapshot->corpus().reconciled.names,
                          &table.seen[row].review);
  return json;
}

}  // namespace attest
