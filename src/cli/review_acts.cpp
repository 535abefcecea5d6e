#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/utc.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "cli/review.hpp"
#include "ledger/open.hpp"
#include "ledger/review.hpp"
#include "publish/acts.hpp"
#include "publish/json.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::string ledger, by, reason, incident, claim, field, value;
  std::vector<std::string> incidents, claims;
  std::int64_t seq = 0;
  bool off = false;
};

/// Names that people give become those that the record has.
Result<Proposal> proposal_of(ActKind act, const Options& options, const ReviewedRecord& record) {
  Proposal proposal;
  proposal.act = act;
  proposal.reason = options.reason;
  if (!options.incident.empty()) {
    ATTEST_TRY(const Incident* incident, find_incident(record, options.incident));
    proposal.incident = incident->id;
  }
  for (const std::string& word : options.incidents) {
    ATTEST_TRY(const Incident* incident, find_incident(record, word));
    proposal.incidents.push_back(incident->id);
  }
  for (const std::string& word : options.claims) {
    ATTEST_TRY(std::string key, claim_key_of(record, word));
    proposal.claims.push_back(std::move(key));
  }
  if (act == ActKind::correct) {
    ATTEST_TRY(std::string key, claim_key_of(record, options.claim));
    proposal.claims.push_back(std::move(key));
    proposal.field = options.field;
    proposal.value = value_as_json(options.field, options.value);
  }
  if (act == ActKind::undo) proposal.undoes = options.seq;
  if (act == ActKind::sensitive && options.off) proposal.value = "false";
  return proposal;
}

Exit run(ActKind act, const Options& options) {
  const auto record = review_ledger(options.ledger, Decisions::apply);
  if (!record) return complain(record.error()), Exit::unusable;
  const auto proposal = proposal_of(act, options, *record);
  if (!proposal) return failed(proposal.error());
  const auto database = open_ledger(options.ledger, Database::Mode::write);
  if (!database) return complain(database.error()), Exit::unusable;
  const auto decided = decide(*database, record->machine, *proposal, {options.by, "cli", utc_now()});
  if (!decided) return failed(decided.error());
  if (decided->conflict) {
    complain({ErrorCode::usage, *decided->conflict, {}});
    return Exit::some_failed;
  }
  const std::string now =
      decided->incidents.empty() ? std::string() : fmt::format("; now {}", fmt::join(decided->incidents, ", "));
  return printed(fmt::format("act {}: {}{}\n", decided->act.seq, printable(describe(decided->act)), now));
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "14", "26+", "3-5".
std::optional<std::string> count_as_json(std::string_view word) {
  if (are_digits(word)) return fmt::format(R"({{"min":{0},"max":{0}}})", word);
  if (word.ends_with('+') && are_digits(word.substr(0, word.size() - 1)))
    return fmt::format(R"({{"min":{}}})", word.substr(0, word.size() - 1));
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos || !are_digits(word.substr(0, dash)) || !are_digits(word.substr(dash + 1)))
    return std::nullopt;
  return fmt::format(R"({{"min":{},"max":{}}})", word.substr(0, dash), word.substr(dash + 1));
}

std::string json_string(std::string_view word) {
  std::string json;
  append_json_string(json, word);
  return json;
}

}  // namespace

Result<std::string> claim_key_of(const ReviewedRecord& record, const std::string& word) {
  constexpr std::size_t kMinDigits = 4;
  const std::size_t slash = word.rfind("/c");
  if (slash == std::string::npos)
    return fail(ErrorCode::usage, "a claim is named by its report and its number: report-7/c3", word);
  const std::string report = word.substr(0, slash);
  const auto& rows = record.reconciled->all.evidence().reports;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (record.reconciled->names[i] == report || record.reconciled->names[i] == report + ".txt" ||
        (report.size() >= kMinDigits && rows[i].id.starts_with(report)))
      ids.push_back(rows[i].id);
  if (ids.size() > 1)
    return fail(ErrorCode::usage, fmt::format("{} reports are called so: write the id of one", ids.size()), word);
  if (ids.empty()) return fail(ErrorCode::not_found, "no report with claims of this name or id", word);
  return ids.front() + word.substr(slash);
}

std::string value_as_json(const std::string& field, const std::string& word) {
  if (word == "null" || word.starts_with('{') || word.starts_with('"')) return word;
  if (field == "count") return count_as_json(word).value_or(json_string(word));
  if (field == "time") {
    const std::size_t slash = word.find('/');
    return fmt::format(R"({{"from":{},"to":{}}})", json_string(word.substr(0, slash)),
                       json_string(slash == std::string::npos ? word : word.substr(slash + 1)));
  }
  if (field == "place") return fmt::format(R"({{"name":{}}})", json_string(word));
  return json_string(word);
}

void add_review_acts(CLI::App& command, const std::shared_ptr<Run>& chosen) {
  const auto add = [&](ActKind act, const char* what) {
    auto options = std::make_shared<Options>();
    CLI::App* part = command.add_subcommand(std::string(name_of(act)), what);
    part->callback([=] { *chosen = [=] { return run(act, *options); }; });
    return std::pair(part, options);
  };
  const auto finish = [](const std::pair<CLI::App*, std::shared_ptr<Options>>& made, bool needs_reason) {
    const auto& [part, options] = made;
    part->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
    part->add_option("--by", options->by, "Who decides")->type_name("NAME")->required();
    CLI::Option* reason = part->add_option("--reason", options->reason, "Why; kept with the act")->type_name("WORDS");
    if (needs_reason) reason->required();
  };
  const auto one_incident = [](const std::pair<CLI::App*, std::shared_ptr<Options>>& made) {
    made.first->add_option("INCIDENT", made.second->incident, "Its id, or the beginning of it")->required();
  };
  const auto some_claims = [](const std::pair<CLI::App*, std::shared_ptr<Options>>& made) {
    made.first->add_option("CLAIM", made.second->claims, "A report's name or id, and the claim's number: report-7/c3")
        ->required();
  };

  const auto accept = add(ActKind::accept, "Say that an incident is right as it is");
  one_incident(accept);
  finish(accept, false);
  const auto reject = add(ActKind::reject, "Say that it is none");
  one_incident(reject);
  finish(reject, true);
  const auto note = add(ActKind::note, "Add a note, the reason");
  one_incident(note);
  finish(note, true);
  const auto sensitive = add(ActKind::sensitive, "Coarsen place and days for readers");
  one_incident(sensitive);
  sensitive.first->add_flag("--off", sensitive.second->off, "No longer");
  finish(sensitive, true);
  const auto merge = add(ActKind::merge, "Say that several incidents are one");
  merge.first->add_option("INCIDENT", merge.second->incidents, "Their ids, or the beginnings of them")->required();
  finish(merge, true);
  const auto split = add(ActKind::split, "Make claims of an incident one of their own");
  one_incident(split);
  some_claims(split);
  finish(split, true);
  const auto exclude = add(ActKind::exclude, "Leave claims out of an incident's figures");
  one_incident(exclude);
  some_claims(exclude);
  finish(exclude, true);
  const auto correct = add(ActKind::correct, "Give a field of a claim another value");
  correct.first
      ->add_option("CLAIM", correct.second->claim, "A report's name or id, and the claim's number: report-7/c3")
      ->required();
  correct.first->add_option("FIELD", correct.second->field, "count, place, time, actor … (man attest-review)")
      ->required();
  correct.first->add_option("VALUE", correct.second->value, "14, 26+, 3-5, 2017-03-08, words, null, or JSON")
      ->required();
  finish(correct, true);
  const auto undo = add(ActKind::undo, "Take an act back, by another act");
  undo.first->add_option("ACT", undo.second->seq, "Its number")->required();
  finish(undo, false);
}

}  // namespace attest::cli
