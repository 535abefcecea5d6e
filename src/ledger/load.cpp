#include "ledger/load.hpp"

#include <utility>

#include "ledger/claim_rows.hpp"
#include "ledger/compress.hpp"
#include "ledger/entry.hpp"

namespace attest {

Result<Bytes> load_bytes(const Database& database, std::int64_t key) {
  ATTEST_TRY(Statement row, database.prepare("SELECT original, original_bytes, text FROM documents"
                                             " WHERE document = ?"));
  ATTEST_TRY([[maybe_unused]] const bool found, row.start().integer(key).next());
  const std::string packed = row.read_blob();
  Bytes bytes;
  bytes.original = decompress(packed, static_cast<std::size_t>(row.read_integer().value_or(0)));
  bytes.text = row.read_blob();
  return bytes;
}

Result<std::vector<Block>> load_blocks(const Database& database, std::int64_t key) {
  std::vector<Block> blocks;
  ATTEST_TRY(Statement rows, database.prepare("SELECT kind, text_begin, text_end FROM blocks WHERE document = ?"
                                              " ORDER BY position"));
  ATTEST_CHECK(rows.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto kind = from_name<BlockKind>(row.read_view().value_or(""));
    const auto span = row.read_span();
    if (!kind || !span) return unknown_value(database, "a block");
    blocks.push_back({*kind, *span});
    return {};
  }));
  return blocks;
}

Result<std::vector<Claim>> load_claims(const Database& database, std::int64_t key) {
  std::vector<Claim> claims;
  ATTEST_TRY(Statement rows, database.prepare("SELECT " + std::string(kClaimColumns) +
                                              " FROM claims WHERE document = ? ORDER BY position"));
  ATTEST_CHECK(rows.start().integer(key).each([&](Statement& row) -> Result<void> {
    auto claim = read_claim(row);
    if (!claim) return unknown_value(database, "a claim");
    claims.push_back(std::move(*claim));
    return {};
  }));
  ATTEST_TRY(Statement derived, database.prepare("SELECT claim, field, rule FROM derivations WHERE document = ?"
                                                 " ORDER BY claim, position"));
  ATTEST_CHECK(derived.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto claim = static_cast<std::size_t>(row.read_integer().value_or(0));
    if (claim >= claims.size()) return unknown_value(database, "a derivation");
    std::string field = row.read_blob();
    claims[claim].derived.push_back({std::move(field), row.read_blob()});
    return {};
  }));
  ATTEST_TRY(Statement vias, database.prepare("SELECT claim, " + std::string(kSourceColumns) +
                                              " FROM vias WHERE document = ? ORDER BY claim, position"));
  ATTEST_CHECK(vias.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto claim = static_cast<std::size_t>(row.read_integer().value_or(0));
    auto source = read_source(row);
    if (claim >= claims.size() || !source) return unknown_value(database, "a source");
    claims[claim].via.push_back(std::move(*source));
    return {};
  }));
  return claims;
}

Result<void> read_name(Statement& row, const Database& database, PrivateNames& names) {
  const std::string field = row.read_blob();
  const auto span = row.read_span();
  if (!span || (field != "text" && field != "title")) return unknown_value(database, "a private name");
  (field == "text" ? names.text : names.title).push_back({*span, row.read_blob()});
  return {};
}

Result<PrivateNames> load_names(const Database& database, std::int64_t key) {
  PrivateNames names;
  ATTEST_TRY(Statement rows, database.prepare("SELECT " + std::string(kNameColumns) +
                                              " FROM private_names WHERE document = ? ORDER BY field, text_begin"));
  ATTEST_CHECK(rows.start().integer(key).each([&](Statement& row) { return read_name(row, database, names); }));
  return names;
}

}  // namespace attest
