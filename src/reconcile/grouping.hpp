// Accounts that belong together, found among those that are linked at all: the closest two groups are joined first,
// and as long as what their members have in common outweighs what sets them apart.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reconcile/evidence.hpp"

namespace attest {

/// The groups of accounts that tell of the same thing: a pure function of the accounts, whatever their order.
/// @param linked  numbers of accounts in `evidence`; more than a thousand different ones are grouped a thousand at a
///                time, those with like figures together, so that the cost stays bounded
[[nodiscard]] std::vector<std::vector<std::uint32_t>> group(const Evidence& evidence,
                                                            std::vector<std::uint32_t> linked);

}  // namespace attest
