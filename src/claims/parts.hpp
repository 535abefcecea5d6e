// Parts of a figure: "23 civilians, among them eight children", and the sentence after it, "Two thirds were women". A
// part is a claim of its own; here it learns of which other claim it is a part, so that nobody adds it twice.
#pragma once

#include <vector>

#include "annotate/mentions.hpp"
#include "attest/claim.hpp"

namespace attest {

/// Sets Claim::subset_of, and the figure of a share ("half of them") where the whole makes it exact. A part larger than
/// its whole is linked all the same when the words say so: reconciliation flags it.
/// @param claims  in text order, with their ids. Rule: docs/output.md, "Parts of a figure".
void link_parts(const Document& document, const Analysis& analysis, const Mentions& mentions,
                std::vector<Claim>& claims);

}  // namespace attest
