// Tokens for a server of this ledger: a secret that is told once, and what it allows. Times are "2026-11-24T09:30:00Z".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

struct Token {
  std::string name, role;  // role: read, review or admin
  std::string hash;        // token_hash of the secret
  std::string created_at;
  std::optional<std::string> revoked_at;
  bool operator==(const Token&) const = default;
};

/// "attest_" and 43 letters and digits: 256 bits from the system's source of randomness.
[[nodiscard]] std::string new_token_secret();
[[nodiscard]] std::string token_hash(std::string_view secret);

/// @errors usage: somebody has a valid token of this name; bad_ledger, io
[[nodiscard]] Result<void> add_token(const Database& database, const Token& token);
/// All that ever were, oldest first. @errors bad_ledger, io
[[nodiscard]] Result<std::vector<Token>> list_tokens(const Database& database);
/// @errors not_found: nobody has a valid token of this name; bad_ledger, io
[[nodiscard]] Result<void> revoke_token(const Database& database, std::string_view name, std::string_view at);

}  // namespace attest
