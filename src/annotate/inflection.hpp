// English inflection: a lexicon lists lemmas, texts hold forms.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "annotate/lexicon.hpp"

namespace attest {

/// Irregular verbs: base form to past and participle.
using IrregularVerbs = std::map<std::string, std::pair<std::string, std::string>>;

/// Every form of a verb phrase, its first word inflected: "drive out": drives out, drove out, driven out, driving out.
[[nodiscard]] std::vector<std::pair<std::string, Form>> verb_forms(const std::string& phrase,
                                                                   const IrregularVerbs& irregular);

/// Singular and plural of a noun phrase, its last word inflected: "air strike", "air strikes".
[[nodiscard]] std::vector<std::pair<std::string, Form>> noun_forms(const std::string& phrase);

}  // namespace attest
