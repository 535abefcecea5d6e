#include "ledger/check.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "ledger/entry.hpp"
#include "ledger/load.hpp"
#include "ledger/metadata_rows.hpp"
#include "ledger/open.hpp"
#include "ledger/writer_lock.hpp"

namespace attest {

namespace {

constexpr std::int64_t kBatch = 256;

/// The spans of a claim, each with the field it belongs to.
template <class Visit>
void for_each_span(const Claim& claim, const Visit& visit) {
  visit("sentence", claim.sentence);
  visit("trigger", claim.trigger);
  if (claim.count) visit("count", claim.count->text);
  if (claim.victims) visit("victims", claim.victims->text);
  if (claim.actor) visit("actor", claim.actor->text);
  if (claim.opponent) visit("opponent", claim.opponent->text);
  if (claim.place) visit("place", claim.place->text);
  if (claim.time && claim.time->text) visit("time", *claim.time->text);
  if (claim.source) visit("source", claim.source->text);
  for (const Source& via : claim.via) visit("via", via.text);
}

class Checker {
 public:
  Checker(const Database& database, const std::function<void(const Problem&)>& found)
      : database_(database), found_(found) {}

  [[nodiscard]] const Checked& checked() const { return checked_; }

  void report(std::string place, std::string field, std::string message) {
    ++checked_.problems;
    found_({std::move(place), std::move(field), std::move(message)});
  }

  /// SQLite's pages and indexes, and rows that point at nothing.
  Result<void> check_structure() {
    ATTEST_TRY(Statement integrity, database_.prepare("PRAGMA integrity_check"));
    ATTEST_CHECK(integrity.each([&](Statement& row) -> Result<void> {
      if (std::string message = row.read_blob(); message != "ok") report("database", "structure", std::move(message));
      return {};
    }));
    ATTEST_TRY(Statement keys, database_.prepare("PRAGMA foreign_key_check"));
    return keys.each([&](Statement& row) -> Result<void> {
      const std::string table = row.read_blob();
      (void)row.read_integer();
      report("database", table, fmt::format("a row belongs to no row of {}", row.read_blob()));
      return {};
    });
  }

  void check_document(const Entry& entry) {
    ++checked_.documents;
    place_ = fmt::format("{} ({})", entry.about.name, entry.about.id.substr(0, 12));
    const auto bytes = load_bytes(database_, entry.key);
    if (!bytes) return report(place_, "original", bytes.error().message);
    if (!bytes->original)
      report(place_, "original", "the kept bytes cannot be unpacked");
    else if (sha256_hex(*bytes->original) != entry.about.id)
      report(place_, "original", "the kept bytes are not those that the id names");
    if (sha256_hex(bytes->text) != entry.about.text_hash) report(place_, "text", "is not the one that text_hash names");
    if (first_invalid_utf8(bytes->text)) report(place_, "text", "is not well-formed UTF-8");
    text_ = bytes->text;

    for_each_metadatum(entry.about, [&](std::string_view field, const Sourced<std::string>& value) {
      if (value.span) check_span(std::string(field), *value.span);
    });
    if (const auto blocks = load_blocks(database_, entry.key)) {
      for (std::size_t i = 0; i < blocks->size(); ++i) check_span(fmt::format("block {}", i + 1), (*blocks)[i].span);
    } else {
      report(place_, "blocks", blocks.error().message);
    }
    if (const auto claims = load_claims(database_, entry.key)) {
      checked_.claims += static_cast<std::int64_t>(claims->size());
      for (const Claim& claim : *claims)
        for_each_span(
            claim, [&](std::string_view field, Span span) { check_span(fmt::format("{} {}", claim.id, field), span); });
    } else {
      report(place_, "claims", claims.error().message);
    }
  }

 private:
  void check_span(std::string field, Span span) {
    const auto is_border = [&](std::uint32_t at) {
      return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U;
    };
    if (span.begin > span.end || span.end > text_.size())
      report(place_, std::move(field), fmt::format("bytes {} to {} are not in the text", span.begin, span.end));
    else if (!is_border(span.begin) || !is_border(span.end))
      report(place_, std::move(field), fmt::format("bytes {} to {} cut a character", span.begin, span.end));
  }

  const Database& database_;
  const std::function<void(const Problem&)>& found_;
  Checked checked_;
  std::string place_, text_;  // of the document at hand
};

/// FTS5 compares its index with the text itself, but only for a writer; nobody waits for that.
/// False if the ledger cannot be written now.
bool check_index(const std::filesystem::path& file, Checker& checker) {
  const auto lock = WriterLock::take(file, WriterLock::Kind::rebuild);
  if (!lock) return false;
  const auto database = open_ledger(file, Database::Mode::write);
  if (!database) return false;
  const auto listed = database->value(
      "SELECT (SELECT count(*) FROM documents) - (SELECT count(*) FROM unsearchable)"
      " - (SELECT count(*) FROM search_docsize)");
  if (!listed || *listed != 0) checker.report("database", "search", "the full-text index lacks documents");
  if (const auto done = database->run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"); !done)
    checker.report("database", "search", "the full-text index is damaged: " + done.error().message);
  return true;
}

}  // namespace

Result<Checked> check_ledger(const std::filesystem::path& file, const std::function<void(const Problem&)>& found,
                             const std::function<void(std::int64_t done, std::int64_t total)>& progress) {
  ATTEST_TRY(const Database database, open_ledger(file, Database::Mode::read));
  Checker checker(database, found);
  const auto whole = [&]() -> Result<void> {
    ATTEST_CHECK(checker.check_structure());
    ATTEST_TRY(const std::int64_t total, database.value("SELECT count(*) FROM documents"));
    ATTEST_TRY(EntryFinder finder, EntryFinder::prepare(database));
    ATTEST_TRY(Statement batch, database.prepare("SELECT document, id FROM documents WHERE document > ?1"
                                                 " ORDER BY document LIMIT ?2"));
    for (std::int64_t last = 0, before = -1; last != before;) {
      // A moment a batch: what a run writes meanwhile must not wait for the end of the check.
      ATTEST_TRY(const Transaction moment, Transaction::begin(database, Transaction::Kind::read));
      before = last;
      ATTEST_CHECK(batch.start().integer(before).integer(kBatch).each([&](Statement& row) -> Result<void> {
        last = row.read_integer().value_or(0);
        const std::string id = row.read_blob();
        const auto entry = finder.find(database, id);
        if (!entry)
          checker.report(id.substr(0, 12), "metadata", entry.error().message);
        else if (*entry)
          checker.check_document(**entry);
        return {};
      }));
      progress(checker.checked().documents, total);
    }
    return {};
  };
  if (const auto done = whole(); !done) checker.report("database", "structure", done.error().message);
  const bool index = check_index(file, checker);
  Checked checked = checker.checked();
  checked.index = index;
  return checked;
}

}  // namespace attest
