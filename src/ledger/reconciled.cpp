#include "ledger/reconciled.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <thread>
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
    ATTEST_TRY(const auto shelved, shelf_.load(document));
    return known_.emplace(document, facts_of(shelved->about)).first->second;
  }

  const LedgerShelf& shelf_;
  Lineages lineages_;
  std::map<DocumentKey, ReportFacts> known_;
};

/// A report and its claims, and where their words first stood once that is known.
struct Told {
  DocumentKey key = 0;
  ReportFacts facts;
  std::string name;
  std::vector<Claim> claims;
  Result<std::vector<std::optional<ReportFacts>>> births;
};

/// Takes the claims of a ledger report by report. Where their words first stood is asked for many reports at a time, by all
/// processors; it depends on the ledger alone, so the order of answers does not show.
class Intake {
 public:
  Intake(const std::filesystem::path& file, Reconciled& result) : file_(file), result_(result) {}

  Result<void> take(const Entry& from, Claim claim) {
    if (waiting_.empty() || from.key != waiting_.back().key) {
      if (waiting_.size() == kBatch) ATTEST_CHECK(finish());
      waiting_.push_back({from.key, facts_of(from.about), from.about.name, {}, {}});
      mask_ = NameMask(from.names);
      if (!mask_.empty()) note_masked(from.about.name, true);
    }
    if (!mask_.empty()) note_masked(claim);
    waiting_.back().claims.push_back(std::move(claim));
    return {};
  }

  /// Takes in the reports that wait.
  Result<void> finish() {
    const std::size_t jobs =
        std::clamp<std::size_t>(waiting_.size() / kWorthAThread, 1, std::max(1U, std::thread::hardware_concurrency()));
    while (shelves_.size() < jobs) {
      ATTEST_TRY(auto shelf, LedgerShelf::open(file_));
      births_.push_back(std::make_unique<Births>(*shelf));
      shelves_.push_back(std::move(shelf));
    }
    std::atomic<std::size_t> next = 0;
    const auto ask = [&](Births& births) {
      for (std::size_t i = next++; i < waiting_.size(); i = next++)
        waiting_[i].births = births.of(waiting_[i].key, waiting_[i].claims);
    };
    {
      std::vector<std::jthread> others;
      for (std::size_t i = 1; i < jobs; ++i) others.emplace_back([&ask, &births = *births_[i]] { ask(births); });
      ask(*births_[0]);
    }
    for (Told& told : waiting_) {
      if (!told.births) return tl::unexpected<Error>(told.births.error());
      result_.all.add(told.facts, told.claims, *told.births);
      result_.keys.push_back(told.key);
      result_.names.push_back(std::move(told.name));
    }
    waiting_.clear();
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

  static constexpr std::size_t kBatch = 2048, kWorthAThread = 64;

  std::filesystem::path file_;
  Reconciled& result_;
  std::vector<std::unique_ptr<LedgerShelf>> shelves_;  // one a thread
  std::vector<std::unique_ptr<Births>> births_;
  std::vector<Told> waiting_;
  NameMask mask_;  // of the report at hand
};

Result<std::int64_t> count_claims(const std::filesystem::path& file) {
  ATTEST_TRY(const Database database, open_ledger(file, Database::Mode::read));
  return database.value("SELECT count(*) FROM claims");
}

}  // namespace

Result<Reconciled> reconcile_ledger(const std::filesystem::path& file,
                                    const std::function<void(std::int64_t done, std::int64_t total)>& progress) {
  ATTEST_TRY(const Ledger ledger, Ledger::open(file));
  std::int64_t done = 0, total = 0;
  if (progress) {
    ATTEST_TRY(total, count_claims(file));
  }
  Reconciled result;
  Intake intake(file, result);
  ATTEST_CHECK(ledger.for_each_claim([&](const Entry& from, Claim claim) -> Result<void> {
    if (progress && ++done % kProgressStep == 0) progress(done, total);
    return intake.take(from, std::move(claim));
  }));
  ATTEST_CHECK(intake.finish());
  result.incidents = result.all.incidents();
  return result;
}

}  // namespace attest
