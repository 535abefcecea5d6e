// The tables by which reports that repeat each other are found. A change of what fingerprints hold is a new step that
// puts all documents on the list `unprinted`.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kSchemaCopies = R"sql(
-- The hashes that a document keeps, so that they can be taken back.
CREATE TABLE fingerprints (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  rank     INTEGER NOT NULL,   -- of two documents the one of smaller rank can be the source of the other
  words    INTEGER NOT NULL,   -- of article text
  hashes   BLOB NOT NULL       -- 6 bytes each, little-endian, sorted
) STRICT;

CREATE TABLE shingles (
  hash     INTEGER NOT NULL,
  rank     INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (hash, rank, document)
) STRICT, WITHOUT ROWID;

-- Documents that were kept before there were fingerprints; the next attest read works the list off.
CREATE TABLE unprinted (document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE) STRICT;
INSERT INTO unprinted SELECT document FROM documents;
)sql";

}  // namespace attest
