#include "ledger/ledger.hpp"

#include "base/hash.hpp"
#include "ledger/claim_rows.hpp"
#include "ledger/compress.hpp"
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
  ATTEST_CHECK(load_bytes(record.entry.key, record.document));
  ATTEST_TRY(record.claims, load_claims(record.entry.key));
  return record;
}

Result<void> Ledger::load_bytes(std::int64_t key, Document& document) const {
  ATTEST_TRY(Statement bytes, database_.prepare("SELECT original, original_bytes, text FROM documents"
                                                " WHERE document = ?"));
  ATTEST_TRY([[maybe_unused]] const bool found, bytes.start().integer(key).next());
  const std::string packed = bytes.read_blob();
  auto original = decompress(packed, static_cast<std::size_t>(bytes.read_integer().value_or(0)));
  document.text = bytes.read_blob();
  if (!original || sha256_hex(*original) != document.id || sha256_hex(document.text) != document.text_hash)
    return fail(ErrorCode::bad_ledger, "the kept bytes are damaged", database_.file() + ": " + document.id);
  document.original = std::move(*original);

  ATTEST_TRY(Statement blocks, database_.prepare("SELECT kind, text_begin, text_end FROM blocks WHERE document = ?"
                                                 " ORDER BY position"));
  return blocks.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto kind = from_name<BlockKind>(row.read_blob());
    const auto span = row.read_span();
    if (!kind || !span) return unknown_value(database_, "a block");
    document.blocks.push_back({*kind, *span});
    return {};
  });
}

Result<std::vector<Claim>> Ledger::load_claims(std::int64_t key) const {
  std::vector<Claim> claims;
  ATTEST_TRY(Statement rows, database_.prepare("SELECT " + std::string(kClaimColumns) +
                                               " FROM claims WHERE document = ? ORDER BY position"));
  ATTEST_CHECK(rows.start().integer(key).each([&](Statement& row) -> Result<void> {
    auto claim = read_claim(row);
    if (!claim) return unknown_value(database_, "a claim");
    claims.push_back(std::move(*claim));
    return {};
  }));
  ATTEST_TRY(Statement derived, database_.prepare("SELECT claim, field, rule FROM derivations WHERE document = ?"
                                                  " ORDER BY claim, position"));
  ATTEST_CHECK(derived.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto claim = static_cast<std::size_t>(row.read_integer().value_or(0));
    if (claim >= claims.size()) return unknown_value(database_, "a derivation");
    std::string field = row.read_blob();
    claims[claim].derived.push_back({std::move(field), row.read_blob()});
    return {};
  }));
  ATTEST_TRY(Statement vias, database_.prepare("SELECT claim, " + std::string(kSourceColumns) +
                                               " FROM vias WHERE document = ? ORDER BY claim, position"));
  ATTEST_CHECK(vias.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto claim = static_cast<std::size_t>(row.read_integer().value_or(0));
    auto source = read_source(row);
    if (claim >= claims.size() || !source) return unknown_value(database_, "a source");
    claims[claim].via.push_back(std::move(*source));
    return {};
  }));
  return claims;
}

}  // namespace attest
