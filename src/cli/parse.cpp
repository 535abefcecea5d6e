#include <atomic>
#include <memory>
#include <utility>

#include "base/threads.hpp"
#include "cli/analyser.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reports.hpp"
#include "language/conllu.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string model;
  std::size_t jobs = 1;
  int least_confidence = 0;
};

/// Leaves only sentences whose arcs are on average at least so certain.
void keep_certain(Analysis& analysis, int least) {
  std::erase_if(analysis.sentences, [&](const Sentence& sentence) {
    double sum = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) sum += analysis.tokens[i].confidence;
    return sum < static_cast<double>(least) * (sentence.last - sentence.first);
  });
}

Exit run(const Options& options) {
  const auto analyser = Analyser::open(options.model);
  if (!analyser) return complain(analyser.error()), Exit::unusable;
  Exit status = Exit::done;
  std::atomic<bool> stopped = false;  // the output is gone: there is no use in reading on
  ReportStream reports(expand(options.inputs));
  ordered_parallel(
      options.jobs,
      [&]() -> std::optional<Result<Report>> {
        if (stopped) return std::nullopt;
        return reports.next();
      },
      [&](Result<Report> report) -> Result<std::string> {
        ATTEST_TRY(const Report next, std::move(report));
        ATTEST_TRY(const Document document, read_report(next, {}));
        std::string out;
        Analysis analysis = (*analyser)(document);
        if (options.least_confidence > 0) keep_certain(analysis, options.least_confidence);
        append_conllu(out, document, analysis);
        return out;
      },
      [&](const Result<std::string>& lines) {
        if (stopped) return;
        const auto written = lines.and_then([](const std::string& bytes) { return print(bytes); });
        if (written) return;
        complain(written.error());
        status = Exit::some_failed;
        if (lines) stopped = true;
      });
  return status;
}

}  // namespace

Run add_parse(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("parse", "Print sentences, words, tags and trees as CoNLL-U");
  command->add_option("INPUT", options->inputs, "Files, folders, quoted patterns, or - for standard input")->required();
  command->add_option("--model", options->model, "Model of tags and trees, if not the one that coding uses")
      ->type_name("FILE");
  command->add_option("--jobs", options->jobs, "Reports worked on at the same time; does not change the result")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command
      ->add_option("--least-confidence", options->least_confidence,
                   "Only sentences whose arcs are on average so certain: 128 a toss-up, 255 no doubt")
      ->type_name("N")
      ->check(CLI::Range(0, 255));
  command->footer(
      "Examples:\n"
      "  attest parse report.txt\n"
      "  attest parse reports/ --model en.model > reports.conllu\n"
      "See man attest-parse.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
