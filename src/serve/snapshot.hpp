// What the server answers from: everything that is worked out from a ledger at one moment. Immutable, so that all threads
// share it while the next one is built.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "attest/error.hpp"
#include "ledger/directory.hpp"
#include "ledger/reconciled.hpp"
#include "reconcile/series.hpp"
#include "serve/http.hpp"
#include "serve/incident_table.hpp"
#include "serve/question.hpp"
#include "serve/selection.hpp"

namespace attest {

/// A figure of a series, by its place.
struct Aggregate {
  std::uint32_t series = 0, point = 0;
};

/// Where and when a collection's features lie, in whole degrees; what is not known is empty.
struct Coverage {
  std::optional<Box> box;
  std::optional<Days> days;
};

/// What the machine makes of a ledger; it stays while people decide.
struct Corpus {
  Reconciled reconciled;
  std::vector<Series> series;
  std::vector<std::string> series_ids;  // 8 characters each, made from source and subject
  std::vector<Aggregate> aggregates;    // all figures of all series
  Directory directory;
  Coverage of_claims, of_reports;   // incidents and aggregates lie where claims do
  std::vector<std::string> folded;  // the names of the evidence, folded

  [[nodiscard]] const Evidence& evidence() const { return reconciled.all.evidence(); }
  /// The number of the report, as in ClaimRef, of a document; nothing if it makes no claims.
  [[nodiscard]] std::optional<std::uint32_t> report_of(DocumentKey key) const;
};

/// @param progress  as of reconcile_ledger  @errors of Ledger::open
[[nodiscard]] Result<std::shared_ptr<const Corpus>> build_corpus(
    const std::filesystem::path& ledger, const std::function<void(std::int64_t done, std::int64_t total)>& progress);

class Snapshot {
 public:
  /// @param id  another one for another state of the ledger and its decisions
  Snapshot(std::string id, std::shared_ptr<const Corpus> corpus);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const Corpus& corpus() const { return *corpus_; }
  /// What this role may see: readers see sensitive incidents coarsened.
  [[nodiscard]] const IncidentTable& seen_by(Role role) const {
    return role == Role::read && readers_ ? *readers_ : *reviewers_;
  }

  /// Whether the claim belongs to an incident of which this role may see neither words nor reports.
  [[nodiscard]] bool hides(Role role, std::uint32_t testimony) const {
    if (role != Role::read || !readers_) return false;
    const std::uint32_t row = reviewers_->links[testimony].row;
    return row != kNoRow && reviewers_->seen[row].review.sensitive;
  }

  [[nodiscard]] SelectionCache& selections() const { return selections_; }

  [[nodiscard]] std::size_t incidents() const { return reviewers_->size(); }
  [[nodiscard]] std::size_t claims() const { return corpus_->evidence().testimonies.size(); }
  [[nodiscard]] std::size_t reports() const { return corpus_->directory.documents.size(); }
  [[nodiscard]] std::size_t series() const { return corpus_->series.size(); }

 private:
  std::string id_;
  std::shared_ptr<const Corpus> corpus_;
  std::unique_ptr<const IncidentTable> reviewers_;
  std::vector<Incident> coarsened_;
  std::unique_ptr<const IncidentTable> readers_;  // none: nothing is sensitive
  mutable SelectionCache selections_;
};

}  // namespace attest
