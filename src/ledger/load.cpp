#include "ledger/load.hpp"

#include <fmt/format.h>

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

namespace {

constexpr std::string_view kBlocks =
    "SELECT kind, text_begin, text_end FROM blocks WHERE document = ? ORDER BY position";
constexpr std::string_view kDerivations =
    "SELECT claim, field, rule FROM derivations WHERE document = ? ORDER BY claim, position";

std::string claims_query() {
  return fmt::format("SELECT {} FROM claims WHERE document = ? ORDER BY position", kClaimColumns);
}
std::string vias_query() {
  return fmt::format("SELECT claim, {} FROM vias WHERE document = ? ORDER BY claim, position", kSourceColumns);
}

Result<std::vector<Block>> read_blocks(const Database& database, Statement& rows, std::int64_t key) {
  std::vector<Block> blocks;
  ATTEST_CHECK(rows.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto kind = from_name<BlockKind>(row.read_view().value_or(""));
    const auto span = row.read_span();
    if (!kind || !span) return unknown_value(database, "a block");
    blocks.push_back({*kind, *span});
    return {};
  }));
  return blocks;
}

Result<std::vector<Claim>> read_claims(const Database& database, Statement& rows, Statement& derived, Statement& vias,
                                       std::int64_t key) {
  std::vector<Claim> claims;
  ATTEST_CHECK(rows.start().integer(key).each([&](Statement& row) -> Result<void> {
    auto claim = read_claim(row);
    if (!claim) return unknown_value(database, "a claim");
    claims.push_back(std::move(*claim));
    return {};
  }));
  ATTEST_CHECK(derived.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto claim = static_cast<std::size_t>(row.read_integer().value_or(0));
    if (claim >= claims.size()) return unknown_value(database, "a derivation");
    std::string field = row.read_blob();
    claims[claim].derived.push_back({std::move(field), row.read_blob()});
    return {};
  }));
  ATTEST_CHECK(vias.start().integer(key).each([&](Statement& row) -> Result<void> {
    const auto claim = static_cast<std::size_t>(row.read_integer().value_or(0));
    auto source = read_source(row);
    if (claim >= claims.size() || !source) return unknown_value(database, "a source");
    claims[claim].via.push_back(std::move(*source));
    return {};
  }));
  return claims;
}

std::string names_query() {
  return fmt::format("SELECT {} FROM private_names WHERE document = ? ORDER BY field, text_begin", kNameColumns);
}

}  // namespace

Result<void> read_name(Statement& row, const Database& database, PrivateNames& names) {
  const std::string field = row.read_blob();
  const auto span = row.read_span();
  if (!span || (field != "text" && field != "title")) return unknown_value(database, "a private name");
  (field == "text" ? names.text : names.title).push_back({*span, row.read_blob()});
  return {};
}

Result<PrivateNames> load_names(const Database& database, std::int64_t key) {
  PrivateNames names;
  ATTEST_TRY(Statement rows, database.prepare(names_query()));
  ATTEST_CHECK(rows.start().integer(key).each([&](Statement& row) { return read_name(row, database, names); }));
  return names;
}

Result<std::vector<Block>> load_blocks(const Database& database, std::int64_t key) {
  ATTEST_TRY(Statement rows, database.prepare(kBlocks));
  return read_blocks(database, rows, key);
}

Result<std::vector<Claim>> load_claims(const Database& database, std::int64_t key) {
  ATTEST_TRY(Statement rows, database.prepare(claims_query()));
  ATTEST_TRY(Statement derived, database.prepare(kDerivations));
  ATTEST_TRY(Statement vias, database.prepare(vias_query()));
  return read_claims(database, rows, derived, vias, key);
}

Result<ArticleLoader> ArticleLoader::prepare(const Database& database) {
  ArticleLoader loader;
  const std::pair<Statement&, std::string> statements[] = {
      {loader.document_,
       "SELECT id, name, encoding, original_bytes, text, text_hash, program, resources"
       " FROM documents JOIN runs ON run = coded_by WHERE document = ?"},
      {loader.metadata_, fmt::format("SELECT {} FROM metadata WHERE document = ?", kMetadatumColumns)},
      {loader.blocks_, std::string(kBlocks)},
      {loader.claims_, claims_query()},
      {loader.derivations_, std::string(kDerivations)},
      {loader.vias_, vias_query()},
      {loader.names_, names_query()},
  };
  for (const auto& [statement, sql] : statements) {
    ATTEST_TRY(statement, database.prepare(sql));
  }
  return loader;
}

Result<std::optional<ArticleLoader::Article>> ArticleLoader::load(const Database& database, std::int64_t key) {
  ATTEST_TRY(const Transaction moment, Transaction::begin(database, Transaction::Kind::read));
  Article article;
  Document& document = article.document;
  ATTEST_TRY(const bool found, document_.start().integer(key).next());
  if (!found) return std::optional<Article>();
  document.id = document_.read_blob();
  document.name = document_.read_blob();
  document.encoding = document_.read_blob();
  article.original_bytes = document_.read_integer().value_or(0);
  document.text = document_.read_blob();
  document.text_hash = document_.read_blob();
  article.coder.program = document_.read_blob();
  article.coder.resources = document_.read_blob();
  document_.start();
  ATTEST_CHECK(
      metadata_.start().integer(key).each([&](Statement& row) { return read_metadatum(row, database, document); }));
  ATTEST_TRY(document.blocks, read_blocks(database, blocks_, key));
  ATTEST_CHECK(
      names_.start().integer(key).each([&](Statement& row) { return read_name(row, database, article.names); }));
  names_.start();
  ATTEST_TRY(article.claims, read_claims(database, claims_, derivations_, vias_, key));
  return article;
}

}  // namespace attest
