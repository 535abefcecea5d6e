#include "serve/exports.hpp"

#include <fmt/format.h>

#include "publish/incidents.hpp"
#include "serve/incident_test.hpp"
#include "serve/order.hpp"

namespace attest {

Result<Response> get_export(const Service& service, const Request& request) {
  ATTEST_TRY(const Question question, read_question(*find_collection("incidents"), request));
  const auto snapshot = service.snapshot();
  const IncidentTable& table = snapshot->seen_by(request.role);
  const std::vector<std::string>& names = snapshot->corpus().reconciled.names;
  ATTEST_TRY(const auto selection, select_incidents(service, *snapshot, request, question));
  const std::string_view format = std::string_view(request.path).substr(request.path.rfind('.') + 1);
  Response response;
  std::string& out = response.body;
  if (format == "csv") {
    response.type = "text/csv; charset=utf-8; header=present";
    append_incident_csv_header(out);
    for (const std::uint32_t row : selection->rows) append_incident_csv_row(out, *table.seen[row].incident);
  } else if (format == "jsonl") {
    response.type = "application/jsonl";
    for (const std::uint32_t row : selection->rows) {
      append_incident_properties(out, *table.seen[row].incident, names, table.seen[row].review);
      out += '\n';
    }
  } else if (format == "geojson") {
    response.type = "application/geo+json";
    out += R"({"type":"FeatureCollection","features":[)";
    for (const std::uint32_t row : selection->rows) {
      out += out.back() == '[' ? "\n" : ",\n";
      append_incident_feature(out, *table.seen[row].incident, names, &table.seen[row].review);
    }
    out += "\n]}\n";
  } else {
    return fail(ErrorCode::not_found, "exports are incidents.csv, incidents.geojson and incidents.jsonl");
  }
  response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"incidents.{}\"", format));
  return response;
}

}  // namespace attest
