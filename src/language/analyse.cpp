#include "language/analysis.hpp"
#include "language/fold.hpp"
#include "language/sentences.hpp"
#include "language/tokens.hpp"

namespace attest {

Analysis analyse(const Document& document) {
  Analysis analysis;
  analysis.folded = folded(document.text);
  analysis.tokens.reserve(document.text.size() / 5);
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::boilerplate || kind == BlockKind::cell) continue;
    const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
    append_tokens(document.text, document.blocks[i].span, analysis.tokens);
    const auto last = static_cast<std::uint32_t>(analysis.tokens.size());
    append_sentences(document.text, analysis.tokens, first, last, i, analysis.sentences);
  }
  return analysis;
}

}  // namespace attest
