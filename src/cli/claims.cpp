#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "attest/coder.hpp"
#include "claims/claims.hpp"
#include "cli/commands.hpp"
#include "cli/metadata.hpp"
#include "cli/setup.hpp"
#include "language/analysis.hpp"
#include "publish/json.hpp"
#include "read/read.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string published, metadata, resources;
  std::string format = "jsonl";
  int jobs = 1;
};

Result<Document> read_input(const std::string& path, const Hints& hints) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return fail(ErrorCode::not_found, "cannot open", path);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return read_text(std::filesystem::path(path).filename().string(), std::move(bytes), hints);
}

Exit run(const Options& options) {
  Hints given;
  if (!options.published.empty()) {
    const auto date = parse_iso_date(options.published);
    if (!date)
      return complain({ErrorCode::usage, "not a date like 2017-03-09: " + options.published, "--published"}),
             Exit::usage;
    given.published = Sourced<Date>{*date, "command line", {}};
  }
  Metadata metadata;
  if (!options.metadata.empty()) {
    auto loaded = Metadata::load(options.metadata);
    if (!loaded) return complain(loaded.error()), Exit::usage;
    metadata = std::move(*loaded);
  }
  const auto resources = Resources::load(resources_folder(options.resources));
  if (!resources) return complain(resources.error()), Exit::unusable;
  const std::string coder = Coder{ATTEST_VERSION, resources->version()}.to_string();

  Exit status = Exit::done;
  std::string out;
  for (const std::string& path : options.inputs) {
    const Hints* side = metadata.find(path);
    const auto document = read_input(path, side ? merged(*side, given) : given);
    if (!document) {
      complain(document.error());
      status = Exit::some_failed;
      continue;
    }
    const CodePointIndex index(document->text);
    for (const Claim& claim : find_claims(*document, analyse(*document), *resources))
      append_json_line(out, claim, *document, index, coder);
    fmt::print("{}", out);
    out.clear();
  }
  return status;
}

}  // namespace

Run add_claims(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("claims", "Print the claims that reports make");
  command->add_option("INPUT", options->inputs, "Reports")->required();
  command->add_option("--published", options->published, "Publication date of the reports: YYYY-MM-DD");
  command->add_option("--metadata", options->metadata, "File with dates, outlets, titles and addresses by report name");
  command->add_option("--resources", options->resources, "Folder of lexicons, place names and rules");
  command->add_option("--format", options->format, "jsonl")->check(CLI::IsMember({"jsonl"}));
  command->add_option("--jobs", options->jobs, "Reports coded at the same time")->check(CLI::Range(1, 256));
  return [options] { return run(*options); };
}

}  // namespace attest::cli
