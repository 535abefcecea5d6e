// The languages in which claims are found: those that there are resources for. docs/reading.md says how to add one.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "attest/document.hpp"

namespace attest {

/// Each has resources/<language>/ and models/<language>.model.
inline constexpr auto kCodedLanguages = std::to_array<std::string_view>({"en"});

/// Whether the document is coded. A text whose language could not be told is taken for English.
[[nodiscard]] inline bool is_coded(const Document& document) {
  if (!document.language) return true;
  const std::string_view tag = document.language->value;
  return std::ranges::find(kCodedLanguages, tag.substr(0, tag.find('-'))) != kCodedLanguages.end();
}

}  // namespace attest
