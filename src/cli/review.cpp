#include "cli/review.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "publish/acts.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::string ledger, incident, by, format;
  bool conflicts = false;
};

std::string laid_out(const std::vector<const Act*>& acts, const Reviewed& reviewed, const std::string& format) {
  const View view = view_of_output();
  std::string out;
  if (format == "csv") append_act_csv_header(out);
  for (const Act* act : acts) {
    const ActStanding standing = reviewed.standing_of(*act);
    if (format == "csv") {
      append_act_csv_row(out, *act, standing);
    } else if (format == "jsonl") {
      append_act_json(out, *act, standing);
      out += '\n';
    } else {
      append_act_lines(out, *act, standing, view);
    }
  }
  return out;
}

Exit run(const Options& options) {
  const auto record = review_ledger(options.ledger, Decisions::apply);
  if (!record) return complain(record.error()), Exit::unusable;
  const ReviewedIncident* about = nullptr;
  if (!options.incident.empty()) {
    const auto incident = find_incident(*record, options.incident);
    if (!incident) return failed(incident.error());
    about = record->reviewed.find((*incident)->id);
  }
  std::vector<const Act*> chosen;
  for (const Act& act : record->acts) {
    if (!options.by.empty() && act.by != options.by) continue;
    if (!options.incident.empty() && (about == nullptr || !std::ranges::binary_search(about->acts, act.seq))) continue;
    if (options.conflicts && record->reviewed.standing_of(act).conflict.empty()) continue;
    chosen.push_back(&act);
  }
  const std::string format = !options.format.empty() ? options.format : is_terminal(1) ? "table" : "jsonl";
  return printed(laid_out(chosen, record->reviewed, format));
}

}  // namespace

Run add_review(CLI::App& program) {
  auto options = std::make_shared<Options>();
  auto chosen = std::make_shared<Run>();
  CLI::App* command = program.add_subcommand("review", "What reviewers decided, and deciding without a browser");
  command->require_subcommand(0, 1);
  CLI::Option* ledger = command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE");
  command->add_option("--incident", options->incident, "Only acts about this incident")->type_name("INCIDENT");
  command->add_option("--by", options->by, "Only acts of this reviewer")->type_name("NAME");
  command->add_flag("--conflicts", options->conflicts, "Only decisions that no longer fit what the machine reads");
  command->add_option("--format", options->format, "table on a terminal, else jsonl")
      ->type_name("table|csv|jsonl")
      ->check(CLI::IsMember({"table", "csv", "jsonl"}));
  add_review_acts(*command, chosen);
  command->callback([command, ledger] {
    if (command->get_subcommands().empty() && ledger->count() == 0) throw CLI::RequiredError("--ledger");
  });
  command->footer(
      "Examples:\n"
      "  attest review --ledger ledger.db\n"
      "  attest review accept 3f9k --ledger ledger.db --by Ada\n"
      "  attest review correct report-7/c3 count 14 --ledger ledger.db --by Ada --reason \"the list of names has 14\"\n"
      "  attest review undo 12 --ledger ledger.db --by Ada --reason \"was the wrong report\"\n"
      "See man attest-review.");
  return [options, chosen] { return *chosen ? (*chosen)() : run(*options); };
}

}  // namespace attest::cli
