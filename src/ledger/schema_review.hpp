// The table of reviewers' acts, which can only grow, and what is remembered of its end.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kSchemaReview = R"sql(
-- What reviewers did. Each row holds the hash of the one before it (docs/review.md).
CREATE TABLE acts (
  seq       INTEGER PRIMARY KEY,        -- 1, 2, 3 …
  at        TEXT NOT NULL,              -- UTC
  by        TEXT NOT NULL,              -- the reviewer's name
  role      TEXT NOT NULL,              -- read, review, admin: of the token; cli: on the command line
  act       TEXT NOT NULL,
  incidents TEXT NOT NULL,              -- JSON: [{"id", "claims": [a claim as below, …]}, …]
  claims    TEXT NOT NULL,              -- JSON: [{"document", "claim", "kind", "trigger", "words", "nth", "of"}, …]
  report    TEXT NOT NULL,              -- of views: a document's id
  field     TEXT,                       -- of corrections
  machine   TEXT,                       -- JSON: what the machine had read
  before    TEXT,                       -- JSON: what was shown
  after     TEXT,                       -- JSON: what is shown from now on
  reason    TEXT NOT NULL,
  undoes    INTEGER REFERENCES acts,
  previous  TEXT NOT NULL,              -- hash of the act before; empty of the first
  sums      TEXT NOT NULL,              -- 8 hex digits a column, to name the one that was changed
  hash      TEXT NOT NULL               -- SHA-256 over all columns before sums
) STRICT;

-- How many acts there are and the hash of the newest, so that a cut end is noticed.
CREATE TABLE act_head (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  acts INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO act_head VALUES (1, 0, '');

CREATE TRIGGER acts_never_change BEFORE UPDATE ON acts
BEGIN SELECT raise(ABORT, 'acts of reviewers never change'); END;
CREATE TRIGGER acts_never_go BEFORE DELETE ON acts
BEGIN SELECT raise(ABORT, 'acts of reviewers are never removed'); END;
CREATE TRIGGER acts_follow_each_other BEFORE INSERT ON acts
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM acts)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM acts ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT raise(ABORT, 'an act follows the newest one'); END;
CREATE TRIGGER act_head_stays BEFORE DELETE ON act_head
BEGIN SELECT raise(ABORT, 'the number of acts is never forgotten'); END;
CREATE TRIGGER act_head_grows BEFORE UPDATE ON act_head WHEN NEW.acts IS NOT OLD.acts + 1
BEGIN SELECT raise(ABORT, 'acts come one by one'); END;
)sql";

}  // namespace attest
