#include <CLI/CLI.hpp>
#include <exception>
#include <map>

#include "cli/commands.hpp"
#include "cli/setup.hpp"

int main(int argc, char** argv) {
  using namespace attest::cli;
  CLI::App program{"Reads reporting on armed conflict into accountable claims", "attest"};
  program.require_subcommand(1);
  std::map<std::string, Run> commands;
  commands["claims"] = add_claims(program);
  try {
    program.parse(argc, argv);
    return static_cast<int>(commands.at(program.get_subcommands().front()->get_name())());
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : static_cast<int>(Exit::usage);
  } catch (const std::exception& error) {
    complain({attest::ErrorCode::io, error.what(), "defect"});
    return static_cast<int>(Exit::unusable);
  }
}
