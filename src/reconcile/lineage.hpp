// Where the words of a report first stood: which reports it repeats, which repeat it, and for each of its passages the
// earliest report that has it. A function of the reports that are on the shelf, whatever the order in which they came.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "reconcile/copies.hpp"

namespace attest {

using DocumentKey = std::int64_t;  // its row in the ledger

/// A report as far as its lineage needs it.
struct Shelved {
  Document about;  // without its original bytes
  std::uint64_t rank = 0;
  Fingerprint print;
};

/// Where reports are found by what they say: a ledger, or memory (MemoryShelf).
class Shelf {
 public:
  struct Holder {
    std::uint64_t rank = 0;
    DocumentKey document = 0;
    auto operator<=>(const Holder&) const = default;
  };
  Shelf() = default;
  Shelf(const Shelf&) = delete;
  Shelf& operator=(const Shelf&) = delete;
  virtual ~Shelf() = default;

  /// The first `limit` reports, by rank, that keep this hash. @errors bad_ledger, io; so for load
  [[nodiscard]] virtual Result<std::vector<Holder>> holders(std::uint64_t hash, std::size_t limit) const = 0;
  /// Shared, because the earliest reports with a passage are asked for again and again.
  [[nodiscard]] virtual Result<std::shared_ptr<const Shelved>> load(DocumentKey document) const = 0;
};

/// A passage: of which report, and its number in the fingerprint.
struct PassageRef {
  DocumentKey document = 0;
  std::size_t passage = 0;
  auto operator<=>(const PassageRef&) const = default;
};

/// Another report that has words in common with the one asked about.
struct Relative {
  DocumentKey document = 0;
  std::shared_ptr<const Shelved> report;
  bool earlier = false;                       // it can be the source of ours
  Relation relation = Relation::independent;  // of the later of the two to the earlier
  std::uint32_t mine = 0, theirs = 0;         // words of ours that stand in it, and of its that stand in ours
  Overlap overlap;                            // ours against it
};

/// Words of a report and where they stood before.
struct Origin {
  Standing standing = Standing::own;
  std::optional<PassageRef> from;  // the earliest report with these words; of changed figures the one with the old ones
};

struct Lineage {
  DocumentKey document = 0;
  std::shared_ptr<const Shelved> report;
  std::vector<Relative> relatives;    // by rank: all that count as copies or updates of each other, or share passages
  std::optional<DocumentKey> origin;  // the earliest report of which ours is a copy, in half of its words
  std::vector<Origin> passages;       // one per passage of the fingerprint

  /// Where the words of a span of the text stood before. A span outside the article text, as in a headline, stands
  /// with the report: repeated if the report is a copy.
  [[nodiscard]] Origin origin_of(Span span) const;

 private:
  friend class Lineages;
  [[nodiscard]] Origin origin_of_words(std::uint32_t first, std::uint32_t last) const;
};

/// Answers questions about the reports of a shelf, and remembers some answers. One thread at a time.
class Lineages {
 public:
  explicit Lineages(const Shelf& shelf) : shelf_(&shelf) {}

  /// The lineage of a report; valid until the next call. @errors those of the shelf; so for all that follow
  [[nodiscard]] Result<const Lineage*> of(DocumentKey document);
  /// The report at the beginning of a chain of copies; the report itself if it is nobody's copy.
  [[nodiscard]] Result<DocumentKey> root_of(DocumentKey document);
  /// Where the words of a span of a report's text first stood: two claims whose sentences have the same place of birth
  /// have one origin. The report itself, with the passage that holds the span, if they are its own.
  [[nodiscard]] Result<PassageRef> birth_of(DocumentKey document, Span span);

 private:
  /// Of its relatives all, or only those that can be its source.
  enum class Reach : std::uint8_t { all, earlier };
  [[nodiscard]] Result<Lineage> trace(DocumentKey document, Reach reach) const;
  [[nodiscard]] Result<const Lineage*> remembered(DocumentKey document, Reach reach);

  const Shelf* shelf_;
  std::map<std::pair<Reach, DocumentKey>, Lineage> known_;
};

}  // namespace attest
