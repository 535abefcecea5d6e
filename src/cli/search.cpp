#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/fetch.hpp"
#include "cli/find_document.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "ledger/ledger.hpp"
#include "publish/json.hpp"
#include "publish/layout.hpp"

namespace attest::cli {

namespace {

constexpr int kMaxLine = 100;  // longer lines of text are hard to read
constexpr int kIndent = 4;

struct Options {
  std::string query, ledger, kind, country, from, to;
  std::int64_t limit = 20;
  bool json = false;
};

Result<std::optional<Date>> date_of(const std::string& option, const std::string& value) {
  if (value.empty()) return std::nullopt;
  if (const auto date = parse_iso_date(value)) return date;
  return fail(ErrorCode::usage, "not a date like 2017-03-09: " + as_utf8(value), option);
}

Result<SearchQuestion> question_of(const Options& options) {
  SearchQuestion question;
  question.query = options.query;
  question.limit = options.limit;
  if (!options.kind.empty()) {
    question.kind = from_name<ClaimKind>(options.kind);
    if (!question.kind) return fail(ErrorCode::usage, "no kind of claim: " + as_utf8(options.kind), "--kind");
  }
  if (!options.country.empty()) question.country = options.country;
  ATTEST_TRY(question.from, date_of("--from", options.from));
  ATTEST_TRY(question.to, date_of("--to", options.to));
  if (question.from && question.to && *question.from > *question.to)
    return fail(ErrorCode::usage, "a last day before the first", "--to");
  return question;
}

void append_json_line(std::string& out, const Hit& hit) {
  const Document& about = hit.entry.about;
  const auto member = [&](std::string_view name, const std::string& value) {
    out += fmt::format("\"{}\":", name);
    append_json_string(out, value);
    out += ',';
  };
  out += '{';
  member("id", about.id);
  member("doc", about.name);
  if (about.title) member("title", about.title->value);
  if (about.outlet) member("outlet", about.outlet->value);
  if (about.published) member("published", to_iso(about.published->value));
  out += fmt::format("\"claims\":{},\"snippet\":{{\"text\":", hit.entry.claims);
  append_json_string(out, hit.snippet);
  out += ",\"marks\":[";
  const CodePointIndex index(hit.snippet);
  for (const Span mark : hit.marks)
    out += fmt::format("{}[{},{}]", out.back() == '[' ? "" : ",", index.at(mark.begin), index.at(mark.end));
  out += "]}}\n";
}

/// The snippet, wrapped; what was asked for in bold, or in brackets where there is no bold.
void append_snippet(std::string& out, const Hit& hit, const View& view) {
  std::string text = printable(hit.snippet);
  if (!view.colour) {
    text.clear();
    std::uint32_t at = 0;
    for (const Span mark : hit.marks) {
      text += printable(slice(hit.snippet, {at, mark.begin}));
      text += fmt::format("[{}]", printable(slice(hit.snippet, mark)));
      at = mark.end;
    }
    text += printable(slice(hit.snippet, {at, static_cast<std::uint32_t>(hit.snippet.size())}));
  }
  for (const Span line : wrap(text, std::min(view.width, kMaxLine) - kIndent)) {
    out += spaces(kIndent);
    std::uint32_t at = line.begin;
    if (view.colour && text.size() == hit.snippet.size())  // printable() changed no lengths: the marks still fit
      for (const Span mark : hit.marks) {
        if (!line.overlaps(mark)) continue;
        const Span shown{std::max(mark.begin, line.begin), std::min(mark.end, line.end)};
        out += slice(text, {at, shown.begin});
        out += styled(view, "1", slice(text, shown));
        at = shown.end;
      }
    out += slice(text, {at, line.end});
    out += '\n';
  }
}

void append_hit(std::string& out, const Hit& hit, const View& view) {
  const Document& about = hit.entry.about;
  out += fmt::format("{}  {}  {} claim{}  {}\n", short_id(about.id),
                     about.published ? to_iso(about.published->value) : "no date   ", hit.entry.claims,
                     hit.entry.claims == 1 ? "" : "s", printable(about.name));
  std::string heading = about.outlet ? printable(about.outlet->value) : "";
  if (about.title) heading += (heading.empty() ? "" : ": ") + printable(about.title->value);
  for (const Span line : wrap(heading, std::min(view.width, kMaxLine) - 2))
    out += fmt::format("  {}\n", styled(view, "1", slice(heading, line)));
  append_snippet(out, hit, view);
}

Exit run(const Options& options) {
  const auto question = question_of(options);
  if (!question) return complain(question.error()), Exit::usage;
  const auto answer =
      Ledger::open(options.ledger).and_then([&](const Ledger& ledger) { return ledger.search(*question); });
  if (!answer) {
    complain(answer.error());
    return answer.error().code == ErrorCode::usage ? Exit::usage : Exit::unusable;
  }
  View view = view_of_output();
  view.width = std::max(view.width, 40);
  std::string out;
  for (const Hit& hit : answer->hits)
    if (options.json)
      append_json_line(out, hit);
    else
      append_hit(out, hit, view);
  if (const auto printed = print(out); !printed) return complain(printed.error()), Exit::some_failed;
  const auto shown = static_cast<std::int64_t>(answer->hits.size());
  if (answer->found == 0)
    tell("nothing found\n");
  else if (shown < answer->found)
    tell(fmt::format("{} documents found, {} shown\n", answer->found, shown));
  if (answer->not_indexed > 0)
    tell(
        fmt::format("{} documents were kept by an older attest and cannot be searched; the next attest read into this"
                    " ledger adds them\n",
                    answer->not_indexed));
  return Exit::done;
}

}  // namespace

Run add_search(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("search", "Find documents of a ledger by their words");
  command->add_option("QUERY", options->query, "Words, \"phrases\", beginnings*, AND, OR, NOT, (…), title:, body:")
      ->required();
  command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command->add_option("--kind", options->kind, "Only documents with a claim of this kind")->type_name("KIND");
  command->add_option("--country", options->country, "… in this country: its two-letter code")
      ->type_name("CODE")
      ->transform(is_country_code());
  command->add_option("--from", options->from, "… of this day or later")->type_name("YYYY-MM-DD");
  command->add_option("--to", options->to, "… of this day or earlier")->type_name("YYYY-MM-DD");
  command->add_option("--limit", options->limit, "Documents shown")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command->add_flag("--json", options->json, "A line of JSON a document");
  command->footer(
      "Examples:\n"
      "  attest search 'mosul AND hospital' --ledger ledger.db\n"
      "  attest search '\"air strike*\" NOT title:drone' --ledger ledger.db --kind killed --country IQ\n"
      "See man attest-search.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
