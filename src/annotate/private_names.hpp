// The names of private persons in a report: of everyone whom it does not name in a public office. They are kept with the
// report, so that whoever is not to see them is shown something else. Rules: docs/safety.md.
#pragma once

#include "annotate/lexicon.hpp"
#include "annotate/name_words.hpp"
#include "attest/document.hpp"
#include "attest/private_names.hpp"

namespace attest {

/// Pure. When in doubt a person is private.
[[nodiscard]] PrivateNames find_private_names(const Document& document, const NameWords& words, const Lexicon& lexicon);

}  // namespace attest
