#include "ledger/fingerprint_rows.hpp"

#include <string>
#include <vector>

#include "base/key_table.hpp"
#include "ledger/shelf.hpp"
#include "reconcile/fingerprint.hpp"

namespace attest {

namespace {

constexpr int kHashBytes = 6;

std::string packed(const std::vector<std::uint64_t>& hashes) {
  std::string bytes;
  bytes.reserve(hashes.size() * kHashBytes);
  for (std::uint64_t hash : hashes)
    for (int i = 0; i < kHashBytes; ++i, hash >>= 8U) bytes += static_cast<char>(hash & 0xFFU);
  return bytes;
}

std::vector<std::int64_t> unpacked(std::string_view bytes) {
  std::vector<std::int64_t> hashes(bytes.size() / kHashBytes);
  for (std::size_t i = 0; i < hashes.size() * kHashBytes; ++i)
    hashes[i / kHashBytes] |= std::int64_t{static_cast<unsigned char>(bytes[i])} << (8U * (i % kHashBytes));
  return hashes;
}

}  // namespace

Result<FingerprintWriter> FingerprintWriter::prepare(const Database& database) {
  FingerprintWriter writer;
  ATTEST_TRY(writer.add_print_, database.prepare("INSERT INTO fingerprints VALUES (?, ?, ?, ?)"));
  ATTEST_TRY(writer.add_hash_, database.prepare("INSERT INTO shingles VALUES (?, ?, ?)"));
  ATTEST_TRY(writer.find_print_, database.prepare("SELECT rank, hashes FROM fingerprints WHERE document = ?"));
  ATTEST_TRY(writer.forget_print_, database.prepare("DELETE FROM fingerprints WHERE document = ?"));
  ATTEST_TRY(writer.forget_hash_,
             database.prepare("DELETE FROM shingles WHERE hash = ? AND rank = ? AND document = ?"));
  return writer;
}

Result<void> FingerprintWriter::add(std::int64_t key, const Document& document) {
  const Fingerprint print = fingerprint(document.text, document.blocks);
  const auto rank = static_cast<std::int64_t>(rank_of(document, print.words.size()));
  const std::vector<std::uint64_t> hashes = hashes_to_keep(print);
  add_print_.start().integer(key).integer(rank).integer(static_cast<std::int64_t>(print.words.size()));
  ATTEST_CHECK(add_print_.blob(packed(hashes)).run());
  for (const std::uint64_t hash : hashes)
    ATTEST_CHECK(add_hash_.start().integer(static_cast<std::int64_t>(hash)).integer(rank).integer(key).run());
  return {};
}

Result<void> FingerprintWriter::forget(std::int64_t key) {
  ATTEST_TRY(const bool found, find_print_.start().integer(key).next());
  if (!found) return {};
  const auto rank = find_print_.read_integer();
  for (const std::int64_t hash : unpacked(find_print_.read_blob()))
    ATTEST_CHECK(forget_hash_.start().integer(hash).integer(rank).integer(key).run());
  find_print_.start();
  return forget_print_.start().integer(key).run();
}

Result<bool> shingles_agree(const Database& database) {
  std::uint64_t sum = 0;  // of all hashes with their rank and document, in any order
  std::int64_t count = 0;
  const auto key = [](std::int64_t hash, std::int64_t rank, std::int64_t document) {
    return mix(mix(mix(static_cast<std::uint64_t>(hash)) + static_cast<std::uint64_t>(rank)) +
               static_cast<std::uint64_t>(document));
  };
  ATTEST_TRY(Statement prints, database.prepare("SELECT document, rank, hashes FROM fingerprints"));
  ATTEST_CHECK(prints.each([&](Statement& row) -> Result<void> {
    const std::int64_t document = row.read_integer().value_or(0), rank = row.read_integer().value_or(0);
    for (const std::int64_t hash : unpacked(row.read_blob())) {
      sum += key(hash, rank, document);
      ++count;
    }
    return {};
  }));
  ATTEST_TRY(Statement listed, database.prepare("SELECT hash, rank, document FROM shingles"));
  ATTEST_CHECK(listed.each([&](Statement& row) -> Result<void> {
    const std::int64_t hash = row.read_integer().value_or(0), rank = row.read_integer().value_or(0);
    sum -= key(hash, rank, row.read_integer().value_or(0));
    --count;
    return {};
  }));
  return sum == 0 && count == 0;
}

Result<void> print_the_unprinted(const Database& database) {
  constexpr std::string_view kSome = "SELECT document FROM unprinted ORDER BY document LIMIT 256";
  ATTEST_TRY(Statement some, database.prepare(kSome));
  ATTEST_TRY(Statement done, database.prepare("DELETE FROM unprinted WHERE document = ?"));
  ATTEST_TRY(FingerprintWriter writer, FingerprintWriter::prepare(database));
  ATTEST_TRY(PrintedLoader loader, PrintedLoader::prepare(database));
  while (true) {
    ATTEST_TRY(Transaction transaction, Transaction::begin(database, Transaction::Kind::write));
    std::vector<std::int64_t> keys;
    ATTEST_CHECK(some.start().each([&](Statement& row) -> Result<void> {
      keys.push_back(row.read_integer().value_or(0));
      return {};
    }));
    some.start();
    for (const std::int64_t key : keys) {
      ATTEST_TRY(const Document document, loader.load(database, key));
      ATTEST_CHECK(writer.forget(key));
      ATTEST_CHECK(writer.add(key, document));
      ATTEST_CHECK(done.start().integer(key).run());
    }
    ATTEST_CHECK(transaction.commit());
    if (keys.empty()) return {};
  }
}

}  // namespace attest
