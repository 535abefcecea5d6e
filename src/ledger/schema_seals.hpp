// The tables by which attest verify sees that a row is not as attest wrote it. docs/ledger.md, "Seals".
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kSchemaSeals = R"sql(
-- Of each table the number of its rows and the sum of their hashes.
CREATE TABLE table_seals (
  name TEXT PRIMARY KEY,
  rows INTEGER NOT NULL,
  low  INTEGER NOT NULL,
  high INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The same of the rows of one claim, and below 0 of a report's rows in each other table (seals.cpp has the order).
CREATE TABLE seals (
  document INTEGER NOT NULL,
  claim    INTEGER NOT NULL,   -- claims.position
  low      INTEGER NOT NULL,
  high     INTEGER NOT NULL,
  PRIMARY KEY (document, claim)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace attest
