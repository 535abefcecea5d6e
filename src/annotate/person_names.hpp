// Names of persons in a text: who is named, by which words, and what stands around the name that says whether the
// person is known by an office. Lists and patterns only, no tags: every report is looked through, also one without a claim.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/lexicon.hpp"
#include "annotate/name_tokens.hpp"
#include "annotate/name_words.hpp"
#include "attest/span.hpp"

namespace attest {

struct PersonName {
  Span span;
  std::vector<std::string> words;  // folded, without particles and initials: "bashar", "assad"
  bool in_office = false;          // words around it say so: "governor", or an organisation that the person speaks for
  bool credited = false;           // whoever wrote or photographed
  bool titled = false;             // "Mr": a surname alone
};

/// A capitalised word that may be a part of a name found elsewhere.
struct LooseName {
  Span span;
  std::string word;        // folded
  bool in_office = false;  // "President Assad"
};

struct TextNames {
  std::vector<PersonName> persons;
  std::vector<LooseName> loose;
};

/// @param credits  ranges that name who wrote the report (bylines)
[[nodiscard]] TextNames find_person_names(std::string_view text, const std::vector<Span>& credits,
                                          const NameWords& words, const Lexicon& lexicon);

}  // namespace attest
