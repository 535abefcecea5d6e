#include "serve/token_book.hpp"

#include <openssl/crypto.h>

#include <algorithm>

#include "ledger/open.hpp"

namespace attest {

Result<TokenBook> TokenBook::open(const std::filesystem::path& ledger) {
  ATTEST_TRY(Database database, open_ledger(ledger, Database::Mode::read));
  return TokenBook(std::make_unique<State>(std::move(database)));
}

Result<std::optional<Holder>> TokenBook::holder_of(std::string_view secret) {
  const std::string hash = token_hash(secret);
  const std::lock_guard lock(state_->mutex);
  ATTEST_TRY(const std::int64_t version, state_->database.value("PRAGMA data_version"));
  if (version != state_->version) {
    ATTEST_TRY(state_->tokens, list_tokens(state_->database));
    state_->version = version;
  }
  std::optional<Holder> holder;
  for (const Token& token : state_->tokens) {
    const bool fits =
        token.hash.size() == hash.size() && CRYPTO_memcmp(token.hash.data(), hash.data(), hash.size()) == 0;
    if (!fits || token.revoked_at) continue;
    const Role role = token.role == "admin" ? Role::admin : token.role == "review" ? Role::review : Role::read;
    holder = Holder{.name = token.name, .role = role};
  }
  return holder;
}

}  // namespace attest
