// The reports of some bytes, a line each: "name | title | first words", or "! place: what is wrong".
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "read/report_stream.hpp"

namespace attest::test {

inline std::string told(const Result<Report>& report) {
  if (!report) return "! " + report.error().to_string();
  return report->name + " | " + bytes_of(*report).value_or("?").substr(0, 40);
}

inline std::vector<std::string> walk(std::string name, std::string bytes, StreamOptions options = {},
                                     PassedOver* passed_over = nullptr) {
  ReportStream reports(std::move(name), std::move(bytes), std::move(options));
  std::vector<std::string> lines;
  while (const auto report = reports.next()) lines.push_back(told(*report));
  if (passed_over != nullptr) *passed_over = reports.passed_over();
  return lines;
}

inline std::vector<Report> reports_of(std::string name, std::string bytes, StreamOptions options = {}) {
  ReportStream reports(std::move(name), std::move(bytes), std::move(options));
  std::vector<Report> found;
  while (auto report = reports.next())
    if (*report) found.push_back(std::move(**report));
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace attest::test
