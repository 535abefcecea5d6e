#include "ledger/shelf.hpp"

#include <string>
#include <utility>

#include "ledger/entry.hpp"
#include "ledger/metadata_rows.hpp"
#include "ledger/open.hpp"

namespace attest {

namespace {

constexpr std::size_t kRememberedBytes = 16U << 20U;  // of texts; what is kept of a text is some ten times as long

}  // namespace

Result<PrintedLoader> PrintedLoader::prepare(const Database& database) {
  PrintedLoader loader;
  ATTEST_TRY(loader.text_, database.prepare("SELECT id, name, text FROM documents WHERE document = ?"));
  ATTEST_TRY(loader.metadata_, database.prepare("SELECT field, value, origin, text_begin, text_end"
                                                " FROM metadata WHERE document = ?"));
  ATTEST_TRY(loader.blocks_, database.prepare("SELECT kind, text_begin, text_end FROM blocks WHERE document = ?"
                                              " ORDER BY position"));
  return loader;
}

Result<Document> PrintedLoader::load(const Database& database, std::int64_t key) {
  Document document;
  ATTEST_TRY(const bool found, text_.start().integer(key).next());
  if (!found) return fail(ErrorCode::not_found, "no such document in the ledger", database.file());
  document.id = text_.read_blob();
  document.name = text_.read_blob();
  document.text = text_.read_blob();
  text_.start();
  ATTEST_CHECK(metadata_.start().integer(key).each([&](Statement& row) -> Result<void> {
    const std::string field = row.read_blob();
    std::string value = row.read_blob(), origin = row.read_blob();
    if (set_metadatum(document, field, {std::move(value), std::move(origin), row.read_span()})) return {};
    return unknown_value(database, "metadata");
  }));
  ATTEST_CHECK(blocks_.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto kind = from_name<BlockKind>(row.read_blob());
    const auto span = row.read_span();
    if (!kind || !span || span->begin > span->end || span->end > document.text.size())
      return unknown_value(database, "a block");
    document.blocks.push_back({*kind, *span});
    return {};
  }));
  metadata_.start();
  blocks_.start();
  return document;
}

Result<std::unique_ptr<LedgerShelf>> LedgerShelf::open(const std::filesystem::path& file) {
  std::unique_ptr<LedgerShelf> shelf(new LedgerShelf());
  ATTEST_TRY(shelf->database_, open_ledger(file, Database::Mode::read));
  ATTEST_TRY(shelf->holders_, shelf->database_.prepare("SELECT rank, document FROM shingles WHERE hash = ?"
                                                       " ORDER BY rank, document LIMIT ?"));
  ATTEST_TRY(shelf->rank_, shelf->database_.prepare("SELECT rank FROM fingerprints WHERE document = ?"));
  ATTEST_TRY(shelf->after_, shelf->database_.prepare("SELECT document FROM documents WHERE document > ?"
                                                     " ORDER BY document LIMIT ?"));
  ATTEST_TRY(shelf->loader_, PrintedLoader::prepare(shelf->database_));
  return shelf;
}

Result<std::vector<Shelf::Holder>> LedgerShelf::holders(std::uint64_t hash, std::size_t limit) const {
  std::vector<Holder> first;
  holders_.start().integer(static_cast<std::int64_t>(hash)).integer(static_cast<std::int64_t>(limit));
  ATTEST_CHECK(holders_.each([&](Statement& row) -> Result<void> {
    const auto rank = static_cast<std::uint64_t>(row.read_integer().value_or(0));
    first.push_back({rank, row.read_integer().value_or(0)});
    return {};
  }));
  holders_.start();
  return first;
}

Result<std::shared_ptr<const Shelved>> LedgerShelf::load(DocumentKey document) const {
  if (const auto known = loaded_.find(document); known != loaded_.end()) return known->second;
  ATTEST_TRY(Document about, loader_.load(database_, document));
  Shelved report;
  report.print = fingerprint(about.text, about.blocks);
  ATTEST_TRY(const bool ranked, rank_.start().integer(document).next());
  report.rank =
      ranked ? static_cast<std::uint64_t>(rank_.read_integer().value_or(0)) : rank_of(about, report.print.words.size());
  rank_.start();
  report.about = std::move(about);
  loaded_bytes_ += report.about.text.size();
  if (loaded_bytes_ > kRememberedBytes) {
    loaded_.clear();
    loaded_bytes_ = report.about.text.size();
  }
  return loaded_.emplace(document, std::make_shared<const Shelved>(std::move(report))).first->second;
}

Result<std::vector<DocumentKey>> LedgerShelf::documents_after(DocumentKey document, std::size_t limit) const {
  std::vector<DocumentKey> keys;
  after_.start().integer(document).integer(static_cast<std::int64_t>(limit));
  ATTEST_CHECK(after_.each([&](Statement& row) -> Result<void> {
    keys.push_back(row.read_integer().value_or(0));
    return {};
  }));
  after_.start();
  return keys;
}

}  // namespace attest
