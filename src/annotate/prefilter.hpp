// Could a text have a claim at all? A scan over raw bytes for the words that every claim needs, so that a text without
// any is not even tokenised. claims/where_to_parse.hpp looks closer.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

/// An automaton (Aho & Corasick 1975) over trigger words, four stretches of the text at a time. Const is shareable.
class Prefilter {
 public:
  Prefilter() = default;
  /// @param words  lower-case ASCII words of which each trigger phrase has one
  explicit Prefilter(const std::set<std::string>& words);

  /// Byte offsets, rising, at which a trigger word ends (within a word too: "kill" in "skill"), or at which a letter
  /// stands whose folding the scan does not do.
  [[nodiscard]] std::vector<std::uint32_t> hits(std::string_view text) const;

 private:
  static constexpr std::size_t kClasses = 28;  // letters, everything else, and bytes that are always a hit

  std::vector<std::uint16_t> next_;  // state x class
  std::uint16_t first_hit_ = 0;      // states from here on are hits
  std::uint32_t longest_ = 0;        // bytes of the longest word
};

}  // namespace attest
