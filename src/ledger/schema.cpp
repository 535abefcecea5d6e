#include "ledger/schema.hpp"

#include <array>

#include "ledger/schema_copies.hpp"
#include "ledger/schema_fetches.hpp"
#include "ledger/schema_review.hpp"
#include "ledger/schema_search.hpp"
#include "ledger/schema_tokens.hpp"

namespace attest {

namespace {

constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE runs (
  run        INTEGER PRIMARY KEY,
  program    TEXT NOT NULL,
  resources  TEXT NOT NULL,
  inputs     TEXT NOT NULL,              -- as given on the command line, a JSON array
  started_at TEXT NOT NULL,              -- UTC; the only use of the clock
  ended_at   TEXT,                       -- NULL: still running, or killed
  added      INTEGER NOT NULL DEFAULT 0,
  known      INTEGER NOT NULL DEFAULT 0,
  recoded    INTEGER NOT NULL DEFAULT 0,
  failed     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE failures (
  run      INTEGER NOT NULL REFERENCES runs,
  position INTEGER NOT NULL,
  place    TEXT NOT NULL,
  message  TEXT NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  document       INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE CHECK (length(id) = 64),  -- SHA-256 of the unaltered bytes
  name           TEXT NOT NULL,
  original       BLOB NOT NULL,          -- the unaltered bytes, zstd
  original_bytes INTEGER NOT NULL,       -- before compression
  encoding       TEXT NOT NULL,
  text           TEXT NOT NULL,          -- normalised; spans are byte ranges into its UTF-8
  text_hash      TEXT NOT NULL,
  kept_by        INTEGER NOT NULL REFERENCES runs,
  coded_by       INTEGER NOT NULL REFERENCES runs
) STRICT;
CREATE INDEX documents_by_name ON documents (name);

CREATE TRIGGER documents_stay_unaltered BEFORE UPDATE OF id, original, original_bytes ON documents
BEGIN SELECT raise(ABORT, 'the bytes of a kept document never change'); END;

CREATE TABLE sightings (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  name     TEXT NOT NULL,
  run      INTEGER NOT NULL REFERENCES runs,
  PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_by_name ON sightings (name);

CREATE TABLE metadata (
  document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  field      TEXT NOT NULL,              -- title, outlet, agency, author, url, published, dateline_place
  value      TEXT NOT NULL,
  origin     TEXT NOT NULL,              -- where it was read: command line, metadata file, json, byline, …
  text_begin INTEGER,
  text_end   INTEGER,
  PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
  document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  text_begin INTEGER NOT NULL,
  text_end   INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  document       INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  kind           TEXT NOT NULL,
  sentence_begin INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  trigger_begin  INTEGER NOT NULL,
  trigger_end    INTEGER NOT NULL,
  count_begin    INTEGER,
  count_end      INTEGER,
  count_min      INTEGER,
  count_max      INTEGER,
  count_unit     TEXT,
  victims_begin  INTEGER,
  victims_end    INTEGER,
  victims_status TEXT,
  victims_group  TEXT,
  actor_begin    INTEGER,
  actor_end      INTEGER,
  actor_name     TEXT,
  opponent_begin INTEGER,
  opponent_end   INTEGER,
  opponent_name  TEXT,
  means          TEXT,
  object         TEXT,
  place_begin    INTEGER,
  place_end      INTEGER,
  place_name     TEXT,
  place_country  TEXT,
  time_begin     INTEGER,
  time_end       INTEGER,
  time_from      TEXT,
  time_to        TEXT,
  source_begin   INTEGER,
  source_end     INTEGER,
  source_name    TEXT,
  source_kind    TEXT,
  certainty      TEXT NOT NULL,
  scope          TEXT NOT NULL,
  incident       TEXT NOT NULL,
  rule           TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_kind ON claims (kind, place_country, time_from);

CREATE TABLE derivations (
  document INTEGER NOT NULL,
  claim    INTEGER NOT NULL,
  position INTEGER NOT NULL,
  field    TEXT NOT NULL,
  rule     TEXT NOT NULL,
  PRIMARY KEY (document, claim, position),
  FOREIGN KEY (document, claim) REFERENCES claims ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The claims with the words they quote, for people who query the ledger with SQL.
CREATE VIEW quoted_claims AS
SELECT d.id, d.name, c.position, c.kind, c.count_min, c.count_max, c.count_unit, c.victims_status, c.victims_group,
       c.actor_name, c.opponent_name, c.means, c.object, c.place_name, c.place_country, c.time_from, c.time_to,
       c.source_name, c.source_kind, c.certainty, c.scope, c.incident,
       CAST(substr(CAST(d.text AS BLOB), c.sentence_begin + 1, c.sentence_end - c.sentence_begin) AS TEXT) AS sentence,
       CAST(substr(CAST(d.text AS BLOB), c.trigger_begin + 1, c.trigger_end - c.trigger_begin) AS TEXT) AS trigger_words,
       CAST(substr(CAST(d.text AS BLOB), c.count_begin + 1, c.count_end - c.count_begin) AS TEXT) AS count_words,
       CAST(substr(CAST(d.text AS BLOB), c.victims_begin + 1, c.victims_end - c.victims_begin) AS TEXT) AS victims_words
FROM claims c JOIN documents d USING (document);
)sql";

/// Parts of a figure, places as points, words of time, chains of sources.
constexpr std::string_view kVersion2 = R"sql(
ALTER TABLE claims ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN subset_of TEXT;            -- the id of a claim of the same document
ALTER TABLE claims ADD COLUMN place_latitude REAL;
ALTER TABLE claims ADD COLUMN place_longitude REAL;
ALTER TABLE claims ADD COLUMN place_precision INTEGER;   -- UCDP's where_prec, 1 to 7
ALTER TABLE claims ADD COLUMN time_value TEXT;           -- TIMEX3
ALTER TABLE claims ADD COLUMN time_mod TEXT;
ALTER TABLE claims ADD COLUMN time_precision INTEGER;    -- UCDP's date_prec, 1 to 5
ALTER TABLE claims ADD COLUMN source_party INTEGER;      -- 1: speaks for a side of the conflict
ALTER TABLE claims ADD COLUMN unverified INTEGER NOT NULL DEFAULT 0;
UPDATE claims SET id = 'c' || (position + 1);
UPDATE claims SET source_party = 0 WHERE source_name IS NOT NULL;

-- Who passed on what a claim's source says, outwards.
CREATE TABLE vias (
  document     INTEGER NOT NULL,
  claim        INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  source_begin INTEGER NOT NULL,
  source_end   INTEGER NOT NULL,
  source_name  TEXT NOT NULL,
  source_kind  TEXT NOT NULL,
  source_party INTEGER NOT NULL,
  PRIMARY KEY (document, claim, position),
  FOREIGN KEY (document, claim) REFERENCES claims ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

DROP VIEW quoted_claims;
CREATE VIEW quoted_claims AS
SELECT d.id, d.name, c.id AS claim_id, c.position, c.kind, c.count_min, c.count_max, c.count_unit, c.subset_of,
       c.victims_status, c.victims_group, c.actor_name, c.opponent_name, c.means, c.object, c.place_name,
       c.place_country, c.place_latitude, c.place_longitude, c.place_precision, c.time_from, c.time_to,
       c.source_name, c.source_kind, c.source_party, c.unverified, c.certainty, c.scope, c.incident,
       CAST(substr(CAST(d.text AS BLOB), c.sentence_begin + 1, c.sentence_end - c.sentence_begin) AS TEXT) AS sentence,
       CAST(substr(CAST(d.text AS BLOB), c.trigger_begin + 1, c.trigger_end - c.trigger_begin) AS TEXT) AS trigger_words,
       CAST(substr(CAST(d.text AS BLOB), c.count_begin + 1, c.count_end - c.count_begin) AS TEXT) AS count_words,
       CAST(substr(CAST(d.text AS BLOB), c.victims_begin + 1, c.victims_end - c.victims_begin) AS TEXT) AS victims_words
FROM claims c JOIN documents d USING (document);
)sql";

constexpr std::array kMigrations = {kVersion1,      kVersion2,     kSchemaSearch, kSchemaCopies,
                                    kSchemaFetches, kSchemaReview, kSchemaTokens};

}  // namespace

std::span<const std::string_view> ledger_migrations() { return kMigrations; }

}  // namespace attest
