#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <map>
#include <string>
#include <string_view>

#include "attest/coder.hpp"
#include "base/utf8.hpp"
#include "claims/knowledge.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"

namespace attest::cli {

namespace {

/// A closed pipe and a file-size limit are errors to report, not reasons to die.
void ignore_output_signals() {
  (void)std::signal(SIGPIPE, SIG_IGN);
  (void)std::signal(SIGXFSZ, SIG_IGN);
}

std::string version() {
  const auto knowledge = Knowledge::load(resources_folder(""));
  return knowledge ? knowledge->coder().to_string()
                   : std::string("attest ") + ATTEST_VERSION + ", no resources: " + knowledge.error().to_string();
}

Exit misused(std::string_view what, std::string_view command) {
  complain({ErrorCode::usage, fmt::format("{} (see {} --help)", what, command), {}});
  return Exit::usage;
}

/// Help and version go to standard output and are a success; a usage error is one line.
Exit settle(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {
    std::ostringstream out;
    (void)program.exit(error, out, out);
    const auto printed = print(out.str());
    if (!printed) complain(printed.error());
    return printed ? Exit::done : Exit::some_failed;
  }
  const auto chosen = program.get_subcommands();
  const std::string command = chosen.empty() ? "attest" : "attest " + chosen.front()->get_name();
  return misused(error.what(), command);
}

Exit run(int argc, const char* const* argv) {
  ignore_output_signals();
  CLI::App program{
      "Reads reporting on armed conflict into accountable claims: who was harmed, where, when, how many,\n"
      "by whom and according to whom, each field with the words it was read from.",
      "attest"};
  program.require_subcommand(1);
  program.set_version_flag("--version", version, "Print the versions of the program and of its resources");
  program.footer("Exit status: 0 done, 1 some inputs failed, 2 wrong usage, 3 ledger or resources unusable.");
  std::map<std::string, Run> commands;
  commands["claims"] = add_claims(program);
  commands["gazetteer"] = add_gazetteer(program);
  commands["history"] = add_history(program);
  commands["incidents"] = add_incidents(program);
  commands["ledger"] = add_ledger(program);
  commands["lineage"] = add_lineage(program);
  commands["model"] = add_model(program);
  commands["parse"] = add_parse(program);
  commands["read"] = add_read(program);
  commands["review"] = add_review(program);
  commands["score"] = add_score(program);
  commands["score-names"] = add_score_names(program);
  commands["serve"] = add_serve(program);
  commands["series"] = add_series(program);
  commands["search"] = add_search(program);
  commands["show"] = add_show(program);
  commands["simulate"] = add_simulate(program);
  commands["text"] = add_text(program);
  commands["token"] = add_token(program);
  commands["train"] = add_train(program);
  commands["train-names"] = add_train_names(program);
  commands["why"] = add_why(program);
  commands["watch"] = add_watch(program);
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first.empty()) return misused("which command?", "attest");
  if (!first.starts_with('-') && !commands.contains(std::string(first)))
    return misused(fmt::format("no such command: {}", as_utf8(std::string(first))), "attest");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return settle(program, error);
  }
  return commands.at(program.get_subcommands().front()->get_name())();
}

}  // namespace

}  // namespace attest::cli

int main(int argc, char** argv) {
  using namespace attest::cli;
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& error) {
    complain({attest::ErrorCode::io, error.what(), "defect"});
    return static_cast<int>(Exit::unusable);
  }
}
