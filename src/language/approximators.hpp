// "At least", "more than", "up to" before a number: three words of which the tree of the rest does not depend. The
// treebanks have few of them, reports of casualties have one in every other sentence, and a parser that trips over one
// loses the subject. They are hung by rule, and the network reads the sentence without them.
#pragma once

#include <vector>

#include "language/analysis.hpp"

namespace attest {

/// Tags and hangs the approximators before numbers as the treebanks do ("at" case of "least", "least" nmod of the number).
/// @return for each token whether it is part of one; empty when there is none
[[nodiscard]] std::vector<bool> hang_approximators(Analysis& analysis);

}  // namespace attest
