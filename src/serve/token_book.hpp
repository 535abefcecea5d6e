// The valid tokens of a ledger, as of the moment of the question: one that has just been revoked is refused.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/sqlite.hpp"
#include "ledger/tokens.hpp"
#include "serve/http.hpp"

namespace attest {

struct Holder {
  std::string name;
  Role role = Role::read;
};

/// Thread-safe.
class TokenBook {
 public:
  /// @errors of open_ledger
  [[nodiscard]] static Result<TokenBook> open(const std::filesystem::path& ledger);
  /// Whose token this is. How long the search takes tells nothing of the hashes. @errors bad_ledger, io
  [[nodiscard]] Result<std::optional<Holder>> holder_of(std::string_view secret);

 private:
  /// Behind a pointer, so that a book can be moved.
  struct State {
    explicit State(Database opened) : database(std::move(opened)) {}
    std::mutex mutex;
    Database database;
    std::int64_t version = -1;  // of the ledger when `tokens` were read
    std::vector<Token> tokens;
  };
  explicit TokenBook(std::unique_ptr<State> state) : state_(std::move(state)) {}
  std::unique_ptr<State> state_;
};

}  // namespace attest
