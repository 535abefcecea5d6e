// What the network sees of a word: its spelling, cut up. Each feature is a 64-bit key; a model holds a vector for the keys
// that its training text had, and a word's input is the sum of its features' vectors.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace attest {

/// Order of the keys of feature_keys().
enum class Feature : std::uint8_t {
  word,  // folded, digits as 0
  prefix1,
  prefix2,
  prefix3,
  suffix1,
  suffix2,
  suffix3,
  suffix4,
  shape,  // capitals, digits and marks, runs shortened
  cased   // as written
};
inline constexpr std::size_t kFeatureCount = 10;

/// Key of the feature that the first word of a sentence has besides.
inline constexpr std::uint64_t kFirstWordKey = 1;

/// Keys of a token, one a Feature. Quotation marks and dashes of all styles give the keys of plain ASCII ones;
/// an affix that would be the whole word and more has key 0 (no feature).
[[nodiscard]] std::array<std::uint64_t, kFeatureCount> feature_keys(std::string_view word);

}  // namespace attest
