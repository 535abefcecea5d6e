// What a command says of reports that it read and did not code, because they are in a language it does not know.
#pragma once

#include <map>
#include <string>

#include "attest/document.hpp"

namespace attest::cli {

/// ", not coded: Arabic" behind a document's name; nothing if the document is coded.
[[nodiscard]] std::string not_coded(const Document& document);

/// Counts them by language. One thread at a time.
class OtherLanguages {
 public:
  /// Takes note of a language by its tag; an empty one is none.
  void note(const std::string& language);
  /// "3 reports not coded, as they are not in English: 2 in Arabic, 1 in French", with a line feed; empty if there are
  /// none.
  [[nodiscard]] std::string line() const;

 private:
  std::map<std::string, int> counts_;
};

/// The language that keeps a document from being coded; empty if none does.
[[nodiscard]] std::string other_language(const Document& document);

}  // namespace attest::cli
