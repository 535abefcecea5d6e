#include "reconcile/simulate.hpp"

#include <fmt/format.h>

#include <memory>

#include "base/utc.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "cli/simulated_text.hpp"
#include "ledger/run.hpp"
#include "publish/json.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::uint64_t seed = 1;
  std::uint32_t incidents = 100;
  std::string noise = "moderate", into;
};

/// Appends `"name":value,`.
void member(std::string& out, std::string_view name, std::string_view value) {
  append_json_string(out, name);
  out += ':';
  if (value.empty())
    out += "null";
  else
    append_json_string(out, value);
  out += ',';
}

std::string number(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "null"; }

void append_claim(std::string& out, const SimulatedReport& report, std::size_t i) {
  const Claim& claim = report.claims[i];
  out += '{';
  member(out, "report", report.facts.id);
  member(out, "outlet", report.facts.outlet);
  member(out, "published", report.facts.published ? to_iso(*report.facts.published) : "");
  out += fmt::format("\"origin\":{},", report.facts.origin ? std::to_string(*report.facts.origin) : "null");
  member(out, "id", claim.id);
  member(out, "kind", name_of(claim.kind));
  out += claim.count ? fmt::format("\"min\":{},\"max\":{},", number(claim.count->min), number(claim.count->max))
                     : "\"min\":null,\"max\":null,";
  member(out, "subset_of", claim.subset_of.value_or(""));
  member(out, "status", claim.victims ? name_of(claim.victims->status) : "");
  member(out, "group", claim.victims ? name_of(claim.victims->group) : "");
  member(out, "actor", claim.actor ? claim.actor->name : "");
  member(out, "means", claim.means ? name_of(*claim.means) : "");
  member(out, "object", claim.object ? name_of(*claim.object) : "");
  member(out, "place", claim.place ? claim.place->name : "");
  const bool located = claim.place && claim.place->position;
  out += located ? fmt::format("\"latitude\":{:.5f},\"longitude\":{:.5f},", claim.place->position->latitude,
                               claim.place->position->longitude)
                 : "\"latitude\":null,\"longitude\":null,";
  out += fmt::format("\"place_precision\":{},",
                     claim.place && claim.place->precision ? std::to_string(*claim.place->precision) : "null");
  member(out, "from", claim.time && claim.time->from ? to_iso(*claim.time->from) : "");
  member(out, "to", claim.time && claim.time->to ? to_iso(*claim.time->to) : "");
  member(out, "source", claim.source ? claim.source->name : "");
  member(out, "certainty", name_of(claim.certainty));
  member(out, "scope", name_of(claim.scope));
  member(out, "incident", claim.incident);
  out += fmt::format("\"truth\":{}}}\n", report.truth[i] ? std::to_string(*report.truth[i]) : "null");
}

/// Writes the war as reports into a ledger, some thousands in a transaction.
Exit keep(const Options& options, const Simulation& simulation) {
  constexpr std::int64_t kBatch = 4000;
  const Coder coder{ATTEST_VERSION, fmt::format("simulation {} {}", options.seed, options.noise)};
  auto run = LedgerRun::begin(options.into, coder, "[\"simulation\"]", utc_now());
  if (!run) return failed(run.error());
  Result<void> kept;
  std::int64_t reports = 0, claims = 0;
  (void)simulate(simulation, [&](const SimulatedReport& report) {
    if (!kept) return;
    const WrittenReport written = write_report(report);
    if (const auto added = run->keep(written.document, written.claims); !added) kept = tl::unexpected(added.error());
    claims += static_cast<std::int64_t>(written.claims.size());
    if (kept && ++reports % kBatch == 0) kept = run->commit();
  });
  if (kept) kept = run->end(utc_now());
  if (!kept) return failed(kept.error());
  tell(fmt::format("{} reports with {} claims kept\n", reports, claims));
  return Exit::done;
}

Exit run(const Options& options) {
  const Simulation simulation{options.seed, options.incidents, *from_name<Noise>(options.noise)};
  if (!options.into.empty()) return keep(options, simulation);
  bool gone = false;
  (void)simulate(simulation, [&](const SimulatedReport& report) {
    if (gone) return;
    std::string lines;
    for (std::size_t i = 0; i < report.claims.size(); ++i) append_claim(lines, report, i);
    if (const auto written = print(lines); !written) {
      complain(written.error());
      gone = true;
    }
  });
  return gone ? Exit::some_failed : Exit::done;
}

}  // namespace

Run add_simulate(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("simulate", "Print the claims of an invented war, each with the incident it is of");
  command->add_option("--seed", options->seed, "The same seed gives the same claims")->type_name("N");
  command->add_option("--incidents", options->incidents, "How many happen")->type_name("N");
  command->add_option("--noise", options->noise, "How far reports are from the truth")
      ->type_name("low|moderate|high")
      ->check(CLI::IsMember({"low", "moderate", "high"}));
  command->add_option("--into", options->into, "Write it as reports into this ledger, instead")->type_name("LEDGER");
  command->footer(
      "Examples:\n"
      "  attest simulate --seed 7 --incidents 1000 --noise high > claims.jsonl\n"
      "  attest simulate --incidents 100000 --into war.db\n"
      "See man attest-simulate.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
