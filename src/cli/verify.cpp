#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "claims/quoted_figure.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "ledger/check.hpp"
#include "publish/layout.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::string ledger, head;
  bool quiet = false;
};

/// The claims whose quoted words do not say their number, unless a rule gave it.
std::vector<std::string> unsaid_figures(const Document& document, const std::vector<Claim>& claims) {
  std::vector<std::string> out;
  std::optional<QuotedFigures> quoted;
  for (const Claim& claim : claims) {
    const auto is_derived = [](const Derivation& one) { return one.field == "count"; };
    if (!claim.count || std::ranges::any_of(claim.derived, is_derived)) continue;
    if (!quoted) quoted.emplace(document);
    if (!quoted->says(*claim.count)) out.push_back(claim.id);
  }
  return out;
}

std::string summary(const Checked& checked) {
  std::string out = fmt::format("{} documents, {} claims and {} acts verified", grouped(checked.documents),
                                grouped(checked.claims), grouped(checked.acts));
  if (!checked.index) out += "; not the full-text index, because the ledger cannot be written now";
  out +=
      checked.problems == 0 ? std::string(", all sound\n") : fmt::format(", {} problems\n", grouped(checked.problems));
  if (!checked.head.empty()) out += fmt::format("newest act {}\n", checked.head);
  return out;
}

Exit run(const Options& options) {
  CheckQuestion question;
  question.figures = unsaid_figures;
  if (!options.head.empty()) question.head = options.head;
  Progress progress("verified", options.quiet ? Progress::Mode::quiet : Progress::Mode::shown);
  bool told = true;
  const auto checked = check_ledger(
      options.ledger, question,
      [&](const Problem& problem) {
        progress.clear();
        told = print(fmt::format("{}: {}: {}\n", printable(problem.place), printable(problem.field),
                                 printable(problem.message))) &&
               told;
      },
      [&](std::int64_t done, std::int64_t total) { progress.show(done, total); });
  progress.clear();
  if (!checked) return complain(checked.error()), Exit::unusable;
  if (!options.quiet) told = print(summary(*checked)) && told;
  return told && checked->problems == 0 ? Exit::done : Exit::some_failed;
}

}  // namespace

Run add_verify(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "verify", "Check that everything in a ledger is as it was written, and that every claim stands in its report");
  command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command
      ->add_option("--head", options->head, "An act with this hash, noted down earlier, must be in the chain of acts")
      ->type_name("HASH");
  command->add_flag("--quiet", options->quiet, "Only the problems: nothing when all is sound");
  command->footer(
      "Examples:\n"
      "  attest verify --ledger ledger.db\n"
      "  attest verify --ledger ledger.db --quiet && cp ledger.db backup.db\n"
      "See man attest-verify.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
