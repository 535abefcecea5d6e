// The closed lists that cutting words needs. Each is read off the English treebanks of Universal Dependencies, where
// the same strings are whole or cut; words are expected in lower case.
#pragma once

#include <string_view>

namespace attest {

/// A word that ends in a full stop without ending a sentence: "gen.", "jan.", "u.s.", "j.".
[[nodiscard]] bool is_abbreviation(std::string_view folded);

/// Letters with a full stop after each: "u.s.", "a.m.", "J.".
[[nodiscard]] bool is_initials(std::string_view word);

/// An abbreviation that is also a word, and so counts only with a capital: "Sun.", "Mar.", "Gen.".
[[nodiscard]] bool needs_capital(std::string_view folded);

/// Stays in one piece with what follows its hyphen: "non-combatant", "pro-government", "e-mail".
[[nodiscard]] bool is_joining_prefix(std::string_view folded);

/// Cut from the number before it: "400km", "$1.2m", "6pm".
[[nodiscard]] bool is_unit(std::string_view folded);

/// The last part of a host or file name: "com", "org", "pdf".
[[nodiscard]] bool is_name_ending(std::string_view folded);

/// Bytes before the cut of a word that is two: "cannot" 3, "dont" 2; else 0.
[[nodiscard]] std::size_t cut_of(std::string_view folded);

/// A row of marks that is one token where it stands alone: ":-)". Its length, or 0.
[[nodiscard]] std::size_t emoticon_at(std::string_view text);

}  // namespace attest
