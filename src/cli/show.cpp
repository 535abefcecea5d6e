#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/find_document.hpp"
#include "cli/other_languages.hpp"
#include "cli/output.hpp"
#include "ledger/ledger.hpp"
#include "ledger/metadata_rows.hpp"
#include "publish/layout.hpp"
#include "publish/marked.hpp"
#include "publish/mask.hpp"

namespace attest::cli {

namespace {

constexpr int kMaxLine = 100;  // longer lines of text are hard to read

struct Options {
  std::string document, ledger;
  bool mask = false;
};

/// One line a document, as much of name and title as fits.
Result<std::string> listing(const Ledger& ledger, const std::string& file, const View& view) {
  ATTEST_TRY(const auto ids, ledger.ids());
  std::string out;
  for (const std::string& id : ids) {
    ATTEST_TRY(const auto entry, ledger.find(id));
    if (!entry) return fail(ErrorCode::bad_ledger, "the ledger is damaged: a listed document is not found", file);
    const Document& about = entry->about;
    const std::string published = about.published ? to_iso(about.published->value) : "no date";
    std::string name = printable(about.name);
    name += not_coded(about);
    if (about.title) name += "  " + printable(about.title->value);
    const std::string head = fmt::format("{}  {:<10} {:>4} claims  ", short_id(id), published, entry->claims);
    const auto lines = wrap(name, std::max(view.width - static_cast<int>(head.size()) - 1, 10));
    out += head;
    if (!lines.empty()) out += slice(name, lines.front());
    out += lines.size() > 1 ? "…\n" : "\n";
  }
  return out;
}

/// What is known about the document, a field a line.
std::string heading(const Record& record, const View& view) {
  std::string out = styled(view, "1", printable(record.document.name)) + '\n';
  const auto line = [&](std::string_view field, const std::string& value) {
    const std::string text = printable(value);
    std::string head = fmt::format("  {:<14} ", field);
    for (const Span span : wrap(text, view.width - static_cast<int>(head.size()))) {
      out += head;
      out += slice(text, span);
      out += '\n';
      head.assign(head.size(), ' ');
    }
  };
  line("id", record.document.id);
  for (const std::string& name : record.entry.other_names) line("also read as", name);
  for_each_metadatum(record.document, [&](std::string_view field, const Sourced<std::string>& value) {
    line(field == "dateline_place" ? "dateline" : field, fmt::format("{} ({})", value.value, value.origin));
  });
  line("coded by", record.entry.coder.to_string());
  line("claims", std::to_string(record.claims.size()) + not_coded(record.document));
  return out += '\n';
}

Result<std::string> marked_report(const Record& record, View view) {
  view.width = std::min(view.width, kMaxLine);
  std::string out = heading(record, view);
  append_marked(out, record.claims, record.document.text, CodePointIndex(record.document.text), view);
  return out;
}

Exit run(const Options& options) {
  const auto ledger = Ledger::open(options.ledger);
  if (!ledger) return complain(ledger.error()), Exit::unusable;
  View view = view_of_output();
  view.width = std::max(view.width, 40);
  const auto shown = options.document.empty()
                         ? listing(*ledger, options.ledger, view)
                         : find_document(*ledger, options.ledger, options.document).and_then([&](Record record) {
                             if (options.mask) mask_names(record);
                             return marked_report(record, view);
                           });
  if (!shown) {
    complain(shown.error());
    switch (shown.error().code) {
      case ErrorCode::not_found:
        return Exit::some_failed;
      case ErrorCode::usage:
        return Exit::usage;
      default:
        return Exit::unusable;
    }
  }
  if (const auto printed = print(*shown); !printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

}  // namespace

Run add_show(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("show", "Show what a ledger holds, or a report's claims in its words");
  command->add_option("DOC", options->document, "A document: its name or the beginning of its id; none lists all");
  command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command->add_flag("--mask", options->mask, "Mask the names of private persons, to show or to copy the report");
  command->footer(
      "Examples:\n"
      "  attest show --ledger ledger.db\n"
      "  attest show --ledger ledger.db report.txt\n"
      "See man attest-show.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
