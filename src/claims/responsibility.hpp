// Who a report says is behind what it told some sentences before: "The group claimed responsibility for the bombing",
// "nobody has claimed the attack".
#pragma once

#include <vector>

#include "claims/story.hpp"

namespace attest {

struct Responsibility {
  std::uint32_t sentence = 0;
  Party party;  // kUnknownSide where the report says that nobody claimed it
};

/// Every claim of responsibility in the report, and every statement that there was none, in order.
[[nodiscard]] std::vector<Responsibility> find_responsibility(const Document& document, const Analysis& analysis,
                                                              const Mentions& mentions);

/// Gives the attack told last before such a statement, with its dead, injured and damage, the actor that it names.
void take_responsibility(const std::vector<Responsibility>& statements, const Story& story, std::vector<Claim>& claims);

}  // namespace attest
