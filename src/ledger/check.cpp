#include "ledger/check.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "ledger/acts.hpp"
#include "ledger/check_seals.hpp"
#include "ledger/entry.hpp"
#include "ledger/fingerprint_rows.hpp"
#include "ledger/load.hpp"
#include "ledger/metadata_rows.hpp"
#include "ledger/open.hpp"
#include "ledger/writer_lock.hpp"

namespace attest {

namespace {

constexpr std::int64_t kProgressStep = 256;

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
  Checker(const Database& database, const CheckQuestion& question, const std::function<void(const Problem&)>& found)
      : database_(database), question_(question), found_(found) {}

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
    spans_off_ = false;
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
    Document document = entry.about;

    for_each_metadatum(entry.about, [&](std::string_view field, const Sourced<std::string>& value) {
      if (value.span) check_span(std::string(field), *value.span);
    });
    if (const auto blocks = load_blocks(database_, entry.key)) {
      for (std::size_t i = 0; i < blocks->size(); ++i) check_span(fmt::format("block {}", i + 1), (*blocks)[i].span);
      document.blocks = *blocks;
    } else {
      report(place_, "blocks", blocks.error().message);
    }
    if (const auto claims = load_claims(database_, entry.key)) {
      checked_.claims += static_cast<std::int64_t>(claims->size());
      for (const Claim& claim : *claims)
        for_each_span(
            claim, [&](std::string_view field, Span span) { check_span(fmt::format("{} {}", claim.id, field), span); });
      check_figures(std::move(document), *claims);
    } else {
      report(place_, "claims", claims.error().message);
    }
    if (const auto names = load_names(database_, entry.key))
      check_names(entry.about, *names);
    else
      report(place_, "private_names", names.error().message);
  }

 private:
  void check_span(std::string field, Span span) {
    const auto is_border = [&](std::uint32_t at) {
      return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U;
    };
    spans_off_ = spans_off_ || span.begin > span.end || span.end > text_.size();
    if (span.begin > span.end || span.end > text_.size())
      report(place_, std::move(field), fmt::format("bytes {} to {} are not in the text", span.begin, span.end));
    else if (!is_border(span.begin) || !is_border(span.end))
      report(place_, std::move(field), fmt::format("bytes {} to {} cut a character", span.begin, span.end));
  }

  /// The words of a count say its number. Only of sound text: spans elsewhere have been told of.
  void check_figures(Document document, const std::vector<Claim>& claims) {
    if (!question_.figures || spans_off_) return;
    document.text = text_;
    for (const std::string& claim : question_.figures(document, claims))
      report(place_, claim + " count", "the quoted words do not say the number");
  }

  void check_names(const Document& about, const PrivateNames& names) {
    for (const PrivateName& name : names.text) {
      check_span("private name", name.span);
      if (!spans_off_ && !name.name.empty() && slice(text_, name.span) != name.name)
        report(place_, "private name", "is not what stands at its place");
    }
    const std::string_view title = about.title ? std::string_view(about.title->value) : std::string_view();
    for (const PrivateName& name : names.title)
      if (name.span.begin > name.span.end || name.span.end > title.size() ||
          (!name.name.empty() && slice(title, name.span) != name.name))
        report(place_, "private name", "is not what stands in the title");
  }

  const Database& database_;
  const CheckQuestion& question_;
  const std::function<void(const Problem&)>& found_;
  Checked checked_;
  std::string place_, text_;  // of the document at hand
  bool spans_off_ = false;    // some of them do not fit its text
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

Result<Checked> check_ledger(const std::filesystem::path& file, const CheckQuestion& question,
                             const std::function<void(const Problem&)>& found,
                             const std::function<void(std::int64_t done, std::int64_t total)>& progress) {
  ATTEST_TRY(const Database database, open_ledger(file, Database::Mode::read));
  Checker checker(database, question, found);
  const auto tell = [&](const Problem& problem) { checker.report(problem.place, problem.field, problem.message); };
  Checked acts;
  const auto whole = [&]() -> Result<void> {
    ATTEST_TRY(const CheckedActs chain, check_acts(database, question.head, tell));
    acts.acts = chain.acts;
    acts.head = chain.head;
    ATTEST_TRY(const Transaction moment, Transaction::begin(database, Transaction::Kind::read));
    ATTEST_CHECK(checker.check_structure());
    ATTEST_TRY(const std::int64_t total, database.value("SELECT count(*) FROM documents"));
    ATTEST_TRY(SealCheck seals, SealCheck::start(database));
    ATTEST_TRY(EntryFinder finder, EntryFinder::prepare(database));
    ATTEST_TRY(Statement all, database.prepare("SELECT document, id, name FROM documents ORDER BY document"));
    ATTEST_CHECK(all.each([&](Statement& row) -> Result<void> {
      const std::int64_t key = row.read_integer().value_or(0);
      const std::string id = row.read_blob();
      const std::string place = fmt::format("{} ({})", row.read_blob(), id.substr(0, 12));
      const auto entry = finder.find(database, id);
      if (!entry)
        checker.report(place, "metadata", entry.error().message);
      else if (!*entry)
        checker.report(place, "id", "is not found by its index");
      else
        checker.check_document(**entry);
      if (const auto sealed = seals.check_report(key, place, tell); !sealed)
        checker.report(place, "structure", sealed.error().message);
      if (checker.checked().documents % kProgressStep == 0) progress(checker.checked().documents, total);
      return {};
    }));
    if (chain.problems > 0) {
      seals.know_of("acts");
      seals.know_of("act_head");
    }
    ATTEST_CHECK(seals.check_tables(tell));
    ATTEST_TRY(const bool agree, shingles_agree(database));
    if (!agree) checker.report("database", "shingles", "are not those of the fingerprints");
    return {};
  };
  if (const auto done = whole(); !done) checker.report("database", "structure", done.error().message);
  const bool index = check_index(file, checker);
  Checked checked = checker.checked();
  checked.acts = acts.acts;
  checked.head = acts.head;
  checked.index = index;
  return checked;
}

}  // namespace attest
