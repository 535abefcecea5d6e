#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "base/threads.hpp"
#include "claims/claims.hpp"
#include "cli/commands.hpp"
#include "cli/keeping.hpp"
#include "cli/output.hpp"
#include "cli/reports.hpp"
#include "cli/setup.hpp"
#include "cli/summary.hpp"
#include "language/analysis.hpp"
#include "ledger/ledger.hpp"
#include "ledger/run.hpp"
#include "publish/json.hpp"

namespace attest::cli {

namespace {

struct Options {
  ReadingOptions reading;
  std::string ledger;
  bool quiet = false;
};

/// What the ledger was told about a document from outside its text: it counts until something else is said.
Hints hints_of(const Document& about) {
  Hints hints;
  const auto from_outside = [](const auto& value) {
    return value && (value->origin == kFromCommandLine || value->origin == kFromMetadataFile);
  };
  if (from_outside(about.title)) hints.title = about.title;
  if (from_outside(about.outlet)) hints.outlet = about.outlet;
  if (from_outside(about.url)) hints.url = about.url;
  if (from_outside(about.published)) hints.published = about.published;
  return hints;
}

/// Reads and codes reports, and asks the ledger first whether there is anything to code. Safe from many threads.
class Coding {
 public:
  Coding(const Workplace& workplace, Ledger ledger) : workplace_(workplace), ledger_(std::move(ledger)) {}

  Result<Coded> operator()(const Report& report) const {
    ATTEST_TRY(Document document, read_report(report, workplace_.hints, {}));
    ATTEST_TRY(const auto entry, find(document.id));
    if (entry && !is_up_to_date(*entry, document, workplace_.coder)) {
      ATTEST_TRY(document, read_report(report, workplace_.hints, hints_of(entry->about)));
    }
    if (entry && is_up_to_date(*entry, document, workplace_.coder)) return Coded{std::move(document), {}, {}};
    auto claims = workplace_.knowledge.code(document, workplace_.trees);
    PrivateNames names = workplace_.knowledge.private_names(document);
    return Coded{std::move(document), std::move(claims), std::move(names)};
  }

 private:
  Result<std::optional<Entry>> find(const std::string& id) const {
    const std::lock_guard one_at_a_time(mutex_);
    return ledger_.find(id);
  }

  const Workplace& workplace_;
  mutable std::mutex mutex_;
  Ledger ledger_;
};

Exit run(const Options& options) {
  const auto workplace = prepare(options.reading);
  if (!workplace) return workplace.error();
  auto ledger_run =
      LedgerRun::begin(options.ledger, workplace->coder, as_json_array(options.reading.inputs), utc_now());
  if (!ledger_run) return complain(ledger_run.error()), Exit::unusable;
  ReportStream reports(expand(options.reading.inputs), workplace->stream);
  Keeping keeping(std::move(*ledger_run), options.quiet ? Progress::Mode::quiet : Progress::Mode::shown,
                  [&] { return reports.share_done(); });
  keeping.make_searchable();
  auto ledger = Ledger::open(options.ledger);
  if (!ledger) return complain(ledger.error()), Exit::unusable;
  const Coding coding(*workplace, std::move(*ledger));

  Summary summary;
  ordered_parallel(
      options.reading.jobs,
      [&]() -> std::optional<Result<Report>> {
        if (keeping.stopped()) return std::nullopt;
        return reports.next();
      },
      [&](const Result<Report>& report) -> Result<Coded> {
        if (!report) return tl::unexpected<Error>(report.error());
        return coding(*report);
      },
      [&](const Result<Coded>& coded) {
        if (!coded) summary.failed(coded.error());
        keeping.take(coded);
      });
  keeping.finish();
  if (!options.quiet) summary.tell(reports.passed_over());
  return keeping.status();
}

}  // namespace

Run add_read(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("read", "Read reports and keep them with their claims in a ledger");
  add_reading_options(*command, options->reading);
  command->add_option("--into", options->ledger, "The ledger; made if it is missing")->type_name("FILE")->required();
  command->add_flag("--quiet", options->quiet, "No progress and no summary: only what went wrong");
  command->footer(
      "Examples:\n"
      "  attest read reports/ --into ledger.db --metadata dates.csv\n"
      "  attest read 'archive/*.jsonl' --into ledger.db\n"
      "Reading again adds nothing twice and finishes what was cut off. See man attest-read.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
