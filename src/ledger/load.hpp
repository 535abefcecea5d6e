// What belongs to one document of a ledger, by its row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/coder.hpp"
#include "attest/document.hpp"
#include "attest/private_names.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

struct Bytes {
  std::optional<std::string> original;  // nothing: what is kept cannot be unpacked
  std::string text;
};

/// As they are kept, unchecked. @errors bad_ledger, io; so for all that follow
[[nodiscard]] Result<Bytes> load_bytes(const Database& database, std::int64_t key);
/// @errors bad_ledger, too, for a value that is on no list
[[nodiscard]] Result<std::vector<Block>> load_blocks(const Database& database, std::int64_t key);
/// @errors bad_ledger, too, for a value that is on no list
[[nodiscard]] Result<std::vector<Claim>> load_claims(const Database& database, std::int64_t key);
[[nodiscard]] Result<PrivateNames> load_names(const Database& database, std::int64_t key);

/// What read_name reads, of private_names.
inline constexpr std::string_view kNameColumns = "field, text_begin, text_end, name";
/// Adds the row to `names`. @errors bad_ledger for a field that is none
[[nodiscard]] Result<void> read_name(Statement& row, const Database& database, PrivateNames& names);

/// A document without its original bytes, with its claims, for who asks for many: the statements are compiled once.
/// Lives shorter than its database; one thread at a time.
class ArticleLoader {
 public:
  struct Article {
    Document document;  // original and origins are empty
    std::vector<Claim> claims;
    PrivateNames names;
    Coder coder;
    std::int64_t original_bytes = 0;
  };
  [[nodiscard]] static Result<ArticleLoader> prepare(const Database& database);
  /// Nothing if there is no such row. @errors bad_ledger, io
  [[nodiscard]] Result<std::optional<Article>> load(const Database& database, std::int64_t key);

 private:
  Statement document_, metadata_, blocks_, claims_, derivations_, vias_, names_;
};

}  // namespace attest
