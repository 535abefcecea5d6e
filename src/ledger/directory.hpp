// All documents of a ledger with what lists and filters need, without their texts: small enough for millions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/date.hpp"
#include "ledger/sqlite.hpp"
#include "reconcile/interned.hpp"
#include "reconcile/lineage.hpp"

namespace attest {

struct Listed {
  DocumentKey key = 0;
  std::array<char, 64> id{};
  std::optional<Date> published;
  std::uint32_t claims = 0;
  Interned::Name title = 0, outlet = 0, agency = 0, language = 0;  // of Directory::names

  [[nodiscard]] std::string_view id_text() const { return {id.data(), id.size()}; }
};

struct Directory {
  Interned names;
  std::vector<std::string> folded;   // of outlets, agencies and languages, by name; titles are left empty
  std::vector<Listed> documents;     // ascending by key
  std::vector<std::uint32_t> by_id;  // places in `documents`, ascending by id

  [[nodiscard]] const Listed* of(DocumentKey key) const;
  /// Those whose id begins so, at most two: one is meant, more are too many.
  [[nodiscard]] std::vector<const Listed*> beginning(std::string_view id) const;
};

/// Of one moment. @errors bad_ledger, io
[[nodiscard]] Result<Directory> list_documents(const Database& database);

}  // namespace attest
