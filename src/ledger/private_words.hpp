// Full-text search for those who are not to see private persons' names: nobody learns by searching where a name stands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"
#include "reconcile/lineage.hpp"

namespace attest {

/// The words of all private names of a ledger, as the full-text index has words, and where each is a part of one.
class PrivateWords {
 public:
  /// Of one moment. @errors bad_ledger, io
  [[nodiscard]] static Result<PrivateWords> load(const Database& database);

  /// The documents in which a word of this query is a part of a private name, ascending.
  [[nodiscard]] std::vector<DocumentKey> touched_by(std::string_view query) const;

 private:
  std::map<std::string, std::vector<DocumentKey>, std::less<>> documents_;  // by word, folded
};

/// As Ledger::matching of a ledger whose texts and titles have every private name masked.
/// @param words  of this ledger
/// @errors as Ledger::matching
[[nodiscard]] Result<std::vector<DocumentKey>> matching_masked(const Ledger& ledger, const PrivateWords& words,
                                                               std::string_view query);

}  // namespace attest
