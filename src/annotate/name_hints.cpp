#include "annotate/name_hints.hpp"

namespace attest {

std::vector<NameHints> name_hints(const Document& document, const Analysis& analysis, const Lexicon& lexicon) {
  std::vector<NameHints> hints(analysis.tokens.size());
  for (const Match& match : lexicon.find(document, analysis)) {
    if (match.list == List::predicate || match.list == List::topic) continue;  // these name nothing
    const NameHints begin = NameHints{1} << (2 * static_cast<std::uint32_t>(match.list));
    for (std::uint32_t i = match.tokens.first; i < match.tokens.last; ++i)
      hints[i] |= i == match.tokens.first ? begin : begin << 1U;
  }
  return hints;
}

}  // namespace attest
