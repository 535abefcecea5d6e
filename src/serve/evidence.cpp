#include "serve/evidence.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.hpp"
#include "publish/acts.hpp"
#include "publish/incidents.hpp"
#include "publish/json_object.hpp"
#include "reconcile/history.hpp"
#include "serve/problem.hpp"
#include "serve/question.hpp"
#include "serve/shown.hpp"

namespace attest {

namespace {

/// A report with what it takes to write its claims.
struct Opened {
  Shown shown;
  CodePointIndex index;
  explicit Opened(Shown one) : shown(std::move(one)), index(shown.document().text) {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
};

class EvidenceWriter {
 public:
  EvidenceWriter(const Snapshot& snapshot, const Ledger& ledger, bool unmasked)
      : snapshot_(snapshot), evidence_(snapshot.corpus().evidence()), ledger_(ledger), unmasked_(unmasked) {}

  Result<std::string> write(const Seen& seen) {
    std::string out;
    const Incident& incident = *seen.incident;
    decided_ = snapshot_.reviewed().find(incident.id);
    JsonObject json(out);
    json.key("incident");
    append_incident_properties(out, incident, snapshot_.corpus().reconciled.names, seen.review);
    out.pop_back();
    out += R"(,"geometry":)";
    if (incident.position)
      fmt::format_to(std::back_inserter(out), R"({{"type":"Point","coordinates":[{},{}]}}}})",
                     incident.position->longitude, incident.position->latitude);
    else
      out += "null}";
    json.key("claims");
    out += '[';
    // All reports first: what people wrote of one claim may name whom another report names.
    for (const LinkedClaim& link : incident.claims) ATTEST_CHECK(open(link.claim.report));
    for (const LinkedClaim& link : incident.claims) ATTEST_CHECK(append_claim(out, link));
    out += ']';
    json.key("history");
    append_history(out, incident);
    json.key("acts");
    append_acts(out, incident);
    json.value("masked", !unmasked_);
    json.close();
    return out;
  }

 private:
  Result<void> append_claim(std::string& out, const LinkedClaim& link) {
    const ReportRow& report = evidence_.reports[link.claim.report];
    ATTEST_TRY(const Opened* opened, open(link.claim.report));
    // Written since the snapshot was made: the claim is gone, and the next snapshot will say so.
    if (opened == nullptr || link.claim.claim >= opened->shown.claims().size()) return {};
    const Claim& claim = opened->shown.claims()[link.claim.claim];
    if (out.back() != '[') out += ",\n";
    begin_claim_json(out, claim, opened->shown.document(), opened->index, opened->shown.article.coder.to_string());
    out += R"(,"key":)";
    append_json_string(out, fmt::format("{}/{}", report.id, claim.id));
    out += R"(,"report":)";
    append_brief(out, opened->shown.document());
    const Testimony& told = evidence_.testimonies[report.first + link.claim.claim];
    fmt::format_to(std::back_inserter(out), R"(,"role":"{}","reason":"{}","origin":{},"corrections":)",
                   name_of(link.role), name_of(link.reason), origin_number(told.origin));
    append_corrections(out, link.claim);
    const std::uint32_t testimony = report.first + link.claim.claim;
    fmt::format_to(std::back_inserter(out), R"(,"excluded":{}}})",
                   snapshot_.reviewed().amendments.excluded.contains(testimony));
    return {};
  }

  void append_corrections(std::string& out, const ClaimRef& claim) const {
    out += '[';
    if (decided_ != nullptr)
      for (const Correction& one : decided_->corrections) {
        if (one.claim != claim) continue;
        if (out.back() != '[') out += ',';
        const Act& act = snapshot_.act(one.seq);
        JsonObject json(out);
        json.text("field", name_of(one.field));
        json.key("before");
        out += hidden(one.machine);
        json.key("after");
        out += hidden(one.after);
        json.text("by", act.by);
        json.text("at", act.at);
        json.text("reason", hidden(act.reason));
        json.text("conflict", one.conflict);
        json.value("seq", one.seq);
        json.close();
      }
    out += ']';
  }

  void append_acts(std::string& out, const Incident& incident) const {
    out += '[';
    // Of a sensitive incident readers are not told, either, why it is.
    if (decided_ != nullptr && !incident.claims.empty())
      for (const std::int64_t seq : decided_->acts) {
        if (out.back() != '[') out += ',';
        Act act = snapshot_.act(seq);
        act.reason = hidden(act.reason);
        for (auto* value : {&act.before, &act.after})
          if (*value) *value = hidden(**value);
        append_act_json(out, act, snapshot_.reviewed().standing_of(act));
      }
    out += ']';
  }

  /// What a person wrote of the reports that were opened, without their private names.
  [[nodiscard]] std::string hidden(std::string words) const {
    for (const auto& [report, opened] : opened_)
      if (opened) words = opened->shown.mask.masked(words);
    return words;
  }

  static void append_brief(std::string& out, const Document& document) {
    const auto text = [](const std::optional<Sourced<std::string>>& value) {
      return value ? std::string_view(value->value) : std::string_view();
    };
    JsonObject json(out);
    json.text("id", document.id);
    json.text("name", document.name);
    json.text("title", text(document.title));
    json.text("outlet", text(document.outlet));
    json.text("agency", text(document.agency));
    json.day("published", document.published ? std::optional(document.published->value) : std::nullopt);
    json.text("url", text(document.url));
    json.close();
  }

  void append_history(std::string& out, const Incident& incident) const {
    out += '[';
    if (!incident.claims.empty())
      for (const HistoryStep& step : history_of(*snapshot_.corpus().machine, snapshot_.reviewed(), incident)) {
        if (out.back() != '[') out += ',';
        JsonObject json(out);
        json.day("published", step.published);
        json.key("figure");
        append_figure_json(out, step.figure);
        json.key("because");
        if (step.because) {
          JsonObject because(out);
          because.text("report", evidence_.reports[step.because->report].id);
          because.text("claim", fmt::format("c{}", step.because->claim + 1));
          because.close();
        } else {
          out += "null";
        }
        json.close();
      }
    out += ']';
  }

  Result<const Opened*> open(std::uint32_t report) {
    auto known = opened_.find(report);
    if (known == opened_.end()) {
      ATTEST_TRY(auto shown, show_report(ledger_, snapshot_.corpus().reconciled.keys[report], unmasked_));
      auto opened = shown ? std::make_unique<Opened>(std::move(*shown)) : nullptr;
      known = opened_.emplace(report, std::move(opened)).first;
    }
    return known->second.get();
  }

  /// Independent origins are numbered from 1 in the order of the claims.
  std::size_t origin_number(std::uint64_t origin) {
    const auto found = std::ranges::find(origins_, origin);
    if (found != origins_.end()) return static_cast<std::size_t>(found - origins_.begin()) + 1;
    origins_.push_back(origin);
    return origins_.size();
  }

  const Snapshot& snapshot_;
  const Evidence& evidence_;
  const Ledger& ledger_;
  bool unmasked_;
  const ReviewedIncident* decided_ = nullptr;  // none: nobody has decided anything about it
  std::unordered_map<std::uint32_t, std::unique_ptr<Opened>> opened_;
  std::vector<std::uint64_t> origins_;
};

}  // namespace

Result<Response> get_evidence(const Service& service, const Request& request) {
  constexpr std::array<std::string_view, 1> kParameters = {"names"};
  ATTEST_CHECK(check_parameters(request, kParameters));
  ATTEST_TRY(const bool unmasked, wants_names(request));
  if (unmasked && request.role == Role::read) return problem(403, "names are shown to reviewers only");
  const auto snapshot = service.snapshot();
  const IncidentTable& table = snapshot->seen_by(request.role);
  ATTEST_TRY(const std::uint32_t row, snapshot->find(request.role, request.part("id")));
  ATTEST_TRY(const auto ledger, service.reader());
  Response response;
  ATTEST_TRY(response.body, EvidenceWriter(*snapshot, *ledger, unmasked).write(table.seen[row]));
  if (unmasked) {
    ATTEST_CHECK(note_view(service, request, ActKind::unmasked_view, {}, table.seen[row].incident->id));
  }
  if (unmasked) response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace attest
