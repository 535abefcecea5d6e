// One place, many spellings: Deir ez-Zor, Dayr az Zawr, Deir el-Zour. Keys bring spellings together; how the names then
// compare letter by letter tells good company from chance. The method: docs/places.md, "Spelling".
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// Lower case, without accents, apostrophes, hyphens and a leading article: "Al-Ḥasakah" is "hasakah".
[[nodiscard]] std::string fold_name(std::string_view name);

/// How a name sounds, whoever wrote it down, in Latin, Arabic or Cyrillic letters: "Ar Raqqah" and "Rakka" are "raka".
/// Idempotent. Empty for a name without such letters.
[[nodiscard]] std::string sound_key(std::string_view name);

/// The consonants of a sound key, and whether it begins with a vowel: "Idlib" and "Edleb" are "adlb".
[[nodiscard]] std::string consonant_key(std::string_view sound);

/// A name without the words that tell it from a namesake ("upper", "great", "eastern", in the languages of the places):
/// "Al Baghuz Fawqani" is "Al Baghuz". Empty when it has none, or nothing else.
[[nodiscard]] std::string without_qualifier(std::string_view name);

/// From 0, nothing in common, to 1, the same.
[[nodiscard]] double likeness(std::string_view one, std::string_view other);

}  // namespace attest
