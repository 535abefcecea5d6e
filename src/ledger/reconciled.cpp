#include "ledger/reconciled.hpp"

#include <map>
#include <optional>
#include <utility>

#include "base/name_mask.hpp"
#include "ledger/ledger.hpp"
#include "ledger/open.hpp"
#include "ledger/shelf.hpp"

namespace attest {

namespace {

constexpr std::int64_t kProgressStep = 10000;

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
      mask_ = NameMask(from.names);
      if (!mask_.empty()) note_masked(name_, true);
    }
    if (!mask_.empty()) note_masked(claim);
    claims_.push_back(std::move(claim));
    return {};
  }

  Result<void> finish_report() {
    if (claims_.empty()) return {};
    ATTEST_TRY(const auto copied_from, births_.of(key_, claims_));
    result_.all.add(facts_, claims_, copied_from);
    result_.keys.push_back(key_);
    result_.names.push_back(name_);
    claims_.clear();
    return {};
  }

 private:
  void note_masked(const std::string& name, bool any_case = false) {
    if (std::string masked = mask_.masked(name, any_case); masked != name)
      result_.masked.emplace(name, std::move(masked));
  }
  void note_masked(const Claim& claim) {
    if (claim.actor) note_masked(claim.actor->name);
    if (claim.opponent) note_masked(claim.opponent->name);
    if (claim.source) note_masked(claim.source->name);
    for (const Source& via : claim.via) note_masked(via.name);
  }

  Births births_;
  Reconciled& result_;
  DocumentKey key_ = 0;
  ReportFacts facts_;
  std::string name_;
  NameMask mask_;  // of the report at hand
  std::vector<Claim> claims_;
};

Result<std::int64_t> count_claims(const std::filesystem::path& file) {
  ATTEST_TRY(const Database database, open_ledger(file, Database::Mode::read));
  return database.value("SELECT count(*) FROM claims");
}

}  // namespace

Result<Reconciled> reconcile_ledger(const std::filesystem::path& file,
                                    const std::function<void(std::int64_t done, std::int64_t total)>& progress) {
  ATTEST_TRY(const Ledger ledger, Ledger::open(file));
  ATTEST_TRY(const auto shelf, LedgerShelf::open(file.string()));
  std::int64_t done = 0, total = 0;
  if (progress) {
    ATTEST_TRY(total, count_claims(file));
  }
  Reconciled result;
  Intake intake(*shelf, result);
  ATTEST_CHECK(ledger.for_each_claim([&](const Entry& from, Claim claim) -> Result<void> {
    if (progress && ++done % kProgressStep == 0) progress(done, total);
    return intake.take(from, std::move(claim));
  }));
  ATTEST_CHECK(intake.finish_report());
  result.incidents = result.all.incidents();
  return result;
}

}  // namespace attest
