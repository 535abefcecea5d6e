// What the commands that read reports share: their options, and the knowledge that these lead to.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "attest/coder.hpp"
#include "attest/error.hpp"
#include "claims/knowledge.hpp"
#include "cli/commands.hpp"
#include "cli/fetching.hpp"
#include "cli/metadata.hpp"
#include "read/report_stream.hpp"

namespace attest::cli {

/// Options of the commands that read reports.
struct ReadingOptions {
  std::vector<std::string> inputs;
  std::string published, outlet, metadata, resources, columns;
  std::vector<std::string> gazetteers;
  FetchingOptions fetching;
  std::size_t jobs = 1;
  bool no_trees = false;
};

/// Adds --resources, --gazetteer, --no-trees and --jobs; `options` must live as long as the command.
void add_knowledge_options(CLI::App& command, ReadingOptions& options);

/// Adds all of them; `options` must live as long as the command.
void add_reading_options(CLI::App& command, ReadingOptions& options);

/// What reading needs before its first report.
struct Workplace {
  HintBook hints;
  StreamOptions stream;
  Knowledge knowledge;
  Trees trees;
  Coder coder;
};

/// Checks the options, then loads what they name. What is wrong has been said; the exit status is what is left.
[[nodiscard]] tl::expected<Workplace, Exit> prepare(const ReadingOptions& options);

/// --published and --outlet as hints. @errors usage
[[nodiscard]] Result<Hints> hints_for_all(const std::string& published, const std::string& outlet);

/// The words of the command line as a ledger keeps them with a run.
[[nodiscard]] std::string as_json_array(const std::vector<std::string>& words);

/// The resources folder: as given, else $ATTEST_RESOURCES, else beside the program, installed or in the source tree.
[[nodiscard]] std::filesystem::path resources_folder(const std::string& given);

}  // namespace attest::cli
