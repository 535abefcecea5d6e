// Hides names: each letter becomes a sign of as many bytes, so that every span of the text still fits.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "attest/private_names.hpp"

namespace attest {

/// "Umm Khalid" becomes "*** ******". What is no letter stays.
void mask_letters(std::string& text, Span span);

/// The names of one report, to be hidden wherever their words stand. Const is shareable between threads.
class NameMask {
 public:
  NameMask() = default;
  explicit NameMask(const PrivateNames& names);

  [[nodiscard]] bool empty() const { return words_.empty(); }
  /// The text with every word masked that is one of a name's: with a capital, or in an address, where none has one.
  [[nodiscard]] std::string masked(std::string_view text, bool any_case = false) const;

 private:
  std::set<std::string, std::less<>> words_;  // folded
};

}  // namespace attest
