#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "ledger/ledger.hpp"
#include "publish/acts.hpp"
#include "publish/describe.hpp"
#include "publish/incidents.hpp"
#include "reconcile/history.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::string incident, ledger;
  bool machine = false;
};

/// Why a claim has its role, for people.
std::string_view reason_in_words(RoleReason reason) {
  switch (reason) {
    case RoleReason::best_figure:
      return "the middle of what independent origins say last";
    case RoleReason::agrees:
      return "says the same";
    case RoleReason::other_figure:
      return "says another figure, which low and high take in";
    case RoleReason::same_origin:
      return "its origin speaks already";
    case RoleReason::vague:
      return "words where others give figures";
    case RoleReason::early:
      return "told early; two origins or more have told since";
    case RoleReason::outlier:
      return "far from what three origins or more say";
    case RoleReason::no_figure:
      return "gives no figure";
    case RoleReason::part:
      return "a part of another figure, never added to it";
    case RoleReason::later_toll:
      return "its source has said another figure since";
    case RoleReason::denied:
      return "says that it did not happen";
    case RoleReason::not_occurred:
      return "may happen, or will";
    case RoleReason::withdrawn:
      return "its report was taken back";
    case RoleReason::impossible_part:
      return "larger than what it is a part of; flagged, not repaired";
    case RoleReason::reviewer:
      return "left out by a reviewer";
  }
  return "";
}

void append_wrapped(std::string& out, const std::string& text, int width, std::string_view first,
                    std::string_view rest) {
  bool begun = false;
  for (const Span line : wrap(text, width - display_width(rest))) {
    out += begun ? rest : first;
    out += slice(text, line);
    out += '\n';
    begun = true;
  }
}

std::string listed(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

/// The note, paragraph by paragraph.
class Note {
 public:
  Note(const Ledger& ledger, const ReviewedRecord& record, const Incident& incident, const View& view)
      : ledger_(ledger), record_(record), incident_(incident), view_(view) {
    view_.width = std::clamp(view_.width, 60, 100);
  }

  Result<std::string> write() {
    std::string title = headline(incident_);
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    out_ += styled(view_, "1", fmt::format("{}  {}", incident_.id, printable(title))) + "\n\n";
    tell_standing();
    tell_blame();
    tell_figures();
    tell_review();
    for (const ClaimRole role :
         {ClaimRole::recommended, ClaimRole::triangulation, ClaimRole::superseded, ClaimRole::excluded})
      ATTEST_CHECK(tell_claims(role));
    append_wrapped(out_, fmt::format("Rules: {}, {}. See docs/methodology.md.", kMatchingRule, kFigureRule),
                   view_.width, "", "");
    return std::move(out_);
  }

 private:
  void paragraph(const std::string& text) {
    append_wrapped(out_, printable(text), view_.width, "", "");
    out_ += '\n';
  }

  void tell_standing() {
    std::string text = fmt::format(
        "{} {} of {} independent {} {} of it", incident_.reports, incident_.reports == 1 ? "report" : "reports",
        incident_.origins, incident_.origins == 1 ? "origin" : "origins", incident_.reports == 1 ? "tells" : "tell");
    if (incident_.first_published) {
      text += fmt::format(", published {}", to_iso(*incident_.first_published));
      if (incident_.first_published != incident_.last_published)
        text += fmt::format(" to {}", to_iso(*incident_.last_published));
    }
    text += fmt::format(". Grade: {}.", name_of(incident_.grade));
    if (incident_.strike) text += fmt::format(" Strike: {}.", in_words(name_of(*incident_.strike)));
    if (incident_.place_precision)
      text += fmt::format(" The place is exact to UCDP's precision {}.", *incident_.place_precision);
    paragraph(text);
  }

  void tell_blame() {
    std::string text = fmt::format("Responsibility: {}.", name_of(incident_.responsibility));
    for (const Blame& blame : incident_.blame) {
      if (!blame.said_by.empty()) text += fmt::format(" {} did it, by {}.", blame.actor, listed(blame.said_by));
      if (!blame.denied_by.empty())
        text += fmt::format(" That {} did it is denied by {}.", blame.actor, listed(blame.denied_by));
    }
    paragraph(text);
  }

  void tell_figures() {
    for (const Figure& figure : incident_.figures) {
      out_ += fmt::format("  {:<28} {}", describe_population(figure), describe(figure));
      out_ += fmt::format(" ({} {})", figure.origins, figure.origins == 1 ? "origin" : "origins");
      if (figure.impossible) out_ += "; more than the whole: flagged, not repaired";
      out_ += '\n';
    }
    if (!incident_.figures.empty()) out_ += '\n';
  }

  /// What reviewers decided, act by act, and how it stands.
  void tell_review() {
    const ReviewedIncident* reviewed = record_.reviewed.find(incident_.id);
    if (reviewed == nullptr || reviewed->acts.empty()) return;
    const ReviewNote& note = reviewed->note;
    out_ += styled(view_, "1", "Review") + '\n';
    append_wrapped(out_,
                   fmt::format("{}{}{}. What the machine made of the claims alone: attest why --machine.",
                               name_of(note.state), note.sensitive ? ", sensitive" : "", note.edited ? ", edited" : ""),
                   view_.width, "  ", "  ");
    for (const std::int64_t seq : reviewed->acts) {
      const auto act = std::ranges::find(record_.acts, seq, &Act::seq);
      if (act != record_.acts.end()) append_act_lines(out_, *act, record_.reviewed.standing_of(*act), view_);
    }
    out_ += '\n';
  }

  /// "; count corrected by Ada: …", of each field of the claim that was.
  std::string corrections_of(const ClaimRef& claim) const {
    const ReviewedIncident* reviewed = record_.reviewed.find(incident_.id);
    std::string text;
    if (reviewed == nullptr) return text;
    for (const Correction& correction : reviewed->corrections)
      if (correction.claim == claim)
        text +=
            fmt::format("; {} corrected to {} (act {})", name_of(correction.field), correction.after, correction.seq);
    return text;
  }

  Result<void> tell_claims(ClaimRole role) {
    bool begun = false;
    for (const LinkedClaim& link : incident_.claims) {
      if (link.role != role) continue;
      if (!begun) {
        std::string name(name_of(role));
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        out_ += styled(view_, "1", name) + '\n';
        begun = true;
      }
      ATTEST_TRY(const Record* record, record_of(link.claim.report));
      const Claim& claim = record->claims.at(link.claim.claim);
      std::string line = fmt::format("{} {}", record->document.name, claim.id);
      if (record->document.published) line += fmt::format(", {}", to_iso(record->document.published->value));
      line += claim.source ? ", " + describe(*claim.source) : ", the report itself";
      line += fmt::format(": {}", in_words(name_of(claim.kind)));
      if (claim.count) line += " " + describe(*claim.count);
      line += fmt::format(" ({}{})", reason_in_words(link.reason), corrections_of(link.claim));
      append_wrapped(out_, printable(line), view_.width, "  ", "    ");
      const std::string words(slice(record->document.text, claim.sentence));
      append_wrapped(out_, printable(fmt::format("“{}”", words)), view_.width, "    ", "    ");
    }
    if (begun) out_ += '\n';
    return {};
  }

  Result<const Record*> record_of(std::uint32_t report) {
    const std::string& id = record_.machine.evidence().reports.at(report).id;
    auto found = records_.find(id);
    if (found == records_.end()) {
      ATTEST_TRY(Record record, ledger_.load(id));
      found = records_.emplace(id, std::move(record)).first;
    }
    return &found->second;
  }

  const Ledger& ledger_;
  const ReviewedRecord& record_;
  const Incident& incident_;
  View view_;
  std::string out_;
  std::map<std::string, Record> records_;
};

/// One line a change of a figure.
std::string chronicle(const ReviewedRecord& record, const Incident& incident, const View& view) {
  std::string out = styled(view, "1", fmt::format("{}  {}", incident.id, printable(headline(incident)))) + '\n';
  for (const HistoryStep& step : history_of(record.machine, record.reviewed, incident)) {
    const std::string why =
        step.because ? fmt::format("{} c{}", record.reconciled->names.at(step.because->report), step.because->claim + 1)
                     : "";
    out += fmt::format("{:<10}  {:<24} {:<26} {}\n", step.published ? to_iso(*step.published) : "no date",
                       describe_population(step.figure), describe(step.figure), printable(why));
  }
  return out;
}

template <class Tell>
Exit run(const Options& options, Tell tell) {
  const auto ledger = Ledger::open(options.ledger);
  if (!ledger) return complain(ledger.error()), Exit::unusable;
  const auto record = review_ledger(options.ledger, options.machine ? Decisions::ignore : Decisions::apply);
  if (!record) return complain(record.error()), Exit::unusable;
  const auto incident = find_incident(*record, options.incident);
  if (!incident) return failed(incident.error());
  return printed(tell(*ledger, *record, **incident));
}

std::shared_ptr<Options> add_options(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("INCIDENT", options->incident, "Its id, or the beginning of it")->required();
  command.add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command.add_flag("--machine", options->machine, "As if no reviewer had decided anything");
  return options;
}

}  // namespace

Run add_why(CLI::App& program) {
  CLI::App* command = program.add_subcommand("why", "Say on which claims an incident rests, and what each counts for");
  auto options = add_options(*command);
  command->footer("Example:\n  attest why 3f9k --ledger ledger.db\nSee man attest-why.");
  return [options] {
    return run(*options, [](const Ledger& ledger, const ReviewedRecord& record, const Incident& incident) {
      return Note(ledger, record, incident, view_of_output()).write();
    });
  };
}

Run add_history(CLI::App& program) {
  CLI::App* command = program.add_subcommand("history", "Say how the figures of an incident changed, report by report");
  auto options = add_options(*command);
  command->footer("Example:\n  attest history 3f9k --ledger ledger.db\nSee man attest-history.");
  return [options] {
    return run(*options, [](const Ledger&, const ReviewedRecord& record, const Incident& incident) {
      return Result<std::string>(chronicle(record, incident, view_of_output()));
    });
  };
}

}  // namespace attest::cli
