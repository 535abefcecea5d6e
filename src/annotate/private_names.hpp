// The names of private persons in a report: of everyone whom it does not name in a public office. They are kept with the
// report, so that whoever is not to see them is shown something else. Rules: docs/safety.md.
#pragma once

#include <string>
#include <vector>

#include "annotate/lexicon.hpp"
#include "annotate/name_words.hpp"
#include "attest/document.hpp"

namespace attest {

/// Of each, sorted spans that do not overlap.
struct PrivateNames {
  std::vector<Span> text;   // in Document::text
  std::vector<Span> title;  // in the value of Document::title
  bool operator==(const PrivateNames&) const = default;
};

/// Pure. When in doubt a person is private.
[[nodiscard]] PrivateNames find_private_names(const Document& document, const NameWords& words, const Lexicon& lexicon);

}  // namespace attest
