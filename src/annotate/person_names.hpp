// Names of persons in a text: who is named, by which words, and what stands around the name that says whether the
// person is known by an office. Lists and patterns only, no tags: every report is looked through, also one without a claim.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
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

/// One text looked through. The text and the credits must outlive it.
class PersonNames {
 public:
  /// @param credits  ranges that name who wrote the report (bylines)
  PersonNames(std::string_view text, const std::vector<Span>& credits, const NameWords& words, const Lexicon& lexicon);
  ~PersonNames();
  PersonNames(PersonNames&&) noexcept;
  PersonNames& operator=(PersonNames&&) noexcept;

  [[nodiscard]] const std::vector<PersonName>& persons() const;
  /// The capitalised words elsewhere that are among `parts`, words of persons' names.
  [[nodiscard]] std::vector<LooseName> loose(const std::unordered_set<std::string>& parts) const;

 private:
  class Finder;
  std::unique_ptr<Finder> finder_;
};

}  // namespace attest
