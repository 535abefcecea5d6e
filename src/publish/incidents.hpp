// Incidents as a table for people, and as CSV, JSON lines and GeoJSON for programs: docs/incidents.md.
#pragma once

#include <string>

#include "attest/incident.hpp"
#include "attest/review_note.hpp"
#include "publish/layout.hpp"

namespace attest {

/// "12 to 17, best 14", "26 or more", "at most 40", "no figure".
[[nodiscard]] std::string describe(const Figure& figure);
/// "killed, children", "injured".
[[nodiscard]] std::string describe_population(const Figure& figure);
/// "air strike in Tamar, XT, 2020-05-01".
[[nodiscard]] std::string headline(const Incident& incident);
/// "2020-05-01", "2020-05-01/2020-05-03", "no date".
[[nodiscard]] std::string describe_days(const Incident& incident);
/// A value's written name with spaces: "suicide bombing".
[[nodiscard]] std::string in_words(std::string_view name);

void append_incident_heading(std::string& out, const View& view);
void append_incident_row(std::string& out, const Incident& incident, const View& view);

void append_incident_csv_header(std::string& out);
/// One row an incident; killed and injured of everyone, civilians and children.
void append_incident_csv_row(std::string& out, const Incident& incident);

/// Appends the incident as an object, without a line end. @param rows  names of the reports, by ClaimRef::report
void append_incident_json(std::string& out, const Incident& incident, const std::vector<std::string>& reports);
/// The same as a GeoJSON feature; its geometry is null where no point is known. @param review  if not null, the members
/// that the server adds follow: title, killed, injured, review
void append_incident_feature(std::string& out, const Incident& incident, const std::vector<std::string>& reports,
                             const ReviewNote* review = nullptr);
/// The properties of that feature as an object.
void append_incident_properties(std::string& out, const Incident& incident, const std::vector<std::string>& reports,
                                const ReviewNote& review);
/// `{"harm","unit","status","group","low","best","high","origins","impossible"}`
void append_figure_json(std::string& out, const Figure& figure);

}  // namespace attest
