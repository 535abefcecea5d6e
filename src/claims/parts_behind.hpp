// The parts of a population that a sentence tells behind the clause: "40 people were wounded in the shelling, among them
// 12 children", "20,000 have fled Afrin, half of them children". parts.cpp links them to their whole.
#pragma once

#include <vector>

#include "claims/frame.hpp"

namespace attest {

struct PartBehind {
  const PeopleMention* person;
  Quantity figure;
};

/// In text order, from token `first` on.
[[nodiscard]] std::vector<PartBehind> find_parts_behind(const Frame& frame, std::uint32_t first);

}  // namespace attest
