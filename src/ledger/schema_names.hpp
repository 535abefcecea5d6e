// The table of private persons' names in reports, which are masked for whoever is not to see them.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kSchemaNames = R"sql(
CREATE TABLE private_names (
  document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  field      TEXT NOT NULL CHECK (field IN ('text', 'title')),  -- where the span lies
  text_begin INTEGER NOT NULL,
  text_end   INTEGER NOT NULL,
  name       TEXT NOT NULL,                                     -- the words of the span
  PRIMARY KEY (document, field, text_begin)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace attest
