#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/fold_word.hpp"
#include "base/table.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "publish/acts.hpp"
#include "publish/coarsen.hpp"
#include "publish/incidents.hpp"
#include "publish/mask.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::string ledger, where, from, to, kind, grade, review, format;
  std::uint32_t min_origins = 1;
  bool machine = false, names = false;
};

/// What is asked for, checked.
struct Question {
  std::string where;  // folded
  std::optional<Date> from, to;
  std::vector<ClaimKind> kinds;
  std::vector<Grade> grades;
  std::vector<std::string> review;  // none: all but rejected ones
  std::uint32_t min_origins = 1;

  [[nodiscard]] bool wants(const ReviewNote& note) const {
    if (review.empty()) return note.state != ReviewState::rejected;
    return std::ranges::any_of(review, [&](const std::string& word) {
      if (word == "conflict") return note.conflicts > 0;
      if (word == "sensitive") return note.sensitive;
      if (word == "edited") return note.edited;
      return word == name_of(note.state);
    });
  }

  [[nodiscard]] bool wants(const Incident& incident, const ReviewNote& note) const {
    if (!wants(note) || incident.origins < min_origins) return false;
    if (from && (!incident.to || *incident.to < *from)) return false;
    if (to && (!incident.from || *incident.from > *to)) return false;
    if (!grades.empty() && std::ranges::find(grades, incident.grade) == grades.end()) return false;
    if (!kinds.empty() && std::ranges::find_first_of(kinds, incident.kinds) == kinds.end()) return false;
    return where.empty() || fold_word(incident.country) == where ||
           fold_word(incident.place).find(where) != std::string::npos;
  }
};

template <class E>
Result<std::vector<E>> values_of(const std::string& list, std::string_view option) {
  std::vector<E> values;
  for (const std::string& name : split_list(list, ',')) {
    const auto value = from_name<E>(name);
    if (!value) return fail(ErrorCode::usage, fmt::format("no such value: {}", name), std::string(option));
    values.push_back(*value);
  }
  return values;
}

Result<std::optional<Date>> day_of(const std::string& text, std::string_view option) {
  if (text.empty()) return std::optional<Date>();
  const auto day = parse_iso_date(text);
  if (!day) return fail(ErrorCode::usage, fmt::format("not a day like 2017-03-09: {}", text), std::string(option));
  return day;
}

Result<Question> question_of(const Options& options) {
  Question question;
  question.where = fold_word(options.where);
  ATTEST_TRY(question.from, day_of(options.from, "--from"));
  ATTEST_TRY(question.to, day_of(options.to, "--to"));
  if (question.from && question.to && *question.from > *question.to)
    return fail(ErrorCode::usage, "lies after --to", "--from");
  ATTEST_TRY(question.kinds, values_of<ClaimKind>(options.kind, "--kind"));
  ATTEST_TRY(question.grades, values_of<Grade>(options.grade, "--grade"));
  question.review = split_list(options.review, ',');
  for (const std::string& word : question.review)
    if (!from_name<ReviewState>(word) && word != "conflict" && word != "sensitive" && word != "edited")
      return fail(ErrorCode::usage, fmt::format("no such value: {}", word), "--review");
  question.min_origins = options.min_origins;
  return question;
}

/// @param names  of the reports, by ClaimRef::report
std::string laid_out(const std::vector<const Incident*>& chosen, const ReviewedRecord& record,
                     const std::vector<std::string>& names, const std::string& format, const View& view) {
  std::string out;
  if (format == "csv") {
    append_incident_csv_header(out);
    for (const Incident* incident : chosen) append_incident_csv_row(out, *incident);
  } else if (format == "jsonl") {
    for (const Incident* incident : chosen) {
      append_incident_json(out, *incident, names);
      out.back() = ',';
      append_review_json(out, record.note_of(incident->id));
      out += "}\n";
    }
  } else if (format == "geojson") {
    out += R"({"type":"FeatureCollection","features":[)";
    for (const Incident* incident : chosen) {
      out += out.back() == '[' ? "\n" : ",\n";
      append_incident_feature(out, *incident, names);
    }
    out += "\n]}\n";
  } else if (!chosen.empty()) {
    append_incident_heading(out, view);
    for (const Incident* incident : chosen) append_incident_row(out, *incident, view);
  }
  return out;
}

/// What is passed on names no private person and gives no sensitive place: copies without them.
struct Masked {
  std::vector<Incident> incidents;
  std::vector<std::string> names;
};

Masked masked(std::vector<const Incident*>& chosen, const ReviewedRecord& record) {
  const Reconciled& reconciled = *record.reconciled;
  Masked copies;
  copies.names = reconciled.names;
  for (std::string& name : copies.names)
    if (const auto found = reconciled.masked.find(name); found != reconciled.masked.end()) name = found->second;
  copies.incidents.reserve(chosen.size());
  for (const Incident*& incident : chosen) {
    copies.incidents.push_back(record.note_of(incident->id).sensitive ? coarsened(*incident) : *incident);
    mask_names(copies.incidents.back(), reconciled.masked);
    incident = &copies.incidents.back();
  }
  return copies;
}

Exit run(const Options& options) {
  const auto question = question_of(options);
  if (!question) return failed(question.error());
  const auto record = review_ledger(options.ledger, options.machine ? Decisions::ignore : Decisions::apply);
  if (!record) return complain(record.error()), Exit::unusable;
  std::vector<const Incident*> chosen;
  for (const Incident* incident : all_incidents(record->machine, record->reviewed))
    if (question->wants(*incident, record->note_of(incident->id))) chosen.push_back(incident);
  const std::string format = !options.format.empty() ? options.format : is_terminal(1) ? "table" : "jsonl";
  if (chosen.empty() && format == "table")
    tell(record->reconciled->incidents.empty()
             ? "no incidents: no claim of the ledger tells of one\n"
             : fmt::format("none of {} incidents is asked for\n", record->reconciled->incidents.size()));
  Masked copies;
  if (!options.names) copies = masked(chosen, *record);
  const std::vector<std::string>& names = options.names ? record->reconciled->names : copies.names;
  return printed(laid_out(chosen, *record, names, format, view_of_output()));
}

}  // namespace

Run add_incidents(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("incidents", "Put a ledger's claims together: what happened, by all reports of it");
  command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command->add_option("--where", options->where, "Only places whose name contains this, or a country's code")
      ->type_name("PLACE");
  command->add_option("--from", options->from, "Only what can have happened on this day or later")->type_name("DAY");
  command->add_option("--to", options->to, "Only what can have happened on this day or sooner")->type_name("DAY");
  command->add_option("--kind", options->kind, "Only with claims of these kinds, as in killed,injured")
      ->type_name("KINDS");
  command->add_option("--min-origins", options->min_origins, "Only told by so many independent origins")
      ->type_name("N");
  command->add_option("--grade", options->grade, "Only of these grades, as in confirmed,fair")->type_name("GRADES");
  command
      ->add_option("--review", options->review,
                   "Only these states: open, accepted, rejected, edited, sensitive, conflict")
      ->type_name("STATES");
  command->add_flag("--machine", options->machine, "As if no reviewer had decided anything");
  command->add_option("--format", options->format, "table on a terminal, else jsonl")
      ->type_name("table|csv|jsonl|geojson")
      ->check(CLI::IsMember({"table", "csv", "jsonl", "geojson"}));
  command->add_flag("--names", options->names,
                    "Show what readers do not see: names of private persons, and where sensitive incidents were");
  command->footer(
      "Examples:\n"
      "  attest incidents --ledger ledger.db\n"
      "  attest incidents --ledger ledger.db --where Mosul --from 2017-03-01 --kind killed --min-origins 2\n"
      "  attest incidents --ledger ledger.db --format geojson > incidents.geojson\n"
      "See man attest-incidents.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
