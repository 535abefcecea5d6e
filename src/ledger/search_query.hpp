// The language of attest search: words, "phrases", beginnings*, AND, OR, NOT, parentheses, title: and body:.
// Words are taken as people write them (al-Shabaab, U.S., don't), and what is wrong is told with its place.
#pragma once

#include <string>
#include <string_view>

#include "attest/error.hpp"

namespace attest {

/// The query in the language of SQLite's FTS5. Words side by side must all be there; NOT binds most, then AND, then OR.
/// @errors usage: what is wrong and at which character of the query, counted from 1
[[nodiscard]] Result<std::string> search_query(std::string_view query);

}  // namespace attest
