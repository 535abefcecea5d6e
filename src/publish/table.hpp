// Claims as a table for people: what, how many, who, where, when, who says it, and the sentence it stands in.
// Column widths follow from the terminal's width alone, so a table of any length is written as it is read.
#pragma once

#include <span>
#include <string>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "publish/layout.hpp"

namespace attest {

/// The narrowest table that is still one; a narrower view is laid out as if it had this width.
inline constexpr int kMinTableWidth = 70;

/// Appends the report's name and its claims, or that it makes none.
void append_table(std::string& out, std::span<const Claim> claims, const Document& document, const View& view);

}  // namespace attest
