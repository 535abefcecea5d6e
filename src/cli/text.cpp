#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/find_document.hpp"
#include "cli/output.hpp"
#include "cli/reports.hpp"
#include "ledger/ledger.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::string document, ledger;
};

/// "a.jsonl:7" is the report on line 7 of a.jsonl: the file and the line, if `word` is of that form.
std::pair<std::string, std::string> split_line(const std::string& word) {
  const std::size_t colon = word.find_last_of(':');
  if (colon == std::string::npos || format_of_name(word.substr(0, colon)) != Format::json_lines) return {word, {}};
  return {word.substr(0, colon), word.substr(colon + 1)};
}

/// The one report that a word names, in a file or on standard input.
Result<Document> read_one(const std::string& word) {
  const auto [path, line] = split_line(word);
  ReportStream reports(expand(std::vector{path}));
  std::optional<Report> found;
  while (auto report = reports.next()) {
    if (!*report && line.empty()) return tl::unexpected<Error>(report->error());
    const std::string& where = *report ? (*report)->where : report->error().where;
    if (!line.empty() && where != word) continue;
    if (!*report) return tl::unexpected<Error>(report->error());
    if (found) return fail(ErrorCode::usage, "holds several reports; name one, as in a.jsonl:7", path);
    found = std::move(**report);
    if (!line.empty()) break;
  }
  if (!found) return fail(ErrorCode::not_found, "no such line", word);
  return read_report(*found, {});
}

Exit run(const Options& options) {
  Result<std::string> text;
  if (options.ledger.empty()) {
    text = read_one(options.document).map([](const Document& document) { return document.text; });
  } else {
    const auto ledger = Ledger::open(options.ledger);
    if (!ledger) return complain(ledger.error()), Exit::unusable;
    const auto record = find_document(*ledger, options.ledger, options.document);
    if (!record && record.error().code == ErrorCode::bad_ledger) return complain(record.error()), Exit::unusable;
    text = record.map([](const Record& found) { return found.document.text; });
  }
  if (text && is_terminal(1) && !text->ends_with('\n')) *text += '\n';
  const auto printed = text.and_then([](const std::string& bytes) { return print(bytes); });
  if (printed) return Exit::done;
  complain(printed.error());
  return printed.error().code == ErrorCode::usage ? Exit::usage : Exit::some_failed;
}

}  // namespace

Run add_text(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("text", "Print the text of a report that claims point into");
  command
      ->add_option("DOC", options->document,
                   "A file, a line of one (a.jsonl:7), - for standard input; "
                   "with --ledger a name or the beginning of an id")
      ->required();
  command->add_option("--ledger", options->ledger, "Take the document from this ledger")->type_name("FILE");
  command->footer(
      "Examples:\n"
      "  attest text report.txt\n"
      "  attest text --ledger ledger.db 3fa9c2d1\n"
      "See man attest-text.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
