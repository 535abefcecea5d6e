#include "claims/quoted_figure.hpp"

namespace attest {

QuotedFigures::QuotedFigures(const Document& document)
    : analysis_(analyse(document)), quantities_(find_quantities(document, analysis_)) {}

bool QuotedFigures::says(const Count& count) const {
  if (!count.min && !count.max) return true;  // words without a number, or shared by the killed and the injured
  bool any = false;
  for (const Quantity& quantity : quantities_) {
    const Span words{analysis_.tokens[quantity.tokens.first].span.begin,
                     analysis_.tokens[quantity.tokens.last - 1].span.end};
    if (!words.overlaps(count.text)) continue;
    if (quantity.min == count.min && quantity.max == count.max) return true;
    any = true;
  }
  return !any && count.min == 1 && count.max == 1;
}

}  // namespace attest
