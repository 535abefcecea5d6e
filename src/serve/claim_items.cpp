#include "serve/claim_items.hpp"

#include <charconv>
#include <unordered_map>

#include "base/utf8.hpp"
#include "publish/json_object.hpp"
#include "serve/incident_test.hpp"
#include "serve/order.hpp"
#include "serve/shown.hpp"
#include "serve/wanted.hpp"

namespace attest {

namespace {

/// What a question about claims wants, held against testimonies.
class ClaimTest {
 public:
  ClaimTest(const Snapshot& snapshot, const IncidentTable& table, const Question& question)
      : snapshot_(snapshot),
        table_(table),
        question_(question),
        kinds_(question, "kind"),
        statuses_(question, "status"),
        groups_(question, "group"),
        means_(question, "means"),
        objects_(question, "object"),
        source_kinds_(question, "source_kind"),
        certainties_(question, "certainty"),
        scopes_(question, "scope"),
        roles_(question, "role"),
        actors_(question, "actor", WantedNames::By::whole, snapshot.corpus().folded),
        places_(question, "place", WantedNames::By::part, snapshot.corpus().folded),
        countries_(question) {}

  /// Looks words, reports and incidents up. @errors usage: the words are not understood
  Result<void> look_up(const Ledger& ledger, Role role) {
    const Corpus& corpus = snapshot_.corpus();
    if (const auto words = question_.wanted("q"); !words.empty()) {
      ATTEST_TRY(const auto documents, documents_with(snapshot_, ledger, role, words.front()));
      reports_.emplace(corpus.evidence().reports.size());
      for (const DocumentKey key : documents)
        if (const auto report = corpus.report_of(key)) (*reports_)[*report] = true;
    }
    if (const auto ids = question_.wanted("report"); !ids.empty()) {
      std::vector<bool> named(corpus.evidence().reports.size());
      for (const std::string& id : ids)
        for (const Listed* document : corpus.directory.beginning(id))
          if (const auto report = corpus.report_of(document->key)) named[*report] = !reports_ || (*reports_)[*report];
      reports_ = std::move(named);
    }
    if (const auto ids = question_.wanted("incident"); !ids.empty()) {
      rows_.emplace();
      for (const std::string& id : ids)
        if (const auto row = table_.find(id)) rows_->push_back(*row);
    }
    return {};
  }

  [[nodiscard]] bool takes(std::uint32_t number) const {
    const Testimony& told = snapshot_.corpus().evidence().testimonies[number];
    const ClaimLink& link = table_.links[number];
    if (reports_ && !(*reports_)[told.report]) return false;
    if (rows_ && (link.row == kNoRow || std::ranges::find(*rows_, link.row) == rows_->end())) return false;
    if (!kinds_.takes(told.kind) || !means_.takes(told.means) || !objects_.takes(told.object) ||
        !certainties_.takes(told.certainty) || !scopes_.takes(told.scope))
      return false;
    if ((statuses_.asked() || groups_.asked()) &&
        !(told.has_victims && statuses_.takes(told.status) && groups_.takes(told.group)))
      return false;
    if (source_kinds_.asked() && (told.source == 0 || !source_kinds_.takes(told.source_kind))) return false;
    if (roles_.asked() && (link.row == kNoRow || !roles_.takes(link.role))) return false;
    if (!actors_.takes(told.actor) || !places_.takes(told.place) || !countries_.takes(told.country)) return false;
    if (question_.bbox && !(told.position && question_.bbox->contains(*told.position))) return false;
    return !question_.datetime || question_.datetime->meets(told.from, told.to);
  }

 private:
  const Snapshot& snapshot_;
  const IncidentTable& table_;
  const Question& question_;
  WantedValues<ClaimKind> kinds_;
  WantedValues<VictimStatus> statuses_;
  WantedValues<VictimGroup> groups_;
  WantedValues<Means> means_;
  WantedValues<ObjectKind> objects_;
  WantedValues<SourceKind> source_kinds_;
  WantedValues<Certainty> certainties_;
  WantedValues<Scope> scopes_;
  WantedValues<ClaimRole> roles_;
  WantedNames actors_, places_;
  WantedCountries countries_;
  std::optional<std::vector<bool>> reports_;        // by report
  std::optional<std::vector<std::uint32_t>> rows_;  // of the incidents asked for
};

SortKey key_of(const Corpus& corpus, const IncidentTable& table, std::uint32_t number, std::string_view property) {
  const Evidence& evidence = corpus.evidence();
  const Testimony& told = evidence.testimonies[number];
  const ClaimLink& link = table.links[number];
  const auto name = [&](Interned::Name one) { return sort_key(corpus.folded[one]); };
  const auto choice = [](const auto& value) { return sort_key(value ? name_of(*value) : std::string_view()); };
  if (property == "kind") return sort_key(name_of(told.kind));
  if (property == "count_min") return sort_key(told.min);
  if (property == "count_max") return sort_key(told.max);
  if (property == "unit") return sort_key(told.counted() ? name_of(told.unit) : std::string_view());
  if (property == "status") return sort_key(told.has_victims ? name_of(told.status) : std::string_view());
  if (property == "group") return sort_key(told.has_victims ? name_of(told.group) : std::string_view());
  if (property == "actor") return name(told.actor);
  if (property == "opponent") return name(told.opponent);
  if (property == "means") return choice(told.means);
  if (property == "object") return choice(told.object);
  if (property == "place") return name(told.place);
  if (property == "country") return sort_key(country_code(told.country));
  if (property == "place_precision")
    return sort_key(told.place_precision == 0 ? std::nullopt : std::optional<std::int64_t>(told.place_precision));
  if (property == "from") return sort_key(told.from);
  if (property == "to") return sort_key(told.to);
  if (property == "source") return name(told.source);
  if (property == "source_kind") return sort_key(told.source == 0 ? std::string_view() : name_of(told.source_kind));
  if (property == "certainty") return sort_key(name_of(told.certainty));
  if (property == "scope") return sort_key(name_of(told.scope));
  if (property == "report") return sort_key(evidence.reports[told.report].id);
  if (link.row == kNoRow) return {};
  if (property == "incident") return sort_key(table.seen[link.row].incident->id);
  if (property == "role") return sort_key(name_of(link.role));
  if (property == "reason") return sort_key(name_of(link.reason));
  return {};
}

/// Writes features; loads each report once.
class ClaimFeatures {
 public:
  ClaimFeatures(const Snapshot& snapshot, const IncidentTable& table, const Ledger& ledger)
      : snapshot_(snapshot), table_(table), ledger_(ledger) {}

  Result<void> append(std::string& out, std::uint32_t number) {
    const Corpus& corpus = snapshot_.corpus();
    const Testimony& told = corpus.evidence().testimonies[number];
    const DocumentKey key = corpus.reconciled.keys[told.report];
    auto known = reports_.find(key);
    if (known == reports_.end()) {
      ATTEST_TRY(auto shown, show_report(ledger_, key, false));
      known = reports_.emplace(key, std::move(shown)).first;
    }
    // The ledger may have been written since the snapshot was made: what is gone is told without words.
    const Shown* shown = known->second ? &*known->second : nullptr;
    const Claim* claim =
        shown != nullptr && told.claim < shown->claims().size() ? &shown->claims()[told.claim] : nullptr;
    write(out, number, claim == nullptr ? Claim{.kind = told.kind} : *claim, shown);
    return {};
  }

 private:
  void write(std::string& out, std::uint32_t number, const Claim& claim, const Shown* shown) const {
    const Corpus& corpus = snapshot_.corpus();
    const Testimony& told = corpus.evidence().testimonies[number];
    const ClaimLink& link = table_.links[number];
    const std::string& document = corpus.evidence().reports[told.report].id;
    out += R"({"type":"Feature","id":)";
    append_json_string(out, claim_id(document, told.claim));
    if (claim.place && claim.place->position)
      fmt::format_to(std::back_inserter(out), R"(,"geometry":{{"type":"Point","coordinates":[{},{}]}})",
                     claim.place->position->longitude, claim.place->position->latitude);
    else
      out += R"(,"geometry":null)";
    out += R"(,"properties":)";
    JsonObject json(out);
    json.text("kind", name_of(claim.kind));
    json.value("count_min", claim.count ? claim.count->min : std::nullopt);
    json.value("count_max", claim.count ? claim.count->max : std::nullopt);
    json.text("unit", claim.count ? name_of(claim.count->unit) : "");
    json.text("status", claim.victims ? name_of(claim.victims->status) : "");
    json.text("group", claim.victims ? name_of(claim.victims->group) : "");
    json.text("actor", claim.actor ? claim.actor->name : "");
    json.text("opponent", claim.opponent ? claim.opponent->name : "");
    json.choice("means", claim.means);
    json.choice("object", claim.object);
    json.text("place", claim.place ? claim.place->name : "");
    json.text("country", claim.place ? claim.place->country.value_or("") : "");
    json.value("place_precision", claim.place ? claim.place->precision : std::nullopt);
    json.day("from", claim.time ? claim.time->from : std::nullopt);
    json.day("to", claim.time ? claim.time->to : std::nullopt);
    json.text("source", claim.source ? claim.source->name : "");
    json.text("source_kind", claim.source ? name_of(claim.source->kind) : "");
    json.text("certainty", name_of(claim.certainty));
    json.text("scope", name_of(claim.scope));
    json.text("quote", shown == nullptr ? std::string_view() : slice(shown->document().text, claim.sentence));
    json.text("report", document);
    json.text("report_title", shown != nullptr && shown->document().title ? shown->document().title->value : "");
    const bool linked = link.row != kNoRow;
    json.text("incident", linked ? table_.seen[link.row].incident->id : "");
    json.text("role", linked ? name_of(link.role) : "");
    json.text("reason", linked ? name_of(link.reason) : "");
    json.close();
    out += '}';
  }

  const Snapshot& snapshot_;
  const IncidentTable& table_;
  const Ledger& ledger_;
  std::unordered_map<DocumentKey, std::optional<Shown>> reports_;
};

}  // namespace

std::string claim_id(std::string_view document, std::uint32_t claim) {
  return fmt::format("{}-c{}", document.substr(0, 16), claim + 1);
}

std::optional<std::uint32_t> find_claim(const Corpus& corpus, std::string_view id) {
  constexpr std::size_t kDigits = 16;
  if (id.size() < kDigits + 3 || id.substr(kDigits, 2) != "-c") return std::nullopt;
  std::uint32_t number = 0;
  const char* end = id.data() + id.size();
  if (std::from_chars(id.data() + kDigits + 2, end, number).ptr != end || number == 0) return std::nullopt;
  for (const Listed* document : corpus.directory.beginning(id.substr(0, kDigits))) {
    const auto report = corpus.report_of(document->key);
    if (!report || number > corpus.evidence().reports[*report].claims) continue;
    return corpus.evidence().reports[*report].first + number - 1;
  }
  return std::nullopt;
}

Result<Features> claim_features(const Service& service, const Request& request, const Question& question) {
  const auto snapshot = service.snapshot();
  const IncidentTable& table = snapshot->seen_by(request.role);
  ATTEST_TRY(const auto ledger, service.reader());
  ClaimTest test(*snapshot, table, question);
  ATTEST_CHECK(test.look_up(*ledger, request.role));
  std::vector<std::uint32_t> rows;
  for (std::uint32_t number = 0; number < table.links.size(); ++number)
    if (!snapshot->hides(request.role, number) && test.takes(number)) rows.push_back(number);
  Features page{.matched = rows.size()};
  ClaimFeatures features(*snapshot, table, *ledger);
  for (const std::uint32_t number : page_rows(rows, question, [&](std::uint32_t one, std::string_view property) {
         return key_of(snapshot->corpus(), table, one, property);
       })) {
    if (page.returned++ > 0) page.json += ",\n";
    ATTEST_CHECK(features.append(page.json, number));
  }
  return page;
}

Result<std::string> claim_feature(const Service& service, const Request& request, std::string_view id) {
  const auto snapshot = service.snapshot();
  const auto number = find_claim(snapshot->corpus(), id);
  if (!number || snapshot->hides(request.role, *number))
    return fail(ErrorCode::not_found, "no claim of this id", std::string(id));
  ATTEST_TRY(const auto ledger, service.reader());
  std::string json;
  ATTEST_CHECK(ClaimFeatures(*snapshot, snapshot->seen_by(request.role), *ledger).append(json, *number));
  return json;
}

}  // namespace attest
