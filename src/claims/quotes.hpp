// Quotations: which words stand between quotation marks, over sentences and paragraphs. Somebody else speaks there.
#pragma once

#include <vector>

#include "annotate/lexicon.hpp"
#include "attest/document.hpp"
#include "language/analysis.hpp"

namespace attest {

/// The tokens between the marks, without them. Quotations do not overlap and stand in text order.
/// A quotation that goes on in the next paragraph, which opens with a mark again, is one a paragraph, `goes_on` set.
struct Quotation {
  TokenRange tokens;
  bool goes_on = false;  // continues the one before it
};

[[nodiscard]] std::vector<Quotation> find_quotations(const Document& document, const Analysis& analysis);

}  // namespace attest
