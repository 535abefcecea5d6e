#include "cli/add_places.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/output.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/sources.hpp"

namespace attest::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBrokenLinesTold = 20;  // a file

/// The finished file opened and checked once more, so that nothing wrong takes its name unnoticed.
Result<std::string> summary(const fs::path& target) {
  ATTEST_TRY(const Gazetteer made, Gazetteer::open(target));
  ATTEST_CHECK(made.file().verify());
  return fmt::format("{}: now {} places with {} names\n", target.string(), made.size(), made.names());
}

}  // namespace

Result<std::string> add_tables(const std::vector<std::string>& files, const fs::path& target, bool strict) {
  GazetteerBuilder builder;
  std::error_code failed;
  if (fs::exists(target, failed)) {
    ATTEST_TRY(const Gazetteer before, Gazetteer::open(target));
    ATTEST_CHECK(before.file().verify());
    builder.add(before);
  }
  std::string done;
  const bool shown = is_terminal(2);
  for (const std::string& file : files) {
    std::size_t told = 0;
    SourceReading reading;
    reading.strict = strict;
    reading.on_broken_line = [&](const Error& error) {
      if (++told <= kBrokenLinesTold) complain(error);
    };
    if (shown) reading.on_progress = [&](std::size_t bytes) { tell(fmt::format("\r{}: {} MB", file, bytes >> 20U)); };
    ATTEST_TRY(const SourceCounts counts, read_places(file, builder, reading));
    if (shown) tell("\r");
    done += fmt::format("{}: {} places", as_utf8(file), counts.places);
    if (counts.names > 0) done += fmt::format(", {} further names", counts.names);
    if (counts.passed_over > 0) done += fmt::format(", {} entries of no use", counts.passed_over);
    if (counts.broken > 0) done += fmt::format(", {} broken lines left out", counts.broken);
    done += '\n';
  }
  if (!target.parent_path().empty()) fs::create_directories(target.parent_path(), failed);
  ATTEST_CHECK(builder.write(target));
  ATTEST_TRY(const std::string now, summary(target));
  return done + now;
}

}  // namespace attest::cli
