// Undoes the hyphens that a printer put at the ends of lines, and keeps those that belong to words.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace attest {

/// The words of one document, to tell "govern-ment" from "government-held".
class Hyphens {
 public:
  /// Takes note of the words inside a line; the last one, if a hyphen cuts it, is not among them.
  void learn(std::string_view line);

  /// Appends the next line of a paragraph. A word cut by a hyphen is joined: without the hyphen if the joined word stands
  /// elsewhere in the document or looks like one; with it if the hyphened word stands elsewhere, if a capital or a digit
  /// is beside the hyphen, or if both parts are words that such compounds are made of.
  void join(std::string& paragraph, std::string_view line) const;

 private:
  [[nodiscard]] bool keeps_hyphen(std::string_view before, std::string_view after) const;

  std::set<std::string, std::less<>> words_;
};

}  // namespace attest
