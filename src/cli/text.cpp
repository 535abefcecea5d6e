#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <system_error>
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

/// The file that a word begins with: "a.zip" of "a.zip:folder/page.html", or all of it.
std::string file_of(const std::string& word) {
  std::error_code ignored;
  if (std::filesystem::exists(word, ignored)) return word;
  for (std::size_t colon = word.find(':'); colon != std::string::npos; colon = word.find(':', colon + 1))
    if (std::filesystem::is_regular_file(word.substr(0, colon), ignored)) return word.substr(0, colon);
  return word;
}

/// The one report that a word names, in a file or on standard input.
Result<Document> read_one(const std::string& word) {
  const std::string path = file_of(word);
  const bool inside = path != word;
  ReportStream reports(expand(std::vector{path}));
  std::optional<Report> found;
  while (auto report = reports.next()) {
    if (!*report && !inside) return tl::unexpected<Error>(report->error());
    const bool exact = (*report ? (*report)->where : report->error().where) == word;
    if (inside && !exact) continue;
    if (!*report) return tl::unexpected<Error>(report->error());
    if (found) return fail(ErrorCode::usage, "holds several reports; name one, as in a.jsonl:7", path);
    found = std::move(**report);
    if (exact) break;  // a mail's own text, whatever is attached
  }
  if (!found) return fail(ErrorCode::not_found, inside ? "no such line or member" : "no report in it", word);
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
                   "A file, a line or member of one (a.jsonl:7, a.zip:page.html), - for standard input; "
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
