#include "reconcile/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/fold_word.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "publish/csv.hpp"
#include "publish/incidents.hpp"
#include "publish/layout.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::string ledger, where, format;
};

std::int64_t value(const SeriesPoint& point) { return point.min ? *point.min : *point.max; }

/// One block character a point, the highest as a full one.
std::string sparkline(const Series& series) {
  constexpr std::array<std::string_view, 8> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::int64_t most = 1;
  for (const SeriesPoint& point : series.points) most = std::max(most, value(point));
  std::string line;
  for (const SeriesPoint& point : series.points)
    line += kBlocks.at(static_cast<std::size_t>(std::clamp<std::int64_t>(value(point) * 8 / (most + 1), 0, 7)));
  return line;
}

std::string range(const SeriesPoint& point) {
  if (point.min && point.max)
    return *point.min == *point.max ? std::to_string(*point.min) : fmt::format("{} to {}", *point.min, *point.max);
  return point.min ? fmt::format("{} or more", *point.min) : fmt::format("{} or fewer", *point.max);
}

std::string subject(const Series& series) {
  std::string text = in_words(name_of(series.kind));
  if (series.status) text += fmt::format(" {}s", name_of(*series.status));
  if (series.group != VictimGroup::any) text += " " + in_words(name_of(series.group));
  if (!series.actor.empty()) text += " by " + series.actor;
  text += fmt::format(" in {}", series.place.empty() ? "an unknown place" : series.place);
  if (!series.country.empty()) text += ", " + series.country;
  return text;
}

std::string day(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); }

std::string as_table(const std::vector<Series>& all, const std::vector<std::string>& names, const View& view) {
  std::string out;
  for (const Series& series : all) {
    out += styled(view, "1", printable(subject(series)));
    out += printable(fmt::format(", {}, by {}", series.scope == Scope::state ? "at a moment" : "in all",
                                 series.source.empty() ? "reports without an outlet" : series.source));
    if (series.points.size() > 1) out += "  " + sparkline(series);
    out += '\n';
    for (const SeriesPoint& point : series.points) {
      std::string days = point.as_of ? to_iso(*point.as_of) : "no date";
      if (point.since) days = fmt::format("{} to {}", to_iso(*point.since), days);
      out += fmt::format("  {:<24} {:<22} {}", days, range(point), printable(names.at(point.claim.report)));
      for (const Alarm alarm : point.alarms) out += styled(view, "33", fmt::format("  [{}]", name_of(alarm)));
      out += '\n';
    }
  }
  return out;
}

std::string as_csv(const std::vector<Series>& all, const std::vector<std::string>& names) {
  std::string out =
      "source,kind,unit,status,group,actor,place,country,scope,since,as_of,published,min,max,report,claim,alarms\r\n";
  for (const Series& series : all)
    for (const SeriesPoint& point : series.points) {
      std::string alarms;
      for (const Alarm alarm : point.alarms) (alarms += alarms.empty() ? "" : "; ") += name_of(alarm);
      const std::array<std::string, 17> values = {
          series.source,
          std::string(name_of(series.kind)),
          std::string(name_of(series.unit)),
          series.status ? std::string(name_of(*series.status)) : "",
          series.group == VictimGroup::any ? "" : std::string(name_of(series.group)),
          series.actor,
          series.place,
          series.country,
          std::string(name_of(series.scope)),
          day(point.since),
          day(point.as_of),
          day(point.published),
          point.min ? std::to_string(*point.min) : "",
          point.max ? std::to_string(*point.max) : "",
          names.at(point.claim.report),
          fmt::format("c{}", point.claim.claim + 1),
          alarms};
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        append_csv_value(out, values.at(i));
      }
      out += "\r\n";
    }
  return out;
}

Exit run(const Options& options) {
  const auto reconciled = reconcile_ledger(options.ledger);
  if (!reconciled) return complain(reconciled.error()), Exit::unusable;
  std::vector<Series> all = series_of(reconciled->all.evidence(), reconciled->incidents);
  const std::string where = fold_word(options.where);
  std::erase_if(all, [&](const Series& series) {
    return !where.empty() && fold_word(series.country) != where &&
           fold_word(series.place).find(where) == std::string::npos;
  });
  const bool csv = options.format == "csv" || (options.format.empty() && !is_terminal(1));
  if (all.empty() && !csv) tell("no totals and no stocks are told of\n");
  return printed(csv ? as_csv(all, reconciled->names) : as_table(all, reconciled->names, view_of_output()));
}

}  // namespace

Run add_series(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("series", "Show totals and stocks by source and subject, which are no incident's");
  command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command->add_option("--where", options->where, "Only places whose name contains this, or a country's code")
      ->type_name("PLACE");
  command->add_option("--format", options->format, "table on a terminal, else csv")
      ->type_name("table|csv")
      ->check(CLI::IsMember({"table", "csv"}));
  command->footer(
      "Examples:\n"
      "  attest series --ledger ledger.db --where al-Hol\n"
      "  attest series --ledger ledger.db --format csv > series.csv\n"
      "See man attest-series.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
