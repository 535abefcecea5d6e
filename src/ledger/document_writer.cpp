#include "ledger/document_writer.hpp"

#include <fmt/format.h>

#include <utility>

#include "ledger/claim_rows.hpp"
#include "ledger/compress.hpp"
#include "ledger/metadata_rows.hpp"

namespace attest {

namespace {

std::string question_marks(int count) {
  std::string out = "?";
  for (int i = 1; i < count; ++i) out += ", ?";
  return out;
}

}  // namespace

Result<DocumentWriter> DocumentWriter::prepare(const Database& database) {
  DocumentWriter writer;
  const std::pair<Statement&, std::string> statements[] = {
      {writer.add_document_,
       "INSERT INTO documents (id, name, original, original_bytes, encoding, text, text_hash, kept_by, coded_by)"
       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)"},
      {writer.change_document_,
       "UPDATE documents SET encoding = ?, text = ?, text_hash = ?, coded_by = ? WHERE document = ?"},
      {writer.forget_metadata_, "DELETE FROM metadata WHERE document = ?"},
      {writer.forget_blocks_, "DELETE FROM blocks WHERE document = ?"},
      {writer.forget_claims_, "DELETE FROM claims WHERE document = ?"},
      {writer.forget_names_, "DELETE FROM private_names WHERE document = ?"},
      {writer.add_name_, "INSERT INTO private_names VALUES (?, ?, ?, ?, ?)"},
      {writer.add_metadatum_, "INSERT INTO metadata VALUES (?, ?, ?, ?, ?, ?)"},
      {writer.add_block_, "INSERT INTO blocks VALUES (?, ?, ?, ?, ?)"},
      {writer.add_claim_, fmt::format("INSERT INTO claims (document, position, {}) VALUES ({})", kClaimColumns,
                                      question_marks(kClaimColumnCount + 2))},
      {writer.add_derivation_, "INSERT INTO derivations VALUES (?, ?, ?, ?, ?)"},
      {writer.add_via_,
       fmt::format("INSERT INTO vias (document, claim, position, {}) VALUES ({})", kSourceColumns, question_marks(8))},
      {writer.add_sighting_, "INSERT OR IGNORE INTO sightings VALUES (?, ?, ?)"},
  };
  for (const auto& [statement, sql] : statements) {
    ATTEST_TRY(statement, database.prepare(sql));
  }
  ATTEST_TRY(writer.search_, SearchWriter::prepare(database));
  ATTEST_TRY(writer.fingerprints_, FingerprintWriter::prepare(database));
  return writer;
}

Result<std::int64_t> DocumentWriter::add(const Database& database, const Document& document, std::int64_t run) {
  add_document_.start().text(document.id).text(document.name).blob(compress(document.original));
  add_document_.integer(static_cast<std::int64_t>(document.original.size())).text(document.encoding);
  ATTEST_CHECK(add_document_.text(document.text).text(document.text_hash).integer(run).run());
  return database.last_row();
}

Result<void> DocumentWriter::forget(std::int64_t key, const Document& document, std::int64_t run) {
  ATTEST_CHECK(search_.forget(key));
  change_document_.start().text(document.encoding).text(document.text).text(document.text_hash);
  ATTEST_CHECK(change_document_.integer(run).integer(key).run());
  ATTEST_CHECK(fingerprints_.forget(key));
  ATTEST_CHECK(forget_metadata_.start().integer(key).run());
  ATTEST_CHECK(forget_blocks_.start().integer(key).run());
  ATTEST_CHECK(forget_names_.start().integer(key).run());
  return forget_claims_.start().integer(key).run();  // and, with them, their derivations
}

Result<void> DocumentWriter::add_parts(std::int64_t key, const Document& document, const std::vector<Claim>& claims,
                                       const PrivateNames& names) {
  Result<void> done;
  for_each_metadatum(document, [&](std::string_view field, const Sourced<std::string>& value) {
    if (!done) return;
    add_metadatum_.start().integer(key).text(field).text(value.value).text(value.origin).span(value.span);
    done = add_metadatum_.run();
  });
  ATTEST_CHECK(done);
  std::int64_t position = 0;
  for (const Block& block : document.blocks) {
    add_block_.start().integer(key).integer(position++).text(name_of(block.kind)).span(block.span);
    ATTEST_CHECK(add_block_.run());
  }
  ATTEST_CHECK(add_names(key, names));
  ATTEST_CHECK(search_.add(key, document));
  ATTEST_CHECK(fingerprints_.add(key, document));
  return add_claims(key, claims);
}

Result<void> DocumentWriter::add_names(std::int64_t key, const PrivateNames& names) {
  const auto add = [&](std::string_view field, const std::vector<PrivateName>& list) -> Result<void> {
    for (const PrivateName& name : list)
      ATTEST_CHECK(add_name_.start().integer(key).text(field).span(name.span).text(name.name).run());
    return {};
  };
  ATTEST_CHECK(add("text", names.text));
  return add("title", names.title);
}

Result<void> DocumentWriter::add_claims(std::int64_t key, const std::vector<Claim>& claims) {
  std::int64_t position = 0;
  for (const Claim& claim : claims) {
    bind_claim(add_claim_.start().integer(key).integer(position), claim);
    ATTEST_CHECK(add_claim_.run());
    std::int64_t place = 0;
    for (const Derivation& derivation : claim.derived) {
      add_derivation_.start().integer(key).integer(position).integer(place++);
      ATTEST_CHECK(add_derivation_.text(derivation.field).text(derivation.rule).run());
    }
    place = 0;
    for (const Source& source : claim.via) {
      bind_source(add_via_.start().integer(key).integer(position).integer(place++), source);
      ATTEST_CHECK(add_via_.run());
    }
    ++position;
  }
  return {};
}

Result<void> DocumentWriter::meet(std::int64_t key, const std::string& name, std::int64_t run) {
  return add_sighting_.start().integer(key).text(name).integer(run).run();
}

}  // namespace attest
