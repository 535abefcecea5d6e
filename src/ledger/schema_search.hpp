// The tables behind attest search. The index points into the documents; their text is not stored twice.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kSchemaSearch = R"sql(
-- What is searched; the index asks it for the words around a hit.
CREATE VIEW searchable AS
SELECT document,
       coalesce((SELECT value FROM metadata m WHERE m.document = d.document AND m.field = 'title'), '') AS title,
       text AS body
FROM documents d;

CREATE VIRTUAL TABLE search USING fts5(
  title, body, content = 'searchable', content_rowid = 'document', tokenize = 'unicode61 remove_diacritics 2'
);

-- Documents that were kept before there was an index; the next attest read works the list off.
CREATE TABLE unsearchable (document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE) STRICT;
INSERT INTO unsearchable SELECT document FROM documents;
)sql";

}  // namespace attest
