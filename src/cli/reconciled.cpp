#include "cli/reconciled.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/output.hpp"
#include "ledger/ledger.hpp"
#include "ledger/shelf.hpp"

namespace attest::cli {

namespace {

ReportFacts facts_of(const Document& about) {
  const auto text = [](const std::optional<Sourced<std::string>>& value) {
    return value ? value->value : std::string();
  };
  return {about.id,
          text(about.outlet),
          text(about.agency),
          about.published ? std::optional(about.published->value) : std::nullopt,
          {},
          false};
}

/// Asks of every claim in which report its words first stood.
class Births {
 public:
  explicit Births(const LedgerShelf& shelf) : shelf_(shelf), lineages_(shelf) {}

  /// For each claim the report that it was copied from, if it was.
  Result<std::vector<std::optional<ReportFacts>>> of(DocumentKey report, const std::vector<Claim>& claims) {
    std::vector<std::optional<ReportFacts>> births(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
      ATTEST_TRY(const PassageRef birth, lineages_.birth_of(report, claims[i].sentence));
      if (birth.document == report) continue;
      ATTEST_TRY(births[i], facts(birth.document));
    }
    return births;
  }

 private:
  Result<ReportFacts> facts(DocumentKey document) {
    if (const auto known = known_.find(document); known != known_.end()) return known->second;
    ATTEST_TRY(const Shelved shelved, shelf_.load(document));
    return known_.emplace(document, facts_of(shelved.about)).first->second;
  }

  const LedgerShelf& shelf_;
  Lineages lineages_;
  std::map<DocumentKey, ReportFacts> known_;
};

/// Takes the claims of a ledger report by report.
class Intake {
 public:
  Intake(const LedgerShelf& shelf, Reconciled& result) : births_(shelf), result_(result) {}

  Result<void> take(const Entry& from, Claim claim) {
    if (from.key != key_) {
      ATTEST_CHECK(finish_report());
      key_ = from.key;
      facts_ = facts_of(from.about);
      name_ = from.about.name;
    }
    claims_.push_back(std::move(claim));
    return {};
  }

  Result<void> finish_report() {
    if (claims_.empty()) return {};
    ATTEST_TRY(const auto copied_from, births_.of(key_, claims_));
    result_.all.add(facts_, claims_, copied_from);
    result_.ids.push_back(facts_.id);
    result_.names.push_back(name_);
    claims_.clear();
    return {};
  }

 private:
  Births births_;
  Reconciled& result_;
  DocumentKey key_ = 0;
  ReportFacts facts_;
  std::string name_;
  std::vector<Claim> claims_;
};

}  // namespace

Result<Reconciled> reconcile_ledger(const std::string& file) {
  ATTEST_TRY(const Ledger ledger, Ledger::open(file));
  ATTEST_TRY(const auto shelf, LedgerShelf::open(file));
  Reconciled result;
  Intake intake(*shelf, result);
  ATTEST_CHECK(ledger.for_each_claim(
      [&](const Entry& from, Claim claim) -> Result<void> { return intake.take(from, std::move(claim)); }));
  ATTEST_CHECK(intake.finish_report());
  result.incidents = result.all.incidents();
  return result;
}

Result<const Incident*> find_incident(const Reconciled& reconciled, const std::string& word) {
  constexpr std::size_t kMinLetters = 3;
  const Incident* found = nullptr;
  std::size_t count = 0;
  for (const Incident& incident : reconciled.incidents) {
    if (incident.id == word) return &incident;
    if (word.size() < kMinLetters || !incident.id.starts_with(word)) continue;
    found = &incident;
    ++count;
  }
  if (count > 1) return fail(ErrorCode::usage, fmt::format("{} incidents begin so: write more of it", count), word);
  if (found == nullptr) return fail(ErrorCode::not_found, "no incident of this id (see attest incidents)", word);
  return found;
}

Exit failed(const Error& error) {
  complain(error);
  switch (error.code) {
    case ErrorCode::usage:
      return Exit::usage;
    case ErrorCode::bad_ledger:
      return Exit::unusable;
    default:
      return Exit::some_failed;
  }
}

Exit printed(const Result<std::string>& text) {
  if (!text) return failed(text.error());
  if (const auto written = print(*text); !written) return failed(written.error());
  return Exit::done;
}

}  // namespace attest::cli
