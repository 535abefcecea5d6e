// What the words around a name say of its bearer: an office, an age, kinship, a credit.
#pragma once

#include <cstddef>

#include "annotate/lexicon.hpp"
#include "annotate/name_lines.hpp"

namespace attest {

/// A name as tokens [first, last] of its lines.
struct NameRun {
  std::size_t first = 0, last = 0;
};

/// "34, a teacher", "(34)", "aged 34", "34-year-old".
[[nodiscard]] bool has_age(const NameLines& lines, NameRun name);
/// "her son", "resident", "identified as": what stands before only a person's name.
[[nodiscard]] bool follows_kin(const NameLines& lines, NameRun name);
/// "in", "near", "town of": what stands before a place.
[[nodiscard]] bool follows_place_word(const NameLines& lines, NameRun name);
/// An office before the name or in apposition to it, or an organisation for which its bearer speaks.
[[nodiscard]] bool is_in_office(const NameLines& lines, NameRun name, const Lexicon& lexicon);
/// "Reporting by", "By" at the beginning of a line, "/Reuters".
[[nodiscard]] bool is_credit(const NameLines& lines, NameRun name);

}  // namespace attest
