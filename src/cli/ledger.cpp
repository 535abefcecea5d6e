#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "ledger/open.hpp"
#include "ledger/stats.hpp"
#include "ledger/vacuum.hpp"
#include "publish/json.hpp"
#include "publish/layout.hpp"

namespace attest::cli {

namespace {

constexpr std::size_t kShown = 10;  // of a list without end

struct Options {
  std::string ledger;
  bool json = false;
};

std::string in_units(std::int64_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits = {"bytes", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1000 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  return unit == 0 ? fmt::format("{} bytes", bytes) : fmt::format("{:.1f} {}", value, kUnits[unit]);
}

void append_line(std::string& out, std::string_view what, std::string_view value) {
  out += fmt::format("{:<14} {}\n", what, value);
}

void append_counts(std::string& out, std::string_view what, const LedgerStats::Counts& counts) {
  const std::size_t shown = counts.size() > kShown + 1 ? kShown : counts.size();
  for (std::size_t i = 0; i < shown; ++i)
    append_line(out, i == 0 ? what : "",
                fmt::format("{:>10} {}", grouped(counts[i].second), printable(counts[i].first)));
  if (shown < counts.size())
    append_line(out, "", fmt::format("{:>10} others", grouped(static_cast<std::int64_t>(counts.size() - shown))));
}

std::string as_text(const LedgerStats& stats) {
  std::string out;
  append_line(out, "documents",
              fmt::format("{}, {} with claims", grouped(stats.documents), grouped(stats.with_claims)));
  if (stats.not_indexed > 0)
    append_line(out, "",
                fmt::format("{} not searched yet: the next attest read adds them", grouped(stats.not_indexed)));
  append_line(out, "published",
              stats.first_published ? fmt::format("{} to {}, {} undated", *stats.first_published,
                                                  stats.last_published.value_or(""), grouped(stats.undated))
                                    : fmt::format("{} undated", grouped(stats.undated)));
  append_counts(out, "outlets", stats.outlets);
  append_counts(out, "languages", stats.languages);
  append_line(out, "claims", grouped(stats.claims));
  append_counts(out, "kinds", stats.kinds);
  append_counts(out, "countries", stats.countries);
  append_line(out, "runs",
              fmt::format("{}, {} cut off, last {}", grouped(stats.runs), grouped(stats.runs_cut_off),
                          stats.last_run.value_or("never")));
  append_line(out, "failures", grouped(stats.failures));
  append_counts(out, "", stats.reasons);
  append_line(out, "size", fmt::format("{}, {} of it free", in_units(stats.file_bytes), in_units(stats.free_bytes)));
  append_line(out, "reports",
              fmt::format("{}, kept as {}", in_units(stats.original_bytes), in_units(stats.packed_bytes)));
  return out;
}

std::string as_json(const LedgerStats& stats) {
  std::string out = "{";
  const auto name = [&](std::string_view word) { out += fmt::format("{}\"{}\":", out.back() == '{' ? "" : ",", word); };
  const auto number = [&](std::string_view word, std::int64_t value) {
    name(word);
    out += std::to_string(value);
  };
  const auto text = [&](std::string_view word, const std::optional<std::string>& value) {
    if (!value) return;
    name(word);
    append_json_string(out, *value);
  };
  const auto counts = [&](std::string_view word, const LedgerStats::Counts& list) {
    name(word);
    out += '{';
    for (const auto& [what, count] : list) {
      if (out.back() != '{') out += ',';
      append_json_string(out, what);
      out += fmt::format(":{}", count);
    }
    out += '}';
  };
  number("documents", stats.documents);
  number("with_claims", stats.with_claims);
  number("not_indexed", stats.not_indexed);
  text("first_published", stats.first_published);
  text("last_published", stats.last_published);
  number("undated", stats.undated);
  counts("outlets", stats.outlets);
  counts("languages", stats.languages);
  number("claims", stats.claims);
  counts("kinds", stats.kinds);
  counts("countries", stats.countries);
  number("runs", stats.runs);
  number("runs_cut_off", stats.runs_cut_off);
  text("last_run", stats.last_run);
  number("failures", stats.failures);
  counts("reasons", stats.reasons);
  number("file_bytes", stats.file_bytes);
  number("free_bytes", stats.free_bytes);
  number("original_bytes", stats.original_bytes);
  number("packed_bytes", stats.packed_bytes);
  return out + "}\n";
}

Exit unusable(const Error& error) { return complain(error), Exit::unusable; }

Exit run_stats(const Options& options) {
  const auto stats = open_ledger(options.ledger, Database::Mode::read).and_then([](const Database& database) {
    return ledger_stats(database);
  });
  if (!stats) return unusable(stats.error());
  const auto printed = print(options.json ? as_json(*stats) : as_text(*stats));
  if (!printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

Exit run_vacuum(const Options& options) {
  const auto done = vacuum_ledger(options.ledger);
  if (!done) return unusable(done.error());
  const auto printed =
      print(fmt::format("{} before, {} after\n", in_units(static_cast<std::int64_t>(done->bytes_before)),
                        in_units(static_cast<std::int64_t>(done->bytes_after))));
  if (!printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

}  // namespace

Run add_ledger(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("ledger", "What a ledger holds, in figures; making it smaller");
  command->require_subcommand(1);
  auto chosen = std::make_shared<Run>();
  const auto add = [&](const char* name, const char* what, Exit (*run)(const Options&)) {
    CLI::App* part = command->add_subcommand(name, what);
    part->add_option("LEDGER", options->ledger, "The ledger")->required();
    part->callback([=] { *chosen = [=] { return run(*options); }; });
    return part;
  };
  add("stats", "Documents, claims, outlets, dates, runs, failures and sizes in figures", run_stats)
      ->add_flag("--json", options->json, "As one line of JSON");
  add("vacuum", "Give free space back to the disk", run_vacuum);
  command->footer(
      "Examples:\n"
      "  attest ledger stats ledger.db\n"
      "See man attest-ledger.");
  return [chosen] { return (*chosen)(); };
}

}  // namespace attest::cli
