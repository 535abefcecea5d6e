#include "ledger/ledger.hpp"

#include "base/hash.hpp"
#include "ledger/load.hpp"
#include "ledger/open.hpp"

namespace attest {

namespace {

constexpr std::size_t kMinIdDigits = 4;

/// The first column of every row.
Result<std::vector<std::string>> column(Statement& query) {
  std::vector<std::string> values;
  ATTEST_CHECK(query.each([&](Statement& row) -> Result<void> {
    values.push_back(row.read_blob());
    return {};
  }));
  return values;
}

}  // namespace

Result<Ledger> Ledger::open(const std::filesystem::path& file) {
  ATTEST_TRY(Database database, open_ledger(file, Database::Mode::read));
  ATTEST_TRY(EntryFinder finder, EntryFinder::prepare(database));
  return Ledger(std::move(database), std::move(finder));
}

Result<std::optional<Entry>> Ledger::find(std::string_view id) const { return finder_.find(database_, id); }

Result<std::vector<std::string>> Ledger::ids() const {
  ATTEST_TRY(Statement all, database_.prepare("SELECT id FROM documents ORDER BY document"));
  return column(all);
}

Result<std::vector<std::string>> Ledger::ids_of(std::string_view word) const {
  ATTEST_TRY(Statement by_name, database_.prepare("SELECT DISTINCT id FROM documents JOIN sightings USING (document)"
                                                  " WHERE sightings.name IN (?1, ?1 || '.txt') ORDER BY document"));
  ATTEST_TRY(auto named, column(by_name.start().text(word)));
  const bool is_hex = word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!named.empty() || !is_hex || word.size() < kMinIdDigits) return named;
  ATTEST_TRY(Statement by_id, database_.prepare("SELECT id FROM documents WHERE id BETWEEN ?1 AND ?1 || 'g'"
                                                " ORDER BY document"));
  return column(by_id.start().text(word));
}

Result<Record> Ledger::load(std::string_view id) const {
  ATTEST_TRY(const Transaction moment, Transaction::begin(database_, Transaction::Kind::read));
  ATTEST_TRY(auto entry, find(id));
  if (!entry)
    return fail(ErrorCode::not_found, "no such document in the ledger", database_.file() + ": " + std::string(id));
  Record record;
  record.entry = std::move(*entry);
  record.document = record.entry.about;
  ATTEST_TRY(Bytes bytes, load_bytes(database_, record.entry.key));
  const bool is_original = bytes.original && sha256_hex(*bytes.original) == record.document.id;
  if (!is_original || sha256_hex(bytes.text) != record.document.text_hash)
    return fail(ErrorCode::bad_ledger, "the kept bytes are damaged", database_.file() + ": " + record.document.id);
  record.document.original = std::move(*bytes.original);
  record.document.text = std::move(bytes.text);
  ATTEST_TRY(record.document.blocks, load_blocks(database_, record.entry.key));
  ATTEST_TRY(record.entry.names, load_names(database_, record.entry.key));
  ATTEST_TRY(record.claims, load_claims(database_, record.entry.key));
  return record;
}

Result<std::optional<ArticleLoader::Article>> Ledger::article(std::int64_t key) const {
  if (!articles_) {
    ATTEST_TRY(articles_, ArticleLoader::prepare(database_));
  }
  return articles_->load(database_, key);
}

}  // namespace attest
