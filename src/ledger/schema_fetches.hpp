// The tables with which attest watch remembers what it has polled and fetched, so that nothing is fetched twice.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kSchemaFetches = R"sql(
-- Feeds that attest watch polls, and what it must know to go on after it was ended or killed.
CREATE TABLE feeds (
  url           TEXT PRIMARY KEY,
  title         TEXT,
  etag          TEXT,                         -- of the last answer, to ask whether there is a newer one
  last_modified TEXT,
  polled_at     TEXT,                         -- UTC; NULL: not yet
  not_before    TEXT,                         -- UTC; after a failure
  failures      INTEGER NOT NULL DEFAULT 0,   -- in a row
  status        INTEGER,                      -- of the last answer
  message       TEXT                          -- why the last poll failed; NULL: it did not
) STRICT, WITHOUT ROWID;

-- Addresses that feeds told of, each fetched once.
CREATE TABLE fetches (
  url          TEXT PRIMARY KEY,
  feed         TEXT REFERENCES feeds,         -- that told of it first; NULL: given on the command line
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'refused')),
  title        TEXT,                          -- as the feed has it
  author       TEXT,
  published    TEXT,
  tries        INTEGER NOT NULL DEFAULT 0,
  not_before   TEXT,                          -- UTC; after a failure that may pass
  retrieved_at TEXT,                          -- UTC; of the last try
  final_url    TEXT,                          -- where redirects led
  status       INTEGER,
  headers      TEXT,                          -- as they came, a line each, but for cookies
  document     INTEGER REFERENCES documents,
  message      TEXT                           -- why it is not kept
) STRICT, WITHOUT ROWID;
CREATE INDEX fetches_by_state ON fetches (state, not_before);
CREATE INDEX fetches_by_document ON fetches (document);

-- What feeds call their items, so that one whose address changes is not taken for a new one.
CREATE TABLE feed_items (
  feed TEXT NOT NULL REFERENCES feeds,
  item TEXT NOT NULL,                         -- guid, Atom's or JSON's id, else the address
  url  TEXT NOT NULL REFERENCES fetches,
  PRIMARY KEY (feed, item)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace attest
