#include "cli/setup.hpp"

#include <cstdlib>
#include <thread>
#include <utility>

#include "base/utf8.hpp"
#include "cli/output.hpp"
#include "publish/json.hpp"

namespace attest::cli {

namespace fs = std::filesystem;

void add_reading_options(CLI::App& command, ReadingOptions& options) {
  command.add_option("INPUT", options.inputs, "Files, folders, quoted patterns, addresses, or - for standard input")
      ->required();
  command.add_option("--published", options.published, "Publication date of the reports")->type_name("YYYY-MM-DD");
  command.add_option("--outlet", options.outlet, "Who published the reports")->type_name("NAME");
  command
      .add_option("--metadata", options.metadata,
                  "Dates, outlets, titles and addresses by report name: a JSON object or a table (CSV, TSV)")
      ->type_name("FILE");
  command
      .add_option(
          "--columns", options.columns,
          "What the columns of tables are called: text=body,title=headline; text, html, title, published, outlet, "
          "author, url, id")
      ->type_name("MEANING=NAME,...");
  add_knowledge_options(command, options);
  add_fetching_options(command, options.fetching);
}

void add_knowledge_options(CLI::App& command, ReadingOptions& options) {
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  command.add_option("--resources", options.resources, "Folder of lexicons, place names and rules")->type_name("DIR");
  command
      .add_option("--gazetteer", options.gazetteers,
                  "Places to know beside the built-in ones, as 'attest gazetteer add' makes them")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_flag("--no-trees", options.no_trees,
                   "Read by words alone, without parsing sentences: faster, with more mistakes");
  command.add_option("--jobs", options.jobs, "Reports worked on at the same time; does not change the result")
      ->type_name("N")
      ->check(CLI::Range(1, 1024))
      ->default_str("one a processor");
}

Result<Hints> hints_for_all(const std::string& published, const std::string& outlet) {
  Hints hints;
  if (!outlet.empty()) hints.outlet = Sourced<std::string>{outlet, std::string(kFromCommandLine), {}};
  if (published.empty()) return hints;
  const auto date = parse_iso_date(published);
  if (!date) return fail(ErrorCode::usage, "not a date like 2017-03-09: " + published, "--published");
  hints.published = Sourced<Date>{*date, std::string(kFromCommandLine), {}};
  return hints;
}

tl::expected<Workplace, Exit> prepare(const ReadingOptions& options) {
  const auto refuse = [](const Error& error, Exit status) {
    complain(error);
    return tl::unexpected<Exit>(status);
  };
  auto for_all = hints_for_all(options.published, options.outlet);
  if (!for_all) return refuse(for_all.error(), Exit::usage);
  MetadataEntries entries;
  if (!options.metadata.empty()) {
    auto loaded = load_metadata(options.metadata);
    if (!loaded) return refuse(loaded.error(), Exit::usage);
    entries = std::move(*loaded);
  }
  auto columns = read_columns(options.columns);
  if (!columns) return refuse({ErrorCode::usage, columns.error().message, "--columns"}, Exit::usage);
  auto knowledge =
      Knowledge::load(resources_folder(options.resources), {options.gazetteers.begin(), options.gazetteers.end()});
  if (!knowledge) return refuse(knowledge.error(), Exit::unusable);
  const Trees trees = options.no_trees ? Trees::nowhere : Trees::near_triggers;
  Coder coder = knowledge->coder(trees);
  return Workplace{HintBook(std::move(*for_all), std::move(entries)),
                   {.columns = std::move(*columns), .limits = {}, .fetch = fetching(options.fetching)},
                   std::move(*knowledge),
                   trees,
                   std::move(coder)};
}

std::string as_json_array(const std::vector<std::string>& words) {
  std::string out = "[";
  for (const std::string& word : words) {
    if (out.size() > 1) out += ',';
    append_json_string(out, as_utf8(word));
  }
  return out + "]";
}

fs::path resources_folder(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("ATTEST_RESOURCES"); named != nullptr && *named != '\0') return named;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  const fs::path installed = program / "../share/attest/resources";
  if (fs::is_directory(installed, ignored)) return installed.lexically_normal();
  return (program / "../../resources").lexically_normal();
}

}  // namespace attest::cli
