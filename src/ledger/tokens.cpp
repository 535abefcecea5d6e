#include "ledger/tokens.hpp"

#include <openssl/rand.h>

#include <array>
#include <stdexcept>

#include "base/hash.hpp"

namespace attest {

namespace {

constexpr std::size_t kSecretBytes = 32;

Result<bool> has_valid(const Database& database, std::string_view name) {
  ATTEST_TRY(Statement row, database.prepare("SELECT 1 FROM tokens WHERE name = ? AND revoked_at IS NULL"));
  return row.start().text(name).next();
}

}  // namespace

std::string new_token_secret() {
  std::array<unsigned char, kSecretBytes> random{};
  if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1)
    throw std::runtime_error("the system gives no random numbers");
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string secret = "attest_";
  unsigned bits = 0, held = 0;
  for (const unsigned char byte : random) {
    bits = (bits << 8U) | byte;
    for (held += 8; held >= 6; held -= 6) secret += kLetters[(bits >> (held - 6)) & 63U];
  }
  secret += kLetters[(bits << (6 - held)) & 63U];
  return secret;
}

std::string token_hash(std::string_view secret) { return sha256_hex(secret); }

Result<void> add_token(const Database& database, const Token& token) {
  ATTEST_TRY(Transaction transaction, Transaction::begin(database, Transaction::Kind::write));
  ATTEST_TRY(const bool is_taken, has_valid(database, token.name));
  if (is_taken) return fail(ErrorCode::usage, "has a valid token already; revoke that first", token.name);
  {
    ATTEST_TRY(Statement row,
               database.prepare("INSERT INTO tokens (name, role, hash, created_at) VALUES (?, ?, ?, ?)"));
    ATTEST_CHECK(row.start().text(token.name).text(token.role).text(token.hash).text(token.created_at).run());
  }
  return transaction.commit();
}

Result<std::vector<Token>> list_tokens(const Database& database) {
  ATTEST_TRY(Statement rows,
             database.prepare("SELECT name, role, hash, created_at, revoked_at FROM tokens ORDER BY token"));
  std::vector<Token> tokens;
  ATTEST_CHECK(rows.start().each([&](Statement& row) -> Result<void> {
    Token& token = tokens.emplace_back();
    token.name = row.read_blob();
    token.role = row.read_blob();
    token.hash = row.read_blob();
    token.created_at = row.read_blob();
    token.revoked_at = row.read_text();
    return {};
  }));
  return tokens;
}

Result<void> revoke_token(const Database& database, std::string_view name, std::string_view at) {
  ATTEST_TRY(Transaction transaction, Transaction::begin(database, Transaction::Kind::write));
  ATTEST_TRY(const bool is_there, has_valid(database, name));
  if (!is_there) return fail(ErrorCode::not_found, "nobody of this name has a valid token", std::string(name));
  {
    ATTEST_TRY(Statement row,
               database.prepare("UPDATE tokens SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL"));
    ATTEST_CHECK(row.start().text(at).text(name).run());
  }
  return transaction.commit();
}

}  // namespace attest
