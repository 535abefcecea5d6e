#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/find_document.hpp"
#include "cli/lineage_text.hpp"
#include "cli/output.hpp"
#include "ledger/ledger.hpp"
#include "ledger/shelf.hpp"

namespace attest::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string document, ledger;
  bool json = false, all = false;
};

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json named(const Document& about) {
  return {{"id", about.id},
          {"doc", about.name},
          {"published", about.published ? Json(to_iso(about.published->value)) : Json(nullptr)},
          {"outlet", about.outlet ? Json(about.outlet->value) : Json(nullptr)},
          {"agency", about.agency ? Json(about.agency->value) : Json(nullptr)}};
}

Json changes(const Lineage& lineage, const Relative& relative, const Passage* inside) {
  Json list = Json::array();
  for (const ChangedFigure& figure : changed_in(relative, inside))
    list.push_back({{"from", figure_before(relative, figure)}, {"to", figure_now(lineage, figure)}});
  return list;
}

Json as_json(const Lineage& lineage, const Shelved& root) {
  const Shelved& report = *lineage.report;
  const CodePointIndex index(report.about.text);
  Json out = named(report.about);
  out["words"] = report.print.words.size();
  out["root"] = named(root.about);
  out["origin"] = nullptr;
  out["reports"] = Json::array();
  for (const Relative& relative : lineage.relatives) {
    if (lineage.origin == relative.document) out["origin"] = named(relative.report->about);
    Json other = named(relative.report->about);
    other["earlier"] = relative.earlier;
    other["relation"] = name_of(relative.relation);
    other["words"] = relative.report->print.words.size();
    other["our_words_there"] = relative.mine;
    other["its_words_here"] = relative.theirs;
    other["changed"] = changes(lineage, relative, nullptr);
    out["reports"].push_back(std::move(other));
  }
  out["passages"] = Json::array();
  for (std::size_t i = 0; i < lineage.passages.size(); ++i) {
    const Passage& passage = report.print.passages[i];
    const Origin& origin = lineage.passages[i];
    Json row = {{"start", index.at(passage.span.begin)},
                {"end", index.at(passage.span.end)},
                {"standing", name_of(origin.standing)},
                {"from", nullptr},
                {"passage", nullptr},
                {"changed", Json::array()}};
    if (const Relative* from = source_of(lineage, origin)) {
      row["from"] = from->report->about.id;
      row["passage"] = origin.from->passage;
      row["changed"] = changes(lineage, *from, &passage);
    }
    out["passages"].push_back(std::move(row));
  }
  return out;
}

/// One line a report: what it is a copy of, the root of its group, and how many of its passages are its own.
Result<std::string> overview_line(Lineages& lineages, const LedgerShelf& shelf, DocumentKey key) {
  ATTEST_TRY(const DocumentKey root_key, lineages.root_of(key));
  ATTEST_TRY(const Lineage* lineage, lineages.of(key));
  std::size_t own = 0, changed = 0;
  for (const Origin& origin : lineage->passages) {
    own += origin.standing == Standing::own ? 1 : 0;
    changed += origin.standing == Standing::changed ? 1 : 0;
  }
  Json line = named(lineage->report->about);
  line["relation"] = nullptr;
  line["origin"] = nullptr;
  line["update_of"] = nullptr;
  for (const Relative& relative : lineage->relatives) {
    if (lineage->origin == relative.document) {
      line["relation"] = name_of(relative.relation);
      line["origin"] = relative.report->about.id;
    }
    if (relative.earlier && relative.relation == Relation::update) line["update_of"] = relative.report->about.id;
  }
  if (root_key == key) {
    line["root"] = lineage->report->about.id;
  } else {
    ATTEST_TRY(const auto root, shelf.load(root_key));
    line["root"] = root->about.id;
  }
  line["passages"] = lineage->passages.size();
  line["own"] = own;
  line["changed"] = changed;
  return line.dump() + '\n';
}

Result<void> print_all(const LedgerShelf& shelf) {
  constexpr std::size_t kPage = 256;
  Lineages lineages(shelf);
  for (DocumentKey last = -1;;) {
    ATTEST_TRY(const auto keys, shelf.documents_after(last, kPage));
    if (keys.empty()) return {};
    std::string lines;
    for (const DocumentKey key : keys) {
      ATTEST_TRY(const std::string line, overview_line(lineages, shelf, key));
      lines += line;
    }
    ATTEST_CHECK(print(lines));
    last = keys.back();
  }
}

Result<void> print_one(const LedgerShelf& shelf, const Options& options) {
  ATTEST_TRY(const Ledger ledger, Ledger::open(options.ledger));
  ATTEST_TRY(const Record record, find_document(ledger, options.ledger, options.document));
  const DocumentKey key = record.entry.key;
  Lineages lineages(shelf);
  ATTEST_TRY(const DocumentKey root_key, lineages.root_of(key));
  ATTEST_TRY(const auto root, shelf.load(root_key));
  ATTEST_TRY(const Lineage* lineage, lineages.of(key));
  if (options.json) return print(as_json(*lineage, *root).dump() + '\n');
  return print(lineage_text(*lineage, *root, view_of_output()));
}

Exit status_of(const Error& error) {
  if (error.code == ErrorCode::not_found || error.where == "standard output") return Exit::some_failed;
  return error.code == ErrorCode::usage ? Exit::usage : Exit::unusable;
}

Exit run(const Options& options) {
  if (options.all == !options.document.empty()) {
    complain({ErrorCode::usage, "name one document, or ask for --all (see attest lineage --help)", {}});
    return Exit::usage;
  }
  const auto shelf = LedgerShelf::open(options.ledger);
  if (!shelf) return complain(shelf.error()), Exit::unusable;
  const auto printed = options.all ? print_all(**shelf) : print_one(**shelf, options);
  if (printed) return Exit::done;
  complain(printed.error());
  return status_of(printed.error());
}

}  // namespace

Run add_lineage(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("lineage", "Show which reports repeat each other, and where each passage first stood");
  command->add_option("DOC", options->document, "A document: its name or the beginning of its id");
  command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command->add_flag("--json", options->json, "One JSON object instead of text");
  command->add_flag("--all", options->all,
                    "Every document: one line of JSON with its origin and the root of its group");
  command->footer(
      "Examples:\n"
      "  attest lineage report.txt --ledger ledger.db\n"
      "  attest lineage --all --ledger ledger.db > groups.jsonl\n"
      "See man attest-lineage.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
