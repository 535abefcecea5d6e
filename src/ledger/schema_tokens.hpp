// The table of those who may ask a server more than anybody may. Tokens themselves are nowhere: only their hashes.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kSchemaTokens = R"sql(
CREATE TABLE tokens (
  token      INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,                -- whose it is; decisions are signed with it
  role       TEXT NOT NULL CHECK (role IN ('read', 'review', 'admin')),
  hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),  -- SHA-256 of 256 random bits, as they are written out
  created_at TEXT NOT NULL,                -- UTC
  revoked_at TEXT                          -- UTC; NULL: valid
) STRICT;
CREATE UNIQUE INDEX tokens_by_name ON tokens (name) WHERE revoked_at IS NULL;
)sql";

}  // namespace attest
