#include "cli/reports.hpp"

#include <utility>

#include "read/read_as.hpp"

namespace attest::cli {

namespace {

/// Stages name a report as results do; errors name the place where a user finds it.
Error at_place(Error error, const Report& report) {
  if (error.where.starts_with(report.name)) error.where.replace(0, report.name.size(), report.where);
  return error;
}

}  // namespace

Result<Document> read_report(const Report& report, const HintBook& hints, const Hints& otherwise) {
  ATTEST_TRY(const std::string bytes, bytes_of(report));
  const auto read = [&](const std::string& name) {
    return read_as(report.format, report.name, bytes, merged(merged(hints.of(name), otherwise), report.hints));
  };
  auto document = read(report.name);
  // A line's own id is known only now: what the metadata file says about it counts, too.
  if (document && document->name != report.name && hints.names(document->name)) document = read(document->name);
  if (!document) return tl::unexpected<Error>(at_place(std::move(document).error(), report));
  return document;
}

}  // namespace attest::cli
