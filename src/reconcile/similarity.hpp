// How much speaks for two accounts telling of the same thing: a sum of weights, one table of them
// (docs/methodology.md), of what the two say and of nothing else, so that other reports never change it.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/evidence.hpp"

namespace attest {

/// Accounts with this much against each other can never be one.
inline constexpr float kNever = -1000.0F;

/// Above 0: rather the same than not. Symmetric.
[[nodiscard]] float similarity(const Account& a, const Account& b);

/// The same number for accounts that say the same of everything that similarity() looks at, but for their report.
[[nodiscard]] std::uint64_t signature(const Account& account, const Interned& names);

/// Blocks in which an account must be looked for: those that may tell of the same thing share one. Cells of the map,
/// names and figures of a country, each by family and day. None: it is told of in its own report only.
void blocks_of(const Account& account, const Interned& names, std::vector<std::uint64_t>& blocks);

}  // namespace attest
