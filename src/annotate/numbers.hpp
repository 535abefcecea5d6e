// Numbers in figures and in words: "1,792", "1.2 million", "two hundred and forty", "half a million".
#pragma once

#include <cstdint>
#include <optional>

#include "language/analysis.hpp"

namespace attest {

struct NumberMatch {
  std::int64_t value = 0;
  std::uint32_t end = 0;   // token after the number
  bool bare_year = false;  // four figures that could be a year
};

/// The number that begins at token `i` and ends before `last`; nothing above 10^9 and no fractions of one.
[[nodiscard]] std::optional<NumberMatch> number_at(const Analysis& analysis, std::uint32_t i, std::uint32_t last);

}  // namespace attest
