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
#include "ledger/private_words.hpp"
#include "ledger/reconciled.hpp"
#include "reconcile/decisions.hpp"
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
  std::string state;  // another word for another state of the ledger
  Reconciled reconciled;
  std::vector<Series> series;
  std::vector<std::string> series_ids;           // 8 characters each, made from source and subject
  std::vector<Aggregate> aggregates;             // all figures of all series
  std::unique_ptr<const MachineRecord> machine;  // the same, for decisions
  Directory directory;
  Coverage of_claims, of_reports;   // incidents and aggregates lie where claims do
  std::vector<std::string> folded;  // the names of the evidence as they are shown, folded
  PrivateWords private_words;

  [[nodiscard]] const Evidence& evidence() const { return reconciled.all.evidence(); }
  /// The number of the report, as in ClaimRef, of a document; nothing if it makes no claims.
  [[nodiscard]] std::optional<std::uint32_t> report_of(DocumentKey key) const;
};

/// @param progress  as of reconcile_ledger  @errors of Ledger::open
[[nodiscard]] Result<std::shared_ptr<const Corpus>> build_corpus(
    const std::filesystem::path& ledger, std::string state,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress);

class Snapshot {
 public:
  /// @param id    another one for another state of the ledger and its decisions
  /// @param acts  what people decided, in the order of their seq
  Snapshot(std::string id, std::shared_ptr<const Corpus> corpus, std::vector<Act> acts);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const Corpus& corpus() const { return *corpus_; }
  [[nodiscard]] const std::shared_ptr<const Corpus>& shared_corpus() const { return corpus_; }
  [[nodiscard]] const Reviewed& reviewed() const { return reviewed_; }
  /// How many acts it knows.
  [[nodiscard]] std::int64_t acts() const { return static_cast<std::int64_t>(acts_.size()); }
  /// The act with this seq.
  [[nodiscard]] const Act& act(std::int64_t seq) const { return acts_.at(static_cast<std::size_t>(seq - 1)); }
  /// The row of the incident of this id, or of the one that it went into. @errors not_found
  [[nodiscard]] Result<std::uint32_t> find(Role role, std::string_view id) const;
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
  std::vector<Act> acts_;
  Reviewed reviewed_;
  std::unique_ptr<const IncidentTable> reviewers_;
  std::vector<Incident> coarsened_;
  std::unique_ptr<const IncidentTable> readers_;  // none: nothing is sensitive
  mutable SelectionCache selections_;
};

}  // namespace attest
