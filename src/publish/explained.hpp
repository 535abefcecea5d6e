// Claims with the reasons of every field, for people who must defend or dispute a value. For reading; may change.
#pragma once

#include <span>
#include <string>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "attest/explanation.hpp"
#include "publish/layout.hpp"

namespace attest {

/// Appends the report's name and, a block each, its claims: a field a paragraph with its value, words, rule and way
/// through the tree, and under it what else was considered and the rule that it lost by.
/// @param why  one a claim, same order and size
void append_explained(std::string& out, std::span<const Claim> claims, std::span<const Explanation> why,
                      const Document& document, const View& view);

}  // namespace attest
