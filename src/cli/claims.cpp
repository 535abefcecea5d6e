#include "claims/claims.hpp"

#include <atomic>
#include <memory>
#include <utility>

#include "base/threads.hpp"
#include "cli/commands.hpp"
#include "cli/other_languages.hpp"
#include "cli/output.hpp"
#include "cli/reports.hpp"
#include "cli/setup.hpp"
#include "cli/summary.hpp"
#include "language/analysis.hpp"
#include "publish/csv.hpp"
#include "publish/explained.hpp"
#include "publish/json.hpp"
#include "publish/mask.hpp"
#include "publish/table.hpp"

namespace attest::cli {

namespace {

enum class Format { table, csv, jsonl };

struct Options {
  ReadingOptions reading;
  std::string format;
  bool explain = false, mask = false;
};

/// A report's claims, and their reasons if these are asked for.
struct Told {
  std::vector<Claim> claims;
  std::vector<Explanation> why;
};

Format format_of(const std::string& name) {
  if (name == "table") return Format::table;
  if (name == "csv") return Format::csv;
  if (name == "jsonl") return Format::jsonl;
  return is_terminal(1) ? Format::table : Format::jsonl;
}

/// What is printed of a report, and the language that kept it from being coded.
struct Printed {
  std::string lines, other_language;
};

/// The lines of one report, ready to be printed.
std::string laid_out(const Document& document, const Told& told, Format format, const View& view,
                     std::string_view coder) {
  const auto& [claims, why] = told;
  std::string out;
  if (format == Format::table) {
    if (why.empty())
      append_table(out, claims, document, view);
    else
      append_explained(out, claims, why, document, view);
    return out;
  }
  const CodePointIndex index(document.text);
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (format == Format::csv)
      append_csv_row(out, claims[i], document, index, coder);
    else
      append_json_line(out, claims[i], document, index, coder, why.empty() ? nullptr : &why[i]);
  return out;
}

Exit run(const Options& options) {
  const Format format = format_of(options.format);
  if (options.explain && format == Format::csv) {
    complain({ErrorCode::usage, "has no place in a CSV row: use --format table or jsonl", "--explain"});
    return Exit::usage;
  }
  const auto workplace = prepare(options.reading);
  if (!workplace) return workplace.error();
  const View view = view_of_output();
  const std::string coder = workplace->coder.to_string();

  Exit status = Exit::done;
  std::atomic<bool> stopped = false;  // the output is gone: there is no use in reading on
  const auto write = [&](std::string_view bytes) {
    if (stopped) return;
    if (const auto written = print(bytes); !written) {
      complain(written.error());
      status = Exit::some_failed;
      stopped = true;
    }
  };
  if (format == Format::csv) {
    std::string header;
    append_csv_header(header);
    write(header);
  }
  ReportStream reports(expand(options.reading.inputs), workplace->stream);
  Summary summary;
  OtherLanguages others;
  ordered_parallel(
      options.reading.jobs,
      [&]() -> std::optional<Result<Report>> {
        if (stopped) return std::nullopt;
        return reports.next();
      },
      [&](Result<Report> report) -> Result<Printed> {
        ATTEST_TRY(const Report next, std::move(report));
        ATTEST_TRY(Document document, read_report(next, workplace->hints));
        Told told;
        told.claims = workplace->knowledge.code(document, workplace->trees, options.explain ? &told.why : nullptr);
        if (options.mask) mask_names(document, told.claims, workplace->knowledge.private_names(document));
        return Printed{laid_out(document, told, format, view, coder), other_language(document)};
      },
      [&](const Result<Printed>& printed) {
        if (printed) {
          others.note(printed->other_language);
          return write(printed->lines);
        }
        complain(printed.error());
        summary.failed(printed.error());
        status = Exit::some_failed;
      });
  tell(others.line());
  summary.tell(reports.passed_over());
  return status;
}

}  // namespace

Run add_claims(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("claims", "Print the claims that reports make; nothing is kept");
  add_reading_options(*command, options->reading);
  command->add_option("--format", options->format, "table on a terminal, else jsonl")
      ->type_name("table|csv|jsonl")
      ->check(CLI::IsMember({"table", "csv", "jsonl"}));
  command->add_flag("--explain", options->explain,
                    "For each field the rule, the words, the way through the tree, and what else was considered");
  command->add_flag("--mask", options->mask, "Mask the names of private persons, to pass the claims on");
  command->footer(
      "Examples:\n"
      "  attest claims report.txt --published 2017-03-09\n"
      "  attest claims reports/ --metadata dates.csv --format csv > claims.csv\n"
      "  attest claims 'archive/*.jsonl' | jq -r 'select(.kind == \"killed\") | .sentence.text'\n"
      "See man attest-claims.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
