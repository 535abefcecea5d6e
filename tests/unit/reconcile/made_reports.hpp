// Reports of made-up words for tests: paragraphs of one number are equal, those of different numbers share nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attest/document.hpp"
#include "base/hash.hpp"

namespace attest::test {

/// Word `i` of paragraph `number`, below 3375.
inline std::string made_word(std::size_t number, std::size_t i) {
  constexpr std::string_view kConsonants = "bdfghjklmnprstv";
  const std::size_t n = kConsonants.size();
  std::string word;
  for (const std::size_t letter : {number / n / n, number / n, number, i / n, i}) {
    word += kConsonants[letter % n];
    word += 'a';
  }
  return word;
}

/// @param paragraphs  numbers of paragraphs of 30 words; the seventh word of each is the figure `toll`, if there is one
inline Document made_report(const std::string& name, const std::string& published,
                            const std::vector<std::size_t>& paragraphs, int toll = 0, const std::string& agency = "") {
  constexpr std::size_t kWords = 30, kToll = 6;
  Document document;
  document.name = name;
  document.id = sha256_hex(name);
  for (const std::size_t number : paragraphs) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    for (std::size_t i = 0; i < kWords; ++i) {
      if (i > 0) document.text += ' ';
      document.text += i == kToll && toll != 0 ? std::to_string(toll) : made_word(number, i);
    }
    document.blocks.push_back({BlockKind::paragraph, {begin, static_cast<std::uint32_t>(document.text.size())}});
    document.text += "\n\n";
  }
  if (!published.empty()) document.published = Sourced<Date>{*parse_iso_date(published), "test", {}};
  if (!agency.empty()) document.agency = Sourced<std::string>{agency, "test", {}};
  return document;
}

}  // namespace attest::test
